package io.pystrix.agi.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.pystrix.agi.Agi;
import io.pystrix.agi.DtmfInterrupt;

/**
 * What a caller hears, part after part:
 *
 * <pre>{@code
 * Announcement.of("vm-youhave").number(3).file("vm-messages").play(agi);
 * }</pre>
 *
 * Immutable: every method returns a new announcement.
 *
 * @since 0.1.0
 */
public final class Announcement {

	private static final Announcement SILENCE = new Announcement(List.of());

	private final List<AnnouncementPart> parts;

	private Announcement(List<AnnouncementPart> parts) {
		this.parts = parts;
	}

	/**
	 * Returns an announcement of sound files.
	 * @param files the names without extension, none for silence
	 * @return the announcement
	 */
	public static Announcement of(String... files) {
		Announcement announcement = SILENCE;
		for (String file : files) {
			announcement = announcement.file(file);
		}
		return announcement;
	}

	/**
	 * Adds a sound file.
	 * @param file the name without extension
	 * @return the longer announcement
	 */
	public Announcement file(String file) {
		return then((agi, keys) -> agi.streamFile(file, keys).map(DtmfInterrupt::digit));
	}

	/**
	 * Adds a number.
	 * @param number the number, which is said as a whole
	 * @return the longer announcement
	 */
	public Announcement number(int number) {
		return then((agi, keys) -> agi.sayNumber(number, keys));
	}

	/**
	 * Adds digits.
	 * @param digits the digits, which are said one by one
	 * @return the longer announcement
	 */
	public Announcement digits(String digits) {
		return then((agi, keys) -> agi.sayDigits(digits, keys));
	}

	/**
	 * Adds letters.
	 * @param text the letters and other characters, which are spelled
	 * @return the longer announcement
	 */
	public Announcement alpha(String text) {
		return then((agi, keys) -> agi.sayAlpha(text, keys));
	}

	/**
	 * Adds letters in the phonetic alphabet.
	 * @param text the letters and other characters, which are spelled
	 * @return the longer announcement
	 */
	public Announcement phonetic(String text) {
		return then((agi, keys) -> agi.sayPhonetic(text, keys));
	}

	/**
	 * Adds a day, in the time zone of Asterisk.
	 * @param moment a moment of the day
	 * @return the longer announcement
	 */
	public Announcement date(Instant moment) {
		return then((agi, keys) -> agi.sayDate(moment, keys));
	}

	/**
	 * Adds a time of the day, in the time zone of Asterisk.
	 * @param moment the moment
	 * @return the longer announcement
	 */
	public Announcement time(Instant moment) {
		return then((agi, keys) -> agi.sayTime(moment, keys));
	}

	/**
	 * Adds a day and time.
	 * @param moment the moment
	 * @param format how to say it, in the letters of Asterisk's {@code voicemail.conf},
	 * such as {@code ABdY 'digits/at' IMp}
	 * @param zone the time zone
	 * @return the longer announcement
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_datetime/">SAY
	 * DATETIME</a>
	 */
	public Announcement datetime(Instant moment, String format, ZoneId zone) {
		return then((agi, keys) -> agi.sayDatetime(moment, keys, format, zone));
	}

	/**
	 * Adds silence. A key that is not asked for does not end it, but the rest of it is
	 * skipped.
	 * @param duration how long, to the millisecond, more than zero
	 * @return the longer announcement
	 */
	public Announcement pause(Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new IllegalArgumentException("No pause: " + duration);
		}
		return then((agi, keys) -> agi.waitForDigit(duration).filter((key) -> keys.indexOf(key) >= 0));
	}

	/**
	 * Adds anything.
	 * @param part what is played
	 * @return the longer announcement
	 */
	public Announcement then(AnnouncementPart part) {
		List<AnnouncementPart> longer = new ArrayList<>(this.parts);
		longer.add(part);
		return new Announcement(List.copyOf(longer));
	}

	/**
	 * Adds another announcement.
	 * @param other the announcement
	 * @return the longer announcement
	 */
	public Announcement then(Announcement other) {
		List<AnnouncementPart> longer = new ArrayList<>(this.parts);
		longer.addAll(other.parts);
		return new Announcement(List.copyOf(longer));
	}

	/**
	 * Plays it to its end.
	 * @param agi the call
	 */
	public void play(Agi agi) {
		play(agi, "");
	}

	/**
	 * Plays it to its end or to a key. Throws what the commands throw: an
	 * {@link io.pystrix.agi.AgiApplicationException} if there is no such file, for
	 * example.
	 * @param agi the call
	 * @param escapeDigits the keys that end it
	 * @return the key that ended it, empty if it was played to its end
	 */
	public Optional<Character> play(Agi agi, String escapeDigits) {
		for (AnnouncementPart part : this.parts) {
			Optional<Character> key = part.play(agi, escapeDigits);
			if (key.isPresent()) {
				return key;
			}
		}
		return Optional.empty();
	}

}
