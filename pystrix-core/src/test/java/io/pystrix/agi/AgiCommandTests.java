package io.pystrix.agi;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AgiCommandTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "plain", "two words", "\ttab\t", "say \"hi\"", "back\\slash", "\\", "\\\"", "\"",
			"'single'", "a\"b c\"d", "${VAR}", "Zoë ☎ 𝄞", "end\\", ";,|&<>" })
	void asteriskReadsTheArgumentThatWasGiven(String argument) {
		AgiCommand<?> command = AgiCommand.of("SET VARIABLE", "NAME", argument);
		assertThat(AsteriskSplitter.split(command.line())).containsExactly("SET", "VARIABLE", "NAME", argument);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\nHANGUP", "a\rb", "a\0b", "\n" })
	void aLineBreakOrNulInAnArgumentIsRefused(String argument) {
		assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of("NOOP", argument))
			.withMessageContaining("line break or NUL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "NOOP\nHANGUP", "NOOP ", " NOOP", "NO\"OP", "failure", "Failure now" })
	void aVerbThatAsteriskCannotReadIsRefused(String verb) {
		assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of(verb));
	}

	@Test
	void numbersAreSentAsTheyAre() {
		assertThat(AgiCommand.of("SET AUTOHANGUP", 12.5).line()).isEqualTo("SET AUTOHANGUP 12.5");
	}

	@Test
	void nullArgumentsAreLeftOut() {
		assertThat(AgiCommand.of("CHANNEL STATUS", (Object) null).line()).isEqualTo("CHANNEL STATUS");
		assertThat(AgiCommand.of("X", "a", null, "b").line()).isEqualTo("X \"a\" \"b\"");
	}

	@Test
	void aLineMayHave8190BytesAndNoMore() {
		String longest = "x".repeat(8190 - "NOOP \"\"".length());
		assertThat(AgiCommand.of("NOOP", longest).line()).hasSize(8190);
		assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of("NOOP", longest + "x"))
			.withMessageContaining("8191 bytes");
	}

	@Test
	void theLengthCountsBytesAndEscapes() {
		assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of("NOOP", "€".repeat(2729)));
		assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of("NOOP", "\"".repeat(4092)));
	}

	@Test
	void aLineMayHave120WordsAndNoMore() {
		Object[] arguments = new Object[119];
		Arrays.fill(arguments, 1);
		assertThat(AgiCommand.of("NOOP", arguments).line()).startsWith("NOOP 1 1");
		assertThatIllegalArgumentException().isThrownBy(() -> AgiCommand.of("NO OP", arguments))
			.withMessageContaining("121 words");
	}

	@Test
	void aNamedCommandResultsInTheReply() {
		AgiReply reply = new AgiReply(200, "7", null, java.util.Map.of("result", "7"), List.of("200 result=7"));
		assertThat(AgiCommand.of("SOME THING").result(reply)).isSameAs(reply);
	}

}
