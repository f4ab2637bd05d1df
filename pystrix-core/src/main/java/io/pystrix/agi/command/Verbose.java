package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Writes a line to Asterisk's console. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/verbose/">VERBOSE</a>
 */
public final class Verbose extends AgiCommand<AgiReply> {

	/**
	 * Writes a line at verbosity 1.
	 * @param message the line
	 */
	public Verbose(String message) {
		this(message, 1);
	}

	/**
	 * Writes a line.
	 * @param message the line
	 * @param level the verbosity at which it is shown, 1 to 4
	 */
	public Verbose(String message, int level) {
		super("VERBOSE", message, checked(level));
	}

	private static int checked(int level) {
		if (level < 1 || level > 4) {
			throw new IllegalArgumentException("Not a level from 1 to 4: " + level);
		}
		return level;
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
