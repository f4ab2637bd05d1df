package io.pystrix.agi.command;

import java.time.Instant;

/**
 * Says the date of a moment in the zone of the PBX. Results in the key that interrupted,
 * if any.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_date/">SAY
 * DATE</a>
 */
public final class SayDate extends DigitCommand {

	/**
	 * Says a date; no key interrupts.
	 * @param moment the moment, of which whole seconds count
	 */
	public SayDate(Instant moment) {
		this(moment, "");
	}

	/**
	 * Says a date.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that interrupt, may be empty
	 */
	public SayDate(Instant moment, String escapeDigits) {
		super("SAY DATE", moment.getEpochSecond(), Checks.keys(escapeDigits));
	}

}
