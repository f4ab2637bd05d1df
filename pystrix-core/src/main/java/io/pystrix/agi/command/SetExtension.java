package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Sets the extension in which the call goes on after the script. Asterisk does not check
 * it.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_extension/">SET
 * EXTENSION</a>
 */
public final class SetExtension extends AgiCommand<AgiReply> {

	/**
	 * Sets the extension.
	 * @param extension the extension
	 */
	public SetExtension(String extension) {
		super("SET EXTENSION", Checks.notEmpty("extension", extension));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
