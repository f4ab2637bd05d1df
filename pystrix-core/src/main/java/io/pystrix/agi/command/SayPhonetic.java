package io.pystrix.agi.command;

/**
 * Spells a text with a spelling alphabet. Results in the key that interrupted, if any.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_phonetic/">SAY
 * PHONETIC</a>
 */
public final class SayPhonetic extends DigitCommand {

	/**
	 * Spells a text; no key interrupts.
	 * @param text the text
	 */
	public SayPhonetic(String text) {
		this(text, "");
	}

	/**
	 * Spells a text.
	 * @param text the text
	 * @param escapeDigits the keys that interrupt, may be empty
	 */
	public SayPhonetic(String text, String escapeDigits) {
		super("SAY PHONETIC", text, Checks.keys(escapeDigits));
	}

}
