package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Ends AsyncAGI: the call goes on in the dialplan. Does nothing to other scripts. Works
 * after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/asyncagi_break/">ASYNCAGI
 * BREAK</a>
 */
public final class AsyncAgiBreak extends AgiCommand<AgiReply> {

	/**
	 * Creates the command.
	 */
	public AsyncAgiBreak() {
		super("ASYNCAGI BREAK");
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
