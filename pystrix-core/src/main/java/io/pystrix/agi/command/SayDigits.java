package io.pystrix.agi.command;

import java.util.regex.Pattern;

/**
 * Says digits one by one. Results in the key that interrupted, if any.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_digits/">SAY
 * DIGITS</a>
 */
public final class SayDigits extends DigitCommand {

	// Asterisk refuses what does not start with a number (handle_saydigits in
	// res/res_agi.c, 13 to 23)
	private static final Pattern DIGITS = Pattern.compile("[0-9][0-9*#]*");

	/**
	 * Says digits; no key interrupts.
	 * @param digits a digit, then digits, {@code *} and {@code #}
	 */
	public SayDigits(String digits) {
		this(digits, "");
	}

	/**
	 * Says digits.
	 * @param digits a digit, then digits, {@code *} and {@code #}
	 * @param escapeDigits the keys that interrupt, may be empty
	 */
	public SayDigits(String digits, String escapeDigits) {
		super("SAY DIGITS", checked(digits), Checks.keys(escapeDigits));
	}

	private static String checked(String digits) {
		if (!DIGITS.matcher(digits).matches()) {
			throw new IllegalArgumentException("Not digits: '" + digits + "'");
		}
		return digits;
	}

}
