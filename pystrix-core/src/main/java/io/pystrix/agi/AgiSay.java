package io.pystrix.agi;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import io.pystrix.NotForImplementation;

/**
 * The commands that speak. What holds for all commands is said at {@link Agi}.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiSay {

	/**
	 * Says digits one by one; no key interrupts.
	 * @param digits the digits: a number first, then numbers, {@code *} and {@code #}
	 */
	default void sayDigits(String digits) {
		sayDigits(digits, "");
	}

	/**
	 * Says digits one by one.
	 * @param digits the digits: a number first, then numbers, {@code *} and {@code #}
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_digits/">SAY
	 * DIGITS</a>
	 */
	Optional<Character> sayDigits(String digits, String escapeDigits);

	/**
	 * Says a number; no key interrupts.
	 * @param number the number
	 */
	default void sayNumber(int number) {
		sayNumber(number, "");
	}

	/**
	 * Says a number.
	 * @param number the number
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_number/">SAY
	 * NUMBER</a>
	 */
	Optional<Character> sayNumber(int number, String escapeDigits);

	/**
	 * Spells a text with the names of its characters; no key interrupts.
	 * @param text the text
	 */
	default void sayAlpha(String text) {
		sayAlpha(text, "");
	}

	/**
	 * Spells a text with the names of its characters.
	 * @param text the text
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_alpha/">SAY
	 * ALPHA</a>
	 */
	Optional<Character> sayAlpha(String text, String escapeDigits);

	/**
	 * Spells a text and says which letters are small or capital.
	 * @param text the text
	 * @param escapeDigits the keys that stop it, may be empty
	 * @param letterCase for which letters
	 * @return the key that stopped it, empty if everything was said
	 */
	Optional<Character> sayAlpha(String text, String escapeDigits, LetterCase letterCase);

	/**
	 * Spells a text with a spelling alphabet; no key interrupts.
	 * @param text the text
	 */
	default void sayPhonetic(String text) {
		sayPhonetic(text, "");
	}

	/**
	 * Spells a text with a spelling alphabet.
	 * @param text the text
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_phonetic/">SAY
	 * PHONETIC</a>
	 */
	Optional<Character> sayPhonetic(String text, String escapeDigits);

	/**
	 * Says the date of a moment in the zone of the PBX; no key interrupts.
	 * @param moment the moment, of which whole seconds count
	 */
	default void sayDate(Instant moment) {
		sayDate(moment, "");
	}

	/**
	 * Says the date of a moment in the zone of the PBX.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_date/">SAY
	 * DATE</a>
	 */
	Optional<Character> sayDate(Instant moment, String escapeDigits);

	/**
	 * Says the time of a moment in the zone of the PBX; no key interrupts.
	 * @param moment the moment, of which whole seconds count
	 */
	default void sayTime(Instant moment) {
		sayTime(moment, "");
	}

	/**
	 * Says the time of a moment in the zone of the PBX.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_time/">SAY
	 * TIME</a>
	 */
	Optional<Character> sayTime(Instant moment, String escapeDigits);

	/**
	 * Says date and time of a moment in the zone of the PBX; no key interrupts.
	 * @param moment the moment, of which whole seconds count
	 */
	default void sayDatetime(Instant moment) {
		sayDatetime(moment, "");
	}

	/**
	 * Says date and time of a moment in the zone of the PBX.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_datetime/">SAY
	 * DATETIME</a>
	 */
	Optional<Character> sayDatetime(Instant moment, String escapeDigits);

	/**
	 * Says a moment in the zone of the PBX.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that stop it, may be empty
	 * @param format the format in Asterisk's letters, such as {@code ABdY IMp}, not empty
	 * @return the key that stopped it, empty if everything was said
	 */
	Optional<Character> sayDatetime(Instant moment, String escapeDigits, String format);

	/**
	 * Says a moment.
	 * @param moment the moment, of which whole seconds count
	 * @param escapeDigits the keys that stop it, may be empty
	 * @param format the format in Asterisk's letters, such as {@code ABdY IMp}, not empty
	 * @param zone the zone: UTC, or one of the time zone database
	 * @return the key that stopped it, empty if everything was said
	 */
	Optional<Character> sayDatetime(Instant moment, String escapeDigits, String format, ZoneId zone);

}
