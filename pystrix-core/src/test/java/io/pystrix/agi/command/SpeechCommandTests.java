package io.pystrix.agi.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.SpeechResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SpeechCommandTests {

	private static final SpeechRecognize RECOGNIZE = new SpeechRecognize("beep", Duration.ofSeconds(5));

	@Test
	void lines() {
		assertThat(commands().map(AgiCommand::line)).containsExactly("SPEECH CREATE \"engine\"", "SPEECH DESTROY",
				"SPEECH SET \"name\" \"a value\"", "SPEECH LOAD GRAMMAR \"g\" \"/path/to g\"",
				"SPEECH UNLOAD GRAMMAR \"g\"", "SPEECH ACTIVATE GRAMMAR \"g\"", "SPEECH DEACTIVATE GRAMMAR \"g\"");
		assertThat(new SpeechCreate("").line()).isEqualTo("SPEECH CREATE \"\"");
		assertThat(RECOGNIZE.line()).isEqualTo("SPEECH RECOGNIZE \"beep\" 5");
		assertThat(new SpeechRecognize("beep", Duration.ofMillis(1001), 80).line())
			.isEqualTo("SPEECH RECOGNIZE \"beep\" 2 80");
	}

	static Stream<AgiCommand<AgiReply>> commands() {
		return Stream.of(new SpeechCreate("engine"), new SpeechDestroy(), new SpeechSet("name", "a value"),
				new SpeechLoadGrammar("g", "/path/to g"), new SpeechUnloadGrammar("g"), new SpeechActivateGrammar("g"),
				new SpeechDeactivateGrammar("g"));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void zeroIsAFailure(AgiCommand<AgiReply> command) {
		assertThat(Replies.result(command, "200 result=1").result()).isEqualTo("1");
		assertThatExceptionOfType(AgiApplicationException.class)
			.isThrownBy(() -> Replies.result(command, "200 result=0"));
	}

	@Test
	void whatMakesNoSenseIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SpeechSet("", "v"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SpeechLoadGrammar("", "p"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SpeechLoadGrammar("g", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> new SpeechUnloadGrammar(""));
		assertThatIllegalArgumentException().isThrownBy(() -> new SpeechActivateGrammar(""));
		assertThatIllegalArgumentException().isThrownBy(() -> new SpeechDeactivateGrammar(""));
		assertThatIllegalArgumentException().isThrownBy(() -> new SpeechRecognize("f", Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new SpeechRecognize("f", Duration.ZERO, -1));
	}

	@Test
	void whatWasSaid() {
		String reply = "200 result=1 (speech) endpos=3520 results=2 score0=900 text0=\"call bob\" grammar0=names "
				+ "score1=120 text1=\"bob\" grammar1=words";
		assertThat(Replies.result(RECOGNIZE, reply)).isEqualTo(new SpeechResult(
				List.of(new SpeechResult.Match(900, "call bob", "names"), new SpeechResult.Match(120, "bob", "words")),
				Optional.empty(), false, 3520));
		assertThat(Replies.result(RECOGNIZE, "200 result=1 (speech) endpos=80 results=0").matches()).isEmpty();
	}

	@Test
	void whatWasPressedOrNothing() {
		assertThat(Replies.result(RECOGNIZE, "200 result=1 (digit) digit=# endpos=800"))
			.isEqualTo(new SpeechResult(List.of(), Optional.of('#'), false, 800));
		assertThat(Replies.result(RECOGNIZE, "200 result=1 (timeout) endpos=3520"))
			.isEqualTo(new SpeechResult(List.of(), Optional.empty(), true, 3520));
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 result=0", "200 result=-1", "200 result=1", "200 result=1 (hangup) endpos=0",
			"200 result=1 (digit) endpos=0" })
	void failures(String reply) {
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> Replies.result(RECOGNIZE, reply));
	}

	@Test
	void aHangUpIsToldInWords() {
		assertThat(RECOGNIZE.suggestsHangup(Replies.reply("200 result=1 (hangup) endpos=0"))).isTrue();
		assertThat(RECOGNIZE.suggestsHangup(Replies.reply("200 result=1 (timeout) endpos=0"))).isFalse();
	}

}
