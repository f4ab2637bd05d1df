package io.pystrix.agi.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.LetterCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SayCommandTests {

	private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05.678Z");

	@Test
	void lines() {
		assertThat(new SayAlpha("ab").line()).isEqualTo("SAY ALPHA \"ab\" \"\"");
		assertThat(new SayAlpha("ab", "1#").line()).isEqualTo("SAY ALPHA \"ab\" \"1#\"");
		assertThat(new SayAlpha("aB", "", LetterCase.UPPER).line()).isEqualTo("SAY ALPHA \"aB\" \"\" \"u\"");
		assertThat(new SayAlpha("aB", "", LetterCase.ALL).line()).endsWith(" \"a\"");
		assertThat(new SayAlpha("aB", "", LetterCase.LOWER).line()).endsWith(" \"l\"");
		assertThat(new SayAlpha("aB", "", LetterCase.NONE).line()).endsWith(" \"n\"");
		assertThat(new SayPhonetic("ab").line()).isEqualTo("SAY PHONETIC \"ab\" \"\"");
		assertThat(new SayPhonetic("ab", "*").line()).isEqualTo("SAY PHONETIC \"ab\" \"*\"");
		assertThat(new SayDate(Instant.EPOCH).line()).isEqualTo("SAY DATE 0 \"\"");
		assertThat(new SayDate(MOMENT, "1").line()).isEqualTo("SAY DATE 1767323045 \"1\"");
		assertThat(new SayTime(Instant.EPOCH).line()).isEqualTo("SAY TIME 0 \"\"");
		assertThat(new SayTime(MOMENT, "1").line()).isEqualTo("SAY TIME 1767323045 \"1\"");
		assertThat(new SayDatetime(Instant.EPOCH).line()).isEqualTo("SAY DATETIME 0 \"\"");
		assertThat(new SayDatetime(MOMENT, "1").line()).isEqualTo("SAY DATETIME 1767323045 \"1\"");
		assertThat(new SayDatetime(MOMENT, "1", "ABdY 'digits/at' IMp").line())
			.isEqualTo("SAY DATETIME 1767323045 \"1\" \"ABdY 'digits/at' IMp\"");
		assertThat(new SayDatetime(MOMENT, "1", "IMp", ZoneOffset.UTC).line())
			.isEqualTo("SAY DATETIME 1767323045 \"1\" \"IMp\" \"UTC\"");
		assertThat(new SayDatetime(MOMENT, "1", "IMp", ZoneId.of("Europe/Berlin")).line())
			.endsWith(" \"IMp\" \"Europe/Berlin\"");
	}

	@Test
	void whatMakesNoSenseIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SayDatetime(MOMENT, "", ""));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SayDatetime(MOMENT, "", "IMp", ZoneOffset.ofHours(2)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SayDatetime(MOMENT, "", "IMp", ZoneId.of("UTC+02:00")));
	}

	static Stream<DigitCommand> commands() {
		return Stream.of(new SayAlpha("a"), new SayPhonetic("a"), new SayDate(MOMENT), new SayTime(MOMENT),
				new SayDatetime(MOMENT), new SayDigits("1"), new SayNumber(1));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void results(DigitCommand command) {
		assertThat(Replies.result(command, "200 result=0")).isEmpty();
		assertThat(Replies.result(command, "200 result=49")).hasValue('1');
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(command, "200 result=-1"));
		assertThat(command.suggestsHangup(Replies.reply("200 result=-1"))).isTrue();
	}

	@Test
	void escapeDigitsAreKeys() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SayAlpha("a", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SayPhonetic("a", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SayDate(MOMENT, "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SayTime(MOMENT, "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SayDatetime(MOMENT, "x"));
	}

}
