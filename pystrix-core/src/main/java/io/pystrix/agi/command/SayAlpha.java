package io.pystrix.agi.command;

import java.util.Locale;

import io.pystrix.agi.LetterCase;

/**
 * Spells a text with the names of its characters. Results in the key that interrupted, if
 * any.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_alpha/">SAY
 * ALPHA</a>
 */
public final class SayAlpha extends DigitCommand {

	/**
	 * Spells a text; no key interrupts.
	 * @param text the text
	 */
	public SayAlpha(String text) {
		this(text, "");
	}

	/**
	 * Spells a text.
	 * @param text the text
	 * @param escapeDigits the keys that interrupt, may be empty
	 */
	public SayAlpha(String text, String escapeDigits) {
		super("SAY ALPHA", text, Checks.keys(escapeDigits));
	}

	/**
	 * Spells a text and says which letters are small or capital.
	 * @param text the text
	 * @param escapeDigits the keys that interrupt, may be empty
	 * @param letterCase for which letters
	 */
	public SayAlpha(String text, String escapeDigits, LetterCase letterCase) {
		super("SAY ALPHA", text, Checks.keys(escapeDigits), letterCase.name().substring(0, 1).toLowerCase(Locale.ROOT));
	}

}
