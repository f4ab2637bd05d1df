package io.pystrix.agi.command;

import java.time.Instant;

/**
 * Says the time of a moment in the zone of the PBX. Results in the key that interrupted,
 * if any.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_time/">SAY
 * TIME</a>
 */
public final class SayTime extends DigitCommand {

	/**
	 * Says a time; no key interrupts.
	 * @param moment the moment, of which whole seconds count
	 */
	public SayTime(Instant moment) {
		this(moment, "");
	}

	/**
	 * Says a time.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that interrupt, may be empty
	 */
	public SayTime(Instant moment, String escapeDigits) {
		super("SAY TIME", moment.getEpochSecond(), Checks.keys(escapeDigits));
	}

}
