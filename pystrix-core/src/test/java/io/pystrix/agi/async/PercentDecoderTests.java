package io.pystrix.agi.async;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PercentDecoderTests {

	@Test
	void everyByteCanBeEscaped() {
		StringBuilder encoded = new StringBuilder();
		byte[] expected = new byte[256];
		for (int i = 0; i < 256; i++) {
			encoded.append("%%%02X".formatted(i));
			expected[i] = (byte) i;
		}
		assertThat(PercentDecoder.decode(encoded.toString())).isEqualTo(expected);
		assertThat(PercentDecoder.decode(encoded.toString().toLowerCase())).isEqualTo(expected);
	}

	@Test
	void aPlusSignIsNoBlank() {
		assertThat(decoded("a+b%20c%2B")).isEqualTo("a+b c+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "100%", "%4", "%zz", "%4z", "%z4", "%%", "% 41", "%-1", "" })
	void anEscapeThatMakesNoSenseIsKept(String text) {
		assertThat(decoded(text)).isEqualTo(text);
	}

	@Test
	void aPercentSignBeforeAnEscapeIsKept() {
		assertThat(decoded("%%41%4")).isEqualTo("%A%4");
	}

	private static String decoded(String text) {
		return new String(PercentDecoder.decode(text), StandardCharsets.UTF_8);
	}

}
