package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Sets the context in which the call goes on after the script. Asterisk does not check
 * it.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_context/">SET
 * CONTEXT</a>
 */
public final class SetContext extends AgiCommand<AgiReply> {

	/**
	 * Sets the context.
	 * @param context the context
	 */
	public SetContext(String context) {
		super("SET CONTEXT", Checks.notEmpty("context", context));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
