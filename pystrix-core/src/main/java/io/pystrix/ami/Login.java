package io.pystrix.ami;

import java.io.IOException;

import io.pystrix.ami.action.ChallengeAction;
import io.pystrix.ami.action.LoginAction;
import io.pystrix.ami.message.AmiResponse;

/**
 * Logs in on a new connection, and sets up what Asterisk forgets with each one.
 */
final class Login {

	private final ManagerSettings settings;

	Login(ManagerSettings settings) {
		this.settings = settings;
	}

	/**
	 * Logs in.
	 * @throws ManagerAuthenticationException if Asterisk refuses the credentials
	 * @throws ManagerConnectionException if Asterisk refuses the login for another reason
	 * @throws IOException if the connection fails
	 */
	void perform(Connection connection, Credentials credentials) throws IOException {
		LoginAction login = action(connection, credentials);
		String mask = this.settings.eventMask();
		check(connection, credentials, connection.exchange((mask != null) ? login.events(mask) : login));
		addFilters(connection);
	}

	private LoginAction action(Connection connection, Credentials credentials) throws IOException {
		if (this.settings.plainLogin()) {
			return LoginAction.plain(credentials.username(), credentials.secret());
		}
		AmiResponse response = connection.exchange(new ChallengeAction("MD5"));
		check(connection, credentials, response);
		String challenge = response.get("Challenge");
		if (challenge == null) {
			throw new ManagerConnectionException(connection.endpoint() + " sent no challenge to log in with");
		}
		return LoginAction.md5(credentials.username(), credentials.secret(), challenge, this.settings.charset());
	}

	private static void check(Connection connection, Credentials credentials, AmiResponse response) {
		Refusal refusal = Refusal.of(response);
		if (refusal != null) {
			throw refusal.failure(connection.endpoint(), credentials, response.message());
		}
	}

	private void addFilters(Connection connection) throws IOException {
		boolean isProbed = false;
		for (String filter : this.settings.filters()) {
			EventFilter parsed = EventFilter.parse(filter);
			if (parsed.criteria() != null && !isProbed) {
				probe(connection, filter);
				isProbed = true;
			}
			check(connection, filter, connection.exchange(parsed.toAction()));
		}
	}

	/** Makes sure that an older release does not take criteria for something else. */
	private static void probe(Connection connection, String filter) throws IOException {
		AmiResponse response = connection.exchange(EventFilter.probe());
		String message = response.message();
		if (!response.isSuccess() && message != null && message.contains("did not compile")) {
			throw new ManagerException(
					"%s does not support match criteria, which event filter '%s' uses: use a regular expression instead, or Asterisk %s or later"
						.formatted(connection.endpoint(), filter, EventFilter.RELEASES_WITH_CRITERIA));
		}
		check(connection, filter, response);
	}

	private static void check(Connection connection, String filter, AmiResponse response) {
		if (!response.isSuccess()) {
			throw new ManagerException(
					"%s refused event filter '%s': %s".formatted(connection.endpoint(), filter, response.message()));
		}
	}

}
