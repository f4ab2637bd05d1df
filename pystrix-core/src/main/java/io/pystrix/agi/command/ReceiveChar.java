package io.pystrix.agi.command;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Receives a character of text. Results in the character, empty if none came in time or
 * the channel does not carry text.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/receive_char/">RECEIVE
 * CHAR</a>
 */
public final class ReceiveChar extends AgiCommand<Optional<Character>> {

	/**
	 * Waits for a character.
	 * @param timeout how long, to the millisecond; zero for as long as it takes
	 */
	public ReceiveChar(Duration timeout) {
		super("RECEIVE CHAR", Checks.millis(timeout));
	}

	// Without a hang-up, which the session finds out, -1 is how most channels tell that
	// no text came (handle_recvchar in res/res_agi.c, 13 to 23)
	@Override
	public Optional<Character> result(AgiReply reply) {
		return ("0".equals(reply.result()) || "-1".equals(reply.result())) ? Optional.empty()
				: Optional.of(Checks.key(reply));
	}

}
