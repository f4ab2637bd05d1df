package io.pystrix.ami.internal;

import java.util.List;

import io.pystrix.ami.AsteriskEscaping;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WireTextTests {

	@Property(tries = 5000)
	void whatWasEscapedComesBack(@ForAll("texts") String text) {
		assertThat(WireText.unescape(AsteriskEscaping.escape(text))).isEqualTo(text);
	}

	@Property
	void whateverComesIsReadWithoutAFailure(@ForAll String value) {
		assertThat(WireText.unescape(value)).isNotNull();
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries.strings().withChars("\u0007\b\f\n\r\t\u000b\\'\"?abfnrtv=,ö\u2028").ofMaxLength(12);
	}

	@ParameterizedTest
	@ValueSource(strings = { "O'Brien", "C:\\x", "\\", "a\\", "\"Q\" \\n", "line\nand \\n", "what? \\t", "\\0" })
	void whatAsteriskCannotHaveEscapedStaysAsItIs(String value) {
		assertThat(WireText.unescape(value)).isEqualTo(value);
	}

	@Test
	void nameOfAVariableIsNotUnescaped() {
		assertThat(WireText.unescapedVariables(List.of("a\\nb=c\\nd=e", "x=", "none\\'")))
			.containsExactly("a\\nb=c\nd=e", "x=", "none'");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "<unknown>", "unknown", "<no name>" })
	void placeholderIsNobody(String value) {
		assertThat(WireText.known(value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Unknown", "unknown caller", " ", "<none>", "0" })
	void whatAsteriskDoesNotWriteForNobodyIsSomebody(String value) {
		assertThat(WireText.known(value)).isEqualTo(value);
	}

}
