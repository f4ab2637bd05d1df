package io.pystrix.internal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrintableTests {

	@Test
	void textWithoutControlCharactersStaysAsItIs() {
		assertThat(Printable.of("PJSIP/José-0001 電話 \\n")).isEqualTo("PJSIP/José-0001 電話 \\n");
		assertThat(Printable.of(null)).isEqualTo("null");
		assertThat(Printable.of("")).isEmpty();
	}

	@Test
	void whatBeginsALineOrSpeaksToATerminalIsAnEscape() {
		assertThat(Printable.of("a\r\nb\tc\0")).isEqualTo("a\\r\\nb\\tc\\u0000");
		assertThat(Printable.of("\u001b[31mred\u007f\u009b")).isEqualTo("\\u001b[31mred\\u007f\\u009b");
		assertThat(Printable.of("\u2028\u2029\u0085\u202e")).isEqualTo("\\u2028\\u2029\\u0085\\u202e");
	}

	@Test
	void aTextWithoutEndIsCut() {
		assertThat(Printable.of("x".repeat(1_000_000))).hasSizeLessThan(2100).endsWith("… (1000000 characters)");
		assertThat(Printable.escaped("x".repeat(3000))).hasSize(3000);
	}

}
