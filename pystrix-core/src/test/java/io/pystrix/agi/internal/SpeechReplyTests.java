package io.pystrix.agi.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.pystrix.agi.AgiReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpeechReplyTests {

	private static final String HEAD = "200 result=1 (speech) endpos=80 results=";

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "\"", "\"\"", ")", "\n", "a\n\nb)\nc", "HANGUP\n", "x\nHANGUP\nHANGUP\ny",
			"200 result=0\n520-x\n", " score0=1 text0=\"", "\" grammar0=x", "\" grammar1=", "score1=5", " text1=\"a\" ",
			"<a b=\"c\">\n\t<d/>\n</a>" })
	void aTextMayHoldAnything(String text) throws IOException {
		AgiReply reply = read(HEAD + "2 score0=90 text0=\"" + text + "\" grammar0=a b(1) score1=-3 text1=\"" + text
				+ "\" grammar1=c=d\n");
		assertThat(reply.items()).containsEntry("score0", "90")
			.containsEntry("text0", text)
			.containsEntry("grammar0", "a b(1)")
			.containsEntry("score1", "-3")
			.containsEntry("text1", text)
			.containsEntry("grammar1", "c=d")
			.containsEntry("endpos", "80")
			.hasSize(9);
	}

	@Test
	void aTextMayLookLikeAMatchThatIsNotCounted() throws IOException {
		String text = "a\" grammar0=x score1=7 text1=\"b";
		assertThat(read(HEAD + "1 score0=90 text0=\"" + text + "\" grammar0=g\n").items()).containsEntry("text0", text)
			.containsEntry("grammar0", "g")
			.doesNotContainKey("score1");
	}

	@Test
	void whatAsteriskHasCutEndsAll() throws IOException {
		String matches = "score0=90 text0=\"" + "ü\n".repeat(2000);
		String cut = matches;
		while (cut.getBytes(StandardCharsets.UTF_8).length > 4095) {
			cut = cut.substring(0, cut.length() - 1);
		}
		cut += "x".repeat(4095 - cut.getBytes(StandardCharsets.UTF_8).length);
		assertThat(read(HEAD + "1 " + cut + "\n").items()).containsEntry("score0", "90").doesNotContainKey("grammar0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0 ", "0", "99999999999999 x", "1 ", "2 score0=1 text0=\"a\" grammar0=b" })
	void aReplyMaySayLessThanItAnnounces(String rest) {
		assertThat(SpeechReply.isStart(HEAD + rest)).isTrue();
		assertThat(SpeechReply.mayEnd(HEAD + rest)).isEqualTo(rest.startsWith("0"));
	}

	private static AgiReply read(String text) throws IOException {
		return new ReplyReader(LineSource.of(text), new HangupNotice()).read("SPEECH RECOGNIZE \"f\" 1");
	}

}
