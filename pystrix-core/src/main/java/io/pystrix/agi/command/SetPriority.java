package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Sets the priority at which the call goes on after the script.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_priority/">SET
 * PRIORITY</a>
 */
public final class SetPriority extends AgiCommand<AgiReply> {

	/**
	 * Sets a number, which Asterisk does not check.
	 * @param priority the priority, at least 1
	 */
	public SetPriority(int priority) {
		super("SET PRIORITY", 1 + Checks.notNegative("priority", priority - 1L));
	}

	/**
	 * Sets a label; that there is none of this name is an
	 * {@link io.pystrix.agi.AgiUsageException}.
	 * @param label the label
	 */
	public SetPriority(String label) {
		super("SET PRIORITY", Checks.notEmpty("label", label));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
