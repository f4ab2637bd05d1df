package io.pystrix.ami;

import java.nio.charset.Charset;
import java.util.function.Predicate;

import io.pystrix.ami.internal.Secrets;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.internal.Printable;
import io.pystrix.internal.SecretNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the messages of one connection in both directions, at TRACE, each as one line with
 * secrets masked. For any thread.
 */
final class WireLog {

	private static final Logger logger = LoggerFactory.getLogger("io.pystrix.ami.wire");

	/** How much of a message is logged: a list of variables may have megabytes. */
	private static final int MAX_BYTES = 16 * 1024;

	private final AmiEndpoint peer;

	private final Charset charset;

	private final Predicate<String> secret;

	WireLog(AmiEndpoint peer, ManagerSettings settings) {
		this.peer = peer;
		this.charset = settings.charset();
		this.secret = SecretNames.and(settings.wireLogMaskedNames());
	}

	boolean isEnabled() {
		return logger.isTraceEnabled();
	}

	void greeted(String greeting) {
		if (isEnabled()) {
			logger.trace("{} < {}", this.peer, Printable.of(greeting));
		}
	}

	void sent(byte[] request) {
		if (isEnabled()) {
			logger.trace("{} > {}", this.peer, shown(request, 0, request.length));
		}
	}

	/** The reader asks {@link #isEnabled} itself, though not for each message. */
	void received(byte[] buffer, int start, int end) {
		logger.trace("{} < {}", this.peer, shown(buffer, start, end));
	}

	private String shown(byte[] bytes, int start, int end) {
		int length = end - start;
		AmiHeaders headers = AmiHeaders.of(bytes, start, start + Math.min(length, MAX_BYTES), this.charset);
		String text = String.join(" | ",
				Secrets.shown(headers.toList(), AmiHeader::name, AmiHeader::value, this.secret));
		return (length <= MAX_BYTES) ? text : text + "… (" + length + " bytes)";
	}

}
