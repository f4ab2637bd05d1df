package io.pystrix.ami;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

/**
 * The failures of one attempt to connect, which may have tried several addresses or
 * hosts. One of them is reported, the one that tells most; it carries the others as
 * suppressed exceptions.
 *
 * @param <E> the type of the failures
 */
final class ConnectFailures<E extends Exception> {

	private static final int UNREACHABLE = 1;

	private static final int ANSWERED = 2;

	private static final int REFUSED_CREDENTIALS = 3;

	private @Nullable E reported;

	void add(E failure) {
		E reported = this.reported;
		if (reported == null) {
			this.reported = failure;
		}
		else if (weight(failure) > weight(reported)) {
			failure.addSuppressed(reported);
			this.reported = failure;
		}
		else {
			reported.addSuppressed(failure);
		}
	}

	/**
	 * Returns what to report: a refusal of the credentials, so that the next attempt
	 * comes no earlier than after any other refusal; else the failure of a peer that
	 * answered, such as an untrusted certificate; else the first failure.
	 * @return the failure; {@code null} if there is none
	 */
	@Nullable E reported() {
		return this.reported;
	}

	private static int weight(Exception failure) {
		if (failure instanceof ManagerAuthenticationException) {
			return REFUSED_CREDENTIALS;
		}
		Throwable reason = (failure instanceof ManagerException && failure.getCause() != null) ? failure.getCause()
				: failure;
		boolean unreachable = reason instanceof ConnectException || reason instanceof NoRouteToHostException
				|| reason instanceof UnknownHostException || reason instanceof SocketTimeoutException
				|| reason instanceof ManagerTimeoutException;
		return (unreachable) ? UNREACHABLE : ANSWERED;
	}

}
