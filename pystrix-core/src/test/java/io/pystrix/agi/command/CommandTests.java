package io.pystrix.agi.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.DataInput;
import io.pystrix.agi.DtmfInterrupt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CommandTests {

	@Test
	void linesAreWhatAsteriskExpects() {
		assertThat(new Answer().line()).isEqualTo("ANSWER");
		assertThat(new Noop().line()).isEqualTo("NOOP");
		assertThat(new Hangup().line()).isEqualTo("HANGUP");
		assertThat(new Hangup("PJSIP/1-2").line()).isEqualTo("HANGUP \"PJSIP/1-2\"");
		assertThat(new StreamFile("demo-thanks").line()).isEqualTo("STREAM FILE \"demo-thanks\" \"\" 0");
		assertThat(new StreamFile("f", "12#", 800).line()).isEqualTo("STREAM FILE \"f\" \"12#\" 800");
		assertThat(new SayDigits("12*#").line()).isEqualTo("SAY DIGITS \"12*#\" \"\"");
		assertThat(new SayNumber(-7, "*").line()).isEqualTo("SAY NUMBER -7 \"*\"");
		assertThat(new WaitForDigit().line()).isEqualTo("WAIT FOR DIGIT -1");
		assertThat(new WaitForDigit(Duration.ofSeconds(5)).line()).isEqualTo("WAIT FOR DIGIT 5000");
		assertThat(new GetData("").line()).isEqualTo("GET DATA \"\"");
		assertThat(new GetData("f", Duration.ofSeconds(1)).line()).isEqualTo("GET DATA \"f\" 1000");
		assertThat(new GetData("f", Duration.ofMillis(800), 3).line()).isEqualTo("GET DATA \"f\" 800 3");
		assertThat(new GetVariable("CALLERID(num)").line()).isEqualTo("GET VARIABLE \"CALLERID(num)\"");
		assertThat(new GetFullVariable("${A} b", "X/1").line()).isEqualTo("GET FULL VARIABLE \"${A} b\" \"X/1\"");
		assertThat(new SetVariable("A", "b c").line()).isEqualTo("SET VARIABLE \"A\" \"b c\"");
		assertThat(new Verbose("hi", 3).line()).isEqualTo("VERBOSE \"hi\" 3");
		assertThat(new Exec("NoOp").line()).isEqualTo("EXEC \"NoOp\"");
		assertThat(new Exec("Dial", "PJSIP/1", null, "g").line()).isEqualTo("EXEC \"Dial\" \"PJSIP/1,,g\"");
	}

	@Test
	void argumentsThatMakeNoSenseAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new StreamFile("f", "12x"));
		assertThatIllegalArgumentException().isThrownBy(() -> new StreamFile("f", "", -1));
		assertThatIllegalArgumentException().isThrownBy(() -> new SayDigits(""));
		assertThatIllegalArgumentException().isThrownBy(() -> new SayDigits("abc"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SayDigits("#1"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Verbose("x", 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new GetData("f", Duration.ZERO, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new WaitForDigit(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new WaitForDigit(Duration.ofDays(30)));
	}

	@Test
	void lessThanAMillisecondIsNotZero() {
		assertThat(new WaitForDigit(Duration.ofNanos(1)).line()).isEqualTo("WAIT FOR DIGIT 1");
	}

	@Test
	void keysAreDecoded() {
		assertThat(new WaitForDigit().result(reply("55", null))).hasValue('7');
		assertThat(new WaitForDigit().result(reply("35", null))).hasValue('#');
		assertThat(new WaitForDigit().result(reply("0", null))).isEmpty();
		assertThat(new StreamFile("f").result(reply("49", null, "endpos", "4800")))
			.hasValue(new DtmfInterrupt('1', 4800));
		assertThat(new StreamFile("f").result(reply("0", null, "endpos", "3520"))).isEmpty();
	}

	@Test
	void dataIsWhatWasEnteredAndWhetherInTime() {
		assertThat(new GetData("f").result(reply("123", null))).isEqualTo(new DataInput("123", false));
		assertThat(new GetData("f").result(reply("12", "timeout"))).isEqualTo(new DataInput("12", true));
		assertThat(new GetData("f").result(reply("", "timeout"))).isEqualTo(new DataInput("", true));
		assertThat(new GetData("f").result(reply("", null))).isEqualTo(new DataInput("", false));
	}

	@Test
	void aVariableMayBeEmptyOrUnset() {
		assertThat(new GetVariable("A").result(reply("1", "some value"))).hasValue("some value");
		assertThat(new GetVariable("A").result(reply("1", ""))).hasValue("");
		assertThat(new GetVariable("A").result(reply("0", null))).isEmpty();
	}

	@Test
	void anUnknownApplicationIsAnErrorAndAFailedOneIsAResult() {
		assertThat(new Exec("X").result(reply("-1", null))).isEqualTo(-1);
		assertThat(new Exec("X").result(reply("52", null))).isEqualTo(52);
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> new Exec("X").result(reply("-2", null)))
			.satisfies((ex) -> assertThat(ex.items()).containsEntry("result", "-2"));
	}

	@Test
	void minusOneIsAFailure() {
		AgiReply reply = reply("-1", null, "endpos", "0");
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> new StreamFile("f").result(reply))
			.satisfies((ex) -> assertThat(ex.items()).containsEntry("endpos", "0"));
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> new Answer().result(reply));
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> new GetData("f").result(reply));
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> new WaitForDigit().result(reply));
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> new Hangup("no").result(reply));
		assertThat(new Hangup("no").suggestsHangup(reply)).isFalse();
		assertThat(new Answer().suggestsHangup(reply)).isTrue();
	}

	private static AgiReply reply(String result, String data, String... more) {
		Map<String, String> items = new LinkedHashMap<>(Map.of("result", result));
		for (int i = 0; i < more.length; i += 2) {
			items.put(more[i], more[i + 1]);
		}
		return new AgiReply(200, result, data, items, List.of("200 result=" + result));
	}

}
