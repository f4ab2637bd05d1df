package io.pystrix.agi;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The model of Asterisk's splitter does what Asterisk 22 was seen to do.
 */
class AsteriskSplitterTests {

	@Test
	void wordsAreWhatAsteriskReads() {
		assertThat(AsteriskSplitter.split("")).isEmpty();
		assertThat(AsteriskSplitter.split(" \t NOOP \t a ")).containsExactly("NOOP", "a");
		assertThat(AsteriskSplitter.split("NOOP a\"b c\"d")).containsExactly("NOOP", "ab cd");
		assertThat(AsteriskSplitter.split("NOOP \"\" x")).containsExactly("NOOP", "", "x");
		assertThat(AsteriskSplitter.split("NOOP a\\ b \\n \"\\\"\" \"\\\\\"")).containsExactly("NOOP", "a b", "n", "\"",
				"\\");
		assertThat(AsteriskSplitter.split("NOOP 'a b'")).containsExactly("NOOP", "'a", "b'");
		assertThat(AsteriskSplitter.split("NOOP \"not closed ")).containsExactly("NOOP", "not closed ");
		assertThat(AsteriskSplitter.split("\"NO\"OP \"Zoë ☎\"")).containsExactly("NOOP", "Zoë ☎");
	}

	@Test
	void whatAsteriskWouldCutIsAnError() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> AsteriskSplitter.split("x".repeat(8191)));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> AsteriskSplitter.split("x ".repeat(128)));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> AsteriskSplitter.split("NOOP\r"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> AsteriskSplitter.split("\0NOOP"));
	}

}
