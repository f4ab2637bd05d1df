package io.pystrix.agi.command;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Receives a text message. Results in the text, empty if none came in time or the channel
 * does not carry text.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/receive_text/">RECEIVE
 * TEXT</a>
 */
public final class ReceiveText extends AgiCommand<Optional<String>> {

	/**
	 * Waits for a text.
	 * @param timeout how long, to the millisecond; zero for as long as it takes
	 */
	public ReceiveText(Duration timeout) {
		super("RECEIVE TEXT", Checks.millis(timeout));
	}

	// Without a hang-up, which the session finds out, -1 is that no text came
	// (handle_recvtext in res/res_agi.c, 13 to 23)
	@Override
	public Optional<String> result(AgiReply reply) {
		return "1".equals(reply.result()) ? Optional.of((reply.data() != null) ? reply.data() : "") : Optional.empty();
	}

}
