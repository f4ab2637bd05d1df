package io.pystrix.agi;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Texts that commands can carry.
 */
public final class AgiTexts {

	private AgiTexts() {
	}

	/** Much of what means something to Asterisk, and anything else. */
	public static Arbitrary<String> any() {
		Arbitrary<String> meaning = Arbitraries.strings().withChars("\"\\ \t'$,;|a").ofMaxLength(12);
		// Half a character outside of the basic plane is no text
		Arbitrary<String> other = Arbitraries.strings()
			.withCharRange('\u0001', '\u0009')
			.withCharRange('\u000e', '\ud7ff')
			.withCharRange('\ue000', '\uffff')
			.ofMaxLength(40);
		return Arbitraries.oneOf(meaning, other);
	}

}
