package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Sends a text message, where the channel can. That it cannot is no error.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/send_text/">SEND
 * TEXT</a>
 */
public final class SendText extends AgiCommand<AgiReply> {

	/**
	 * Sends a text.
	 * @param text the text
	 */
	public SendText(String text) {
		super("SEND TEXT", text);
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
