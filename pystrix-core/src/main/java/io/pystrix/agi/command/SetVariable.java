package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Sets a channel variable or dialplan function. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_variable/">SET
 * VARIABLE</a>
 */
public final class SetVariable extends AgiCommand<AgiReply> {

	/**
	 * Sets a variable.
	 * @param name the name, such as {@code RESULT} or {@code CALLERID(name)}
	 * @param value the value
	 */
	public SetVariable(String name, String value) {
		super("SET VARIABLE", name, value);
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
