package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;

import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiUnknownResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class ReplyReaderTests {

	private final HangupNotice hangup = new HangupNotice();

	@Test
	void aResult() throws IOException {
		AgiReply reply = read("200 result=0");
		assertThat(reply.code()).isEqualTo(200);
		assertThat(reply.result()).isEqualTo("0");
		assertThat(reply.data()).isNull();
		assertThat(reply.items()).containsExactly(entry("result", "0"));
		assertThat(reply.text()).isEqualTo("200 result=0");
	}

	@Test
	void aResultWithAPosition() throws IOException {
		AgiReply reply = read("200 result=-1 endpos=3200");
		assertThat(reply.resultAsInt()).isEqualTo(-1);
		assertThat(reply.itemAsLong("endpos")).isEqualTo(3200);
	}

	@Test
	void anEmptyResult() throws IOException {
		assertThat(read("200 result=").result()).isEmpty();
		AgiReply timeout = read("200 result= (timeout)");
		assertThat(timeout.result()).isEmpty();
		assertThat(timeout.data()).isEqualTo("timeout");
		assertThat(read("200 result=*1 (timeout)").result()).isEqualTo("*1");
	}

	@Test
	void aWordAndAPosition() throws IOException {
		AgiReply reply = read("200 result=35 (dtmf) endpos=5600");
		assertThat(reply.data()).isEqualTo("dtmf");
		assertThat(reply.items()).containsExactly(entry("result", "35"), entry("endpos", "5600"));
		assertThat(read("200 result=-1 (hangup) endpos=0").data()).isEqualTo("hangup");
		assertThat(read("200 result=-1 (writefile)").data()).isEqualTo("writefile");
	}

	@Test
	void aValue() throws IOException {
		assertThat(read("200 result=1 (some value)").data()).isEqualTo("some value");
		assertThat(read("200 result=1 ()").data()).isEmpty();
		assertThat(read("200 result=1 (\"Bob Jones\" <5551212>)").data()).isEqualTo("\"Bob Jones\" <5551212>");
	}

	@Test
	void aValueRunsToTheLastParenthesis() throws IOException {
		AgiReply reply = read("200 result=1 (a (b) c))");
		assertThat(reply.data()).isEqualTo("a (b) c)");
		assertThat(read("200 result=1 (a (b) c=d)").items()).containsExactly(entry("result", "1"));
		assertThat(read("200 result=1 (hangup)").data()).isEqualTo("hangup");
	}

	@Test
	void aValueOfSeveralLines() throws IOException {
		ReplyReader reader = reader("200 result=1 (line1\nline2)");
		assertThat(reader.read().data()).isEqualTo("line1\nline2");
	}

	@Test
	void aValueWhoseLinesLookLikeAnything() throws IOException {
		assertThat(read("200 result=1 (foo) bar\n\n200 result=0\nHANGUP\nbaz)").data())
			.isEqualTo("foo) bar\n\n200 result=0\nHANGUP\nbaz");
		assertThat(this.hangup.isKnown()).isFalse();
	}

	@Test
	void aValueWithALineThatEndsWithAParenthesisArrivesAsAWhole() throws IOException {
		assertThat(read("200 result=1 (a)\nb\nc)").data()).isEqualTo("a)\nb\nc");
	}

	@Test
	void recognizedSpeech() throws IOException {
		AgiReply reply = read(
				"200 result=1 (speech) endpos=800 results=1 score0=90 text0=\"one (or) two\" grammar0=numbers");
		assertThat(reply.data()).isEqualTo("speech");
		assertThat(reply.items()).containsEntry("text0", "one (or) two").containsEntry("grammar0", "numbers");
	}

	@Test
	void tryingIsNotTheReply() throws IOException {
		AgiReply reply = read("100 result=0 Trying...\n200 result=0 Gosub complete (abnormal exit)");
		assertThat(reply.code()).isEqualTo(200);
		assertThat(reply.result()).isEqualTo("0");
	}

	@Test
	void usageOfOneLine() throws IOException {
		AgiReply reply = read("520 Invalid command syntax.  Proper usage not available.");
		assertThat(reply.code()).isEqualTo(520);
		assertThat(reply.lines()).hasSize(1);
	}

	@Test
	void usageOfSeveralLinesWithAHangupAmongThem() throws IOException {
		AgiReply reply = read("520-Invalid command syntax.  Proper usage follows:\n"
				+ "Hangs up the specified channel.\nHANGUP\n    200 result=1\n520 End of proper usage.");
		assertThat(reply.code()).isEqualTo(520);
		assertThat(reply.lines()).hasSize(4).contains("    200 result=1").doesNotContain("HANGUP");
		assertThat(this.hangup.isKnown()).isTrue();
	}

	@Test
	void aHangupBeforeTheReplyBelongsToNoCommand() throws IOException {
		assertThat(read("HANGUP\nHANGUP\n511 Command Not Permitted on a dead channel or intercept routine").code())
			.isEqualTo(511);
		assertThat(this.hangup.isKnown()).isTrue();
	}

	@Test
	void aHangupBehindAValueIsLeftForLater() throws IOException {
		assertThat(read("200 result=1 (x)\nHANGUP").data()).isEqualTo("x");
		assertThat(this.hangup.isKnown()).isFalse();
	}

	@Test
	void otherCodes() throws IOException {
		assertThat(read("510 Invalid or unknown command").code()).isEqualTo(510);
		assertThat(read("503 result=-2 Memory allocation failure").code()).isEqualTo(503);
		assertThat(read("200 no result").items()).isEmpty();
	}

	@Test
	void whatHasNoCodeIsNoReply() throws IOException {
		assertThatExceptionOfType(AgiUnknownResponseException.class).isThrownBy(() -> read("hello\nworld"))
			.withMessage("Not a reply: 'hello'");
		assertThatExceptionOfType(AgiUnknownResponseException.class).isThrownBy(() -> read("2000 result=0"));
		assertThat(read("\nhello\n 200 result=7\n200 result=0").result()).isEqualTo("0");
	}

	@Test
	void theLateEndOfAUsageIsNoReply() throws IOException {
		assertThat(read("Returns nothing.\n520 End of proper usage.\n200 result=0").code()).isEqualTo(200);
	}

	@Test
	void theEndOfTheStreamIsNotAReply() {
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(""));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read("200 result=1 (never closed"));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read("520-Invalid\nusage"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "200 result=1 (", "520-Invalid command syntax.  Proper usage follows:\n", "100 Trying\n",
			"hello" })
	void aReplyWithoutEndDoesNotFillTheMemory(String start) {
		String lines = start + ("x".repeat(1000) + "\n").repeat(1100);
		assertThatExceptionOfType(LineTooLongException.class).isThrownBy(() -> read(lines));
		String emptyLines = start + "\n".repeat(20_000);
		assertThatExceptionOfType(LineTooLongException.class).isThrownBy(() -> read(emptyLines));
	}

	private AgiReply read(String text) throws IOException {
		return reader(text).read();
	}

	private ReplyReader reader(String text) {
		return new ReplyReader(LineSource.of(text), this.hangup);
	}

}
