package io.pystrix.test.agi;

import org.junit.jupiter.api.Test;

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

}
