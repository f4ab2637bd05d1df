package io.pystrix.agi.command;

/**
 * Says a number. Results in the key that interrupted, if any.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_number/">SAY
 * NUMBER</a>
 */
public final class SayNumber extends DigitCommand {

	/**
	 * Says a number; no key interrupts.
	 * @param number the number
	 */
	public SayNumber(int number) {
		this(number, "");
	}

	/**
	 * Says a number.
	 * @param number the number
	 * @param escapeDigits the keys that interrupt, may be empty
	 */
	public SayNumber(int number, String escapeDigits) {
		super("SAY NUMBER", number, Checks.keys(escapeDigits));
	}

}
