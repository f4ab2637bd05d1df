package io.pystrix.agi.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Says date and time of a moment. Results in the key that interrupted, if any.
 * <p>
 * A format is written in the letters of Asterisk's {@code say.conf} and
 * {@code voicemail.conf}, such as {@code ABdY 'digits/at' IMp}: {@code A} day of the
 * week, {@code B} month, {@code d} day, {@code Y} year, {@code I} or {@code H} hour of 12
 * or 24, {@code M} minute, {@code p} half of the day; a sound file in single quotes.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_datetime/">SAY
 * DATETIME</a>
 */
public final class SayDatetime extends DigitCommand {

	/**
	 * Says a moment in the format of the channel's language and the zone of the PBX; no
	 * key interrupts.
	 * @param moment the moment, of which whole seconds count
	 */
	public SayDatetime(Instant moment) {
		this(moment, "");
	}

	/**
	 * Says a moment in the format of the channel's language and the zone of the PBX.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that interrupt, may be empty
	 */
	public SayDatetime(Instant moment, String escapeDigits) {
		super("SAY DATETIME", moment.getEpochSecond(), Checks.keys(escapeDigits));
	}

	/**
	 * Says a moment in the zone of the PBX.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that interrupt, may be empty
	 * @param format the format, not empty
	 */
	public SayDatetime(Instant moment, String escapeDigits, String format) {
		super("SAY DATETIME", moment.getEpochSecond(), Checks.keys(escapeDigits), Checks.notEmpty("format", format));
	}

	/**
	 * Says a moment.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that interrupt, may be empty
	 * @param format the format, not empty
	 * @param zone the zone: UTC, or one of the time zone database
	 * @throws IllegalArgumentException also if the zone is some other offset, which
	 * Asterisk does not know
	 */
	public SayDatetime(Instant moment, String escapeDigits, String format, ZoneId zone) {
		super("SAY DATETIME", moment.getEpochSecond(), Checks.keys(escapeDigits), Checks.notEmpty("format", format),
				nameOf(zone));
	}

	private static String nameOf(ZoneId zone) {
		if (ZoneOffset.UTC.equals(zone)) {
			return "UTC";
		}
		if (zone.getId().indexOf(':') >= 0) {
			throw new IllegalArgumentException("Asterisk knows zones by name, not " + zone);
		}
		return zone.getId();
	}

}
