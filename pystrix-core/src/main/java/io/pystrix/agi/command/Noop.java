package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Does nothing. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/noop/">NOOP</a>
 */
public final class Noop extends AgiCommand<AgiReply> {

	/**
	 * Creates the command.
	 */
	public Noop() {
		super("NOOP");
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
