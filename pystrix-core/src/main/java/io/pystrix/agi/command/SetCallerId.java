package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Sets number and name of the caller.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_callerid/">SET
 * CALLERID</a>
 */
public final class SetCallerId extends AgiCommand<AgiReply> {

	/**
	 * Sets the number; the caller has no name then.
	 * @param number the number, out of which Asterisk leaves blanks, parentheses, dots
	 * and hyphens; no angle brackets
	 */
	public SetCallerId(String number) {
		super("SET CALLERID", "<" + checked(number) + ">");
	}

	/**
	 * Sets number and name.
	 * @param number the number, out of which Asterisk leaves blanks, parentheses, dots
	 * and hyphens; no angle brackets
	 * @param name the name
	 */
	public SetCallerId(String number, String name) {
		super("SET CALLERID", "\"" + escaped(name) + "\" <" + checked(number) + ">");
	}

	private static String checked(String number) {
		if (number.indexOf('<') >= 0 || number.indexOf('>') >= 0) {
			throw new IllegalArgumentException("Not a number: '" + number + "'");
		}
		return number;
	}

	// The caller id has quotes and escapes of its own, beneath those of AGI
	// (ast_callerid_parse in main/callerid.c, 13 to 23)
	private static String escaped(String name) {
		return name.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
