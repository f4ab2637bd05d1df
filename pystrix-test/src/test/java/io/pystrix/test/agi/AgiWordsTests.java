package io.pystrix.test.agi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AgiWords}.
 */
class AgiWordsTests {

	@Test
	void separatesAtRunsOfBlanks() {
		assertThat(AgiWords.split("  SAY \t DIGITS 12  ")).containsExactly("SAY", "DIGITS", "12");
		assertThat(AgiWords.split("")).isEmpty();
	}

	@Test
	void togglesQuotingAnywhereInAWord() {
		assertThat(AgiWords.split("NOOP a\"b c\"d \"\" e")).containsExactly("NOOP", "ab cd", "", "e");
	}

	@Test
	void takesTheCharacterAfterABackslashLiterally() {
		assertThat(AgiWords.split("X \"a\\\"b\\\\\" c\\ d \\n")).containsExactly("X", "a\"b\\", "c d", "n");
	}

	@Test
	void acceptsAQuoteThatIsNeverClosed() {
		assertThat(AgiWords.split("X \"a b")).containsExactly("X", "a b");
	}

	@Test
	void leavesSingleQuotesAndCarriageReturnsAlone() {
		assertThat(AgiWords.split("X 'a b'\r")).containsExactly("X", "'a", "b'\r");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "STREAM FILE \"welcome\" \"12\"|stream file welcome|true",
					"STREAM FILE welcome 12|STREAM FILE \"welcome\"|true", "STREAM FILE welcome|STREAM FILE wel|true",
					"STREAM FILE \"welcome\"|STREAM FILE other|false", "ANSWER|ANSWER now|false", "NOOP|NOOP|true" })
	void aCommandBeginsWithWordsHoweverTheyAreQuoted(String line, String start, boolean begins) {
		assertThat(AgiWords.begins(line, start)).isEqualTo(begins);
	}

}
