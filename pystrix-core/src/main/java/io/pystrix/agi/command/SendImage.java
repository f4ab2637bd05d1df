package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Sends an image, where the channel can. That it cannot is no error.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/send_image/">SEND
 * IMAGE</a>
 */
public final class SendImage extends AgiCommand<AgiReply> {

	/**
	 * Sends an image.
	 * @param image the name without extension
	 */
	public SendImage(String image) {
		super("SEND IMAGE", Checks.notEmpty("image", image));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
