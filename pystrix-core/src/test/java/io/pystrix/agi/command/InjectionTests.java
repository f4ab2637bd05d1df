package io.pystrix.agi.command;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.PlaybackControls;
import io.pystrix.agi.RecordOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * No text that a command takes becomes another command.
 */
class InjectionTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	static Stream<Function<String, AgiCommand<?>>> texts() {
		return Stream.of(ChannelStatus::new, (t) -> new ControlStreamFile(t, ""), (t) -> new DatabaseDel(t, "k"),
				(t) -> new DatabaseDel("f", t), DatabaseDeltree::new, (t) -> new DatabaseDeltree("f", t),
				(t) -> new DatabaseGet(t, "k"), (t) -> new DatabaseGet("f", t), (t) -> new DatabasePut(t, "k", "v"),
				(t) -> new DatabasePut("f", t, "v"), (t) -> new DatabasePut("f", "k", t), (t) -> new GetOption(t, ""),
				(t) -> new RecordFile(t, "gsm", RecordOptions.until("")),
				(t) -> new RecordFile("f", t, RecordOptions.until("")), SayAlpha::new, SayPhonetic::new,
				(t) -> new SayDatetime(Instant.EPOCH, "", t), SendImage::new, SendText::new, SetCallerId::new,
				(t) -> new SetCallerId("1", t), SetContext::new, SetExtension::new, SetPriority::new, SetMusic::new,
				SpeechCreate::new, (t) -> new SpeechSet(t, "v"), (t) -> new SpeechSet("n", t),
				(t) -> new SpeechLoadGrammar(t, "p"), (t) -> new SpeechLoadGrammar("g", t), SpeechUnloadGrammar::new,
				SpeechActivateGrammar::new, SpeechDeactivateGrammar::new, (t) -> new SpeechRecognize(t, SECOND),
				(t) -> new Gosub(t, "s", "1"), (t) -> new Gosub("c", t, "1"), (t) -> new Gosub("c", "s", t),
				(t) -> new Gosub("c", "s", "1", "a", t), Hangup::new, StreamFile::new, GetData::new, GetVariable::new,
				GetFullVariable::new, (t) -> new GetFullVariable("a", t), (t) -> new SetVariable(t, "v"),
				(t) -> new SetVariable("n", t), Verbose::new, Exec::new, (t) -> new Exec("NoOp", t));
	}

	static Stream<Function<String, AgiCommand<?>>> keys() {
		return Stream.of((t) -> new ControlStreamFile("f", t),
				(t) -> new ControlStreamFile("f", "", PlaybackControls.DEFAULTS.withWinding(t, "")),
				(t) -> new ControlStreamFile("f", "", PlaybackControls.DEFAULTS.withWinding("", t)),
				(t) -> new ControlStreamFile("f", "", PlaybackControls.DEFAULTS.withPause(t)),
				(t) -> new GetOption("f", t), (t) -> new RecordFile("f", "gsm", RecordOptions.until(t)),
				(t) -> new SayAlpha("a", t), (t) -> new SayPhonetic("a", t), (t) -> new SayDate(Instant.EPOCH, t),
				(t) -> new SayTime(Instant.EPOCH, t), (t) -> new SayDatetime(Instant.EPOCH, t),
				(t) -> new SayDigits("1", t), (t) -> new SayNumber(1, t), (t) -> new StreamFile("f", t),
				SayDigits::new);
	}

	@ParameterizedTest
	@MethodSource({ "texts", "keys" })
	void lineBreaksAndNulAreRefused(Function<String, AgiCommand<?>> command) {
		assertThatIllegalArgumentException().isThrownBy(() -> command.apply("1\nHANGUP"));
		assertThatIllegalArgumentException().isThrownBy(() -> command.apply("1\rHANGUP"));
		assertThatIllegalArgumentException().isThrownBy(() -> command.apply("1\0HANGUP"));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void aQuoteEndsNoArgument(Function<String, AgiCommand<?>> command) {
		String line = command.apply("1\" HANGUP \"").line();
		assertThat(line).containsPattern("\\\\\" HANGUP (\\\\\\\\)?\\\\\"");
	}

	@ParameterizedTest
	@MethodSource("keys")
	void aQuoteIsNoKey(Function<String, AgiCommand<?>> command) {
		assertThatIllegalArgumentException().isThrownBy(() -> command.apply("1\" HANGUP \""));
	}

}
