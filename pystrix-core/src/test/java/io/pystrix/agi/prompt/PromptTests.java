package io.pystrix.agi.prompt;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.prompt.PromptResult.Entered;
import io.pystrix.agi.prompt.PromptResult.Invalid;
import io.pystrix.agi.prompt.PromptResult.NoInput;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(60)
class PromptTests {

	private static final Duration SHORT = Duration.ofMillis(40);

	private static final Prompt<String> PIN = Prompt.of(Announcement.of("enter-pin"))
		.digits(3, 4)
		.firstDigitTimeout(SHORT)
		.interDigitTimeout(SHORT);

	@Test
	void aKeyDuringTheAnnouncementBeginsTheInput() throws Exception {
		assertThat(ask(PIN, (caller) -> caller.pressDuring("enter-pin", "1234"))).isEqualTo(entered("1234"));
	}

	@Test
	void aTerminatorEndsTheInputAndIsNoPartOfIt() throws Exception {
		assertThat(ask(PIN, (caller) -> caller.pressDuring("enter-pin", "123#"))).isEqualTo(entered("123"));
	}

	@Test
	void enoughDigitsWithoutATerminatorAreInputWhenTheCallerStops() throws Exception {
		assertThat(ask(PIN, (caller) -> caller.pressDuring("enter-pin", "123"))).isEqualTo(entered("123"));
	}

	@Test
	void aKeyAfterTheAnnouncementBeginsTheInput() throws Exception {
		Prompt<String> patient = PIN.firstDigitTimeout(Duration.ofSeconds(10));
		assertThat(ask(patient, (caller) -> caller.whenRunning("WAIT FOR DIGIT").press("7890")))
			.isEqualTo(entered("7890"));
	}

	@Test
	void tooFewDigitsAreInvalid() throws Exception {
		assertThat(ask(PIN.attempts(1), (caller) -> caller.pressDuring("enter-pin", "12#")))
			.isEqualTo(new Invalid<>("12"));
		assertThat(ask(PIN.attempts(1), (caller) -> caller.pressDuring("enter-pin", "#"))).isEqualTo(new Invalid<>(""));
	}

	@Test
	void silenceIsNoInputAfterTheLastAttempt() throws Exception {
		AgiCall call = ScriptCall.run(UnaryOperator.identity(), (agi, request) -> {
			PromptResult<String> result = PIN.attempts(2).onNoInput(Announcement.of("are-you-there")).ask(agi);
			agi.setVariable("RESULT", result.toString());
		});
		assertThat(call.variable("RESULT")).isEqualTo(new NoInput<>().toString());
		assertThat(call.played()).containsExactly("enter-pin", "are-you-there", "enter-pin");
	}

	@Test
	void anInvalidAttemptIsFollowedByTheReasonAndTheNextOne() throws Exception {
		Prompt<Integer> amount = Prompt.of(Announcement.of("enter-amount"))
			.digits(1, 4)
			.interDigitTimeout(SHORT)
			.map(Integer::valueOf)
			.validate((value) -> value <= 1000)
			.onInvalid(Announcement.of("too-much"));
		PromptResult<Integer> result = ScriptCall
			.ask((caller) -> caller.pressDuring("enter-amount", "2000").pressDuring("too-much", "5#"), amount::ask);
		assertThat(result).isEqualTo(new Entered<>("5", 5));
		assertThat(result.value()).contains(5);
	}

	@Test
	void whatCannotBeConvertedIsInvalid() throws Exception {
		Prompt<Integer> number = PIN.attempts(1).map(Integer::valueOf);
		PromptResult<Integer> result = ScriptCall.ask((caller) -> caller.pressDuring("enter-pin", "12*4"), number::ask);
		assertThat(result).isEqualTo(new Invalid<>("12*4"));
		assertThat(result.value()).isEmpty();
	}

	@Test
	void otherTerminatorsAreCollectedKeyByKey() throws Exception {
		assertThat(ask(PIN.terminators("*"), (caller) -> caller.pressDuring("enter-pin", "12#*")))
			.isEqualTo(entered("12#"));
		assertThat(ask(PIN.terminators(""), (caller) -> caller.pressDuring("enter-pin", "1#2*5")))
			.isEqualTo(entered("1#2*"));
	}

	@Test
	void withoutBargeInKeysDuringTheAnnouncementAreIgnored() throws Exception {
		Prompt<String> prompt = PIN.withoutBargeIn().firstDigitTimeout(Duration.ofSeconds(10));
		assertThat(ask(prompt,
				(caller) -> caller.pressDuring("enter-pin", "9").whenRunning("WAIT FOR DIGIT").press("555#")))
			.isEqualTo(entered("555"));
	}

	@Test
	void aHangUpOrAMissingFileEndsThePrompt() {
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> ask(PIN, (caller) -> caller.whenPlaying("enter-pin").hangUp()))
			.withCauseInstanceOf(AgiHangupException.class);
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> ask(PIN, (caller) -> caller.missing("enter-pin")))
			.withCauseInstanceOf(AgiApplicationException.class);
	}

	@Test
	void settingsThatMakeNoSenseAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> PIN.digits(3, 2));
		assertThatIllegalArgumentException().isThrownBy(() -> PIN.digits(0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> PIN.digits(-1, 2));
		assertThatIllegalArgumentException().isThrownBy(() -> PIN.attempts(0));
		assertThatIllegalArgumentException().isThrownBy(() -> PIN.terminators("x"));
		assertThatIllegalArgumentException().isThrownBy(() -> PIN.firstDigitTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> PIN.interDigitTimeout(Duration.ofMillis(-1)));
	}

	@Test
	void onePromptServesManyCalls() throws Exception {
		for (String digits : List.of("111", "2222")) {
			assertThat(ask(PIN, (caller) -> caller.pressDuring("enter-pin", digits + "#"))).isEqualTo(entered(digits));
		}
	}

	private static PromptResult<String> ask(Prompt<String> prompt, UnaryOperator<AgiCaller> caller) throws Exception {
		return ScriptCall.ask(caller, prompt::ask);
	}

	private static PromptResult<String> entered(String digits) {
		return new Entered<>(digits, digits);
	}

}
