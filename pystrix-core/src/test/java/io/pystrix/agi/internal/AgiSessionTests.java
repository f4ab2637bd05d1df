package io.pystrix.agi.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiInvalidCommandException;
import io.pystrix.agi.AgiNoResultException;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiResultHangupException;
import io.pystrix.agi.AgiSighupException;
import io.pystrix.agi.AgiTimeoutException;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.agi.DataInput;
import io.pystrix.agi.DtmfInterrupt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AgiSessionTests {

	private static final String DEAD = "511 Command Not Permitted on a dead channel or intercept routine\n";

	private final ScriptedPeer peer = new ScriptedPeer();

	private final HangupNotice hangup = new HangupNotice();

	private final AgiSession agi = session(null);

	@Test
	void eachCommandIsOneWrite() {
		this.peer.answers("200 result=0\n", "200 result=49 endpos=4800\n", "200 result=12 (timeout)\n");
		this.agi.answer();
		assertThat(this.agi.streamFile("demo-thanks", "12")).hasValue(new DtmfInterrupt('1', 4800));
		assertThat(this.agi.getData("beep", Duration.ofMillis(1500), 5)).isEqualTo(new DataInput("12", true));
		assertThat(this.peer.writes).containsExactly("ANSWER\n", "STREAM FILE \"demo-thanks\" \"12\" 0\n",
				"GET DATA \"beep\" 1500 5\n");
	}

	@Test
	void everyMethodIsItsCommand() {
		this.peer.answers("200 result=1\n", "200 result=1\n", "200 result=0\n", "200 result=0\n", "200 result=53\n",
				"200 result=0\n", "200 result=35\n", "200 result=\n", "200 result=1 (v)\n", "200 result=1 ()\n",
				"200 result=1\n", "200 result=1\n", "200 result=0\n", "200 result= (timeout)\n");
		this.agi.hangup();
		this.agi.hangup("PJSIP/1");
		this.agi.noop();
		this.agi.sayDigits("12");
		assertThat(this.agi.sayNumber(7, "5")).hasValue('5');
		assertThat(this.agi.waitForDigit(Duration.ofSeconds(1))).isEmpty();
		assertThat(this.agi.waitForDigit()).isEqualTo('#');
		assertThat(this.agi.getData("f")).isEqualTo(new DataInput("", false));
		assertThat(this.agi.getVariable("A")).hasValue("v");
		assertThat(this.agi.getFullVariable("${A}")).hasValue("");
		this.agi.setVariable("A", "b");
		this.agi.verbose("x");
		assertThat(this.agi.exec("NoOp", "x")).isZero();
		assertThat(this.agi.getData("f", Duration.ZERO)).isEqualTo(new DataInput("", true));
		assertThat(this.peer.writes).hasSize(14);
	}

	@Test
	void nothingIsSentOfACommandThatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.agi.setVariable("A", "x\nHANGUP"));
		assertThat(this.peer.writes).isEmpty();
	}

	@Test
	void repliesStayInStepWithValuesOfSeveralLines() {
		this.peer.answers("200 result=1 (line1\nline2)\n", "200 result=1 (a)\nb)\n", "200 result=1 (c)\n");
		assertThat(this.agi.getVariable("V1")).hasValue("line1\nline2");
		assertThat(this.agi.getVariable("V2")).hasValue("a)\nb");
		assertThat(this.agi.getVariable("V3")).hasValue("c");
	}

	@Test
	void theLateRestOfAValueIsNoReply() {
		this.peer.answers("200 result=1 (a)\n", "lf)\n200 result=1 (c)\n");
		assertThat(this.agi.getVariable("V1")).hasValue("a");
		this.peer.push("rest)\n200 result=1 (fake)\nha");
		assertThat(this.agi.getVariable("V2")).hasValue("c");
	}

	@Test
	void usageIsAnExceptionInEitherForm() {
		this.peer.answers("520 Invalid command syntax.  Proper usage not available.\n",
				"520-Invalid command syntax.  Proper usage follows:\nReturns <literal>1</literal>\n"
						+ "520 End of proper usage.\n",
				"200 result=0\n");
		assertThatExceptionOfType(AgiUsageException.class).isThrownBy(this.agi::answer);
		assertThatExceptionOfType(AgiUsageException.class).isThrownBy(this.agi::answer)
			.withMessageContaining("<literal>1</literal>");
		this.agi.answer();
	}

	@Test
	void theUsageThatFollowsAnApplicationsResultIsSkipped() {
		this.peer.answers(
				"200 result=1\n520-Invalid command syntax.  Proper usage follows:\nx\n" + "520 End of proper usage.\n",
				"200 result=0\n", "200 result=1\n");
		assertThat(this.agi.exec("Odd")).isEqualTo(1);
		this.agi.noop();
		assertThat(this.agi.exec("Odd")).isEqualTo(1);
	}

	@Test
	void refusalsAreExceptions() {
		this.peer.answers("510 Invalid or unknown command\n", "503 result=-2 Memory allocation failure\n", "200 hm\n");
		assertThatExceptionOfType(AgiInvalidCommandException.class)
			.isThrownBy(() -> this.agi.execute(AgiCommand.of("GARBAGE")));
		assertThatExceptionOfType(AgiUnknownResponseException.class).isThrownBy(this.agi::noop);
		assertThatExceptionOfType(AgiNoResultException.class).isThrownBy(this.agi::noop);
		assertThat(this.agi.isHungUp()).isFalse();
	}

	@Test
	void whatIsNoReplyIsPassedOverOnEitherSideOfTheCommand() {
		this.peer.answers("200 result=0\n");
		this.agi.noop();
		this.peer.push("what\n200 result=1 (not asked for)\n");
		this.peer.answers("what\n\n2000 result=0\n200 result=1 (v)\n");
		assertThat(this.agi.getVariable("A")).hasValue("v");
	}

	@Test
	void allThatWasNotAskedForIsThrownAwayBeforeACommandHoweverMuchItIs() {
		this.peer.answers("200 result=0\n");
		this.agi.noop();
		this.peer.push("200 result=1 (not asked for)\n".repeat(5000));
		this.peer.answers("200 result=1 (v)\n");
		assertThat(this.agi.getVariable("A")).hasValue("v");
	}

	@Test
	void aPeerThatSendsMoreThanAReplyMayHaveIsLeft() {
		this.peer.answers("200 result=1 (" + "x".repeat(1 << 20) + ")\n");
		assertThatExceptionOfType(AgiUnknownResponseException.class).isThrownBy(() -> this.agi.getVariable("A"))
			.withMessage("More than 1048576 bytes came instead of a reply to GET VARIABLE \"A\"");
		assertThatExceptionOfType(AgiPipeClosedException.class).isThrownBy(this.agi::noop);
		assertThat(this.agi.isHungUp()).isTrue();
		assertThat(this.peer.writes).hasSize(1);
	}

	@Test
	void aPeerThatSendsTooMuchBetweenCommandsIsLeft() {
		AgiSession other = session(null);
		this.peer.answers("200 result=0\n", "200 result=0\n");
		this.agi.noop();
		other.noop();
		this.peer.push("x".repeat((1 << 20) + 2048));
		assertThat(this.agi.isHungUp()).isTrue();
		this.peer.push("200 result=0\n".repeat(20_000));
		assertThatExceptionOfType(AgiUnknownResponseException.class).isThrownBy(other::noop);
		assertThat(this.peer.writes).hasSize(2);
	}

	@Test
	void aLongValueFitsIntoAReply() {
		String value = "x".repeat((1 << 20) - 100);
		this.peer.answers("200 result=1 (" + value + ")\n", "200 result=1 (short)\n");
		assertThat(this.agi.getFullVariable("${A}")).hasValue(value);
		assertThat(this.agi.getVariable("A")).hasValue("short");
	}

	@Test
	void afterItsOwnHangupAScriptSeesThatTheCallerIsGone() {
		List<String> seen = new ArrayList<>();
		this.peer.answers("200 result=1\n", "200 result=0\n", "200 result=0\n", DEAD);
		this.agi.onHangup(() -> seen.add("gone"));
		this.agi.hangup();
		assertThat(seen).isEmpty();
		this.agi.noop();
		this.peer.push("HANGUP\n");
		this.agi.noop();
		assertThat(seen).containsExactly("gone");
		assertThat(this.agi.isHungUp()).isTrue();
		assertThatExceptionOfType(AgiDeadChannelException.class).isThrownBy(this.agi::answer);
	}

	@Test
	void aMissingFileIsNoHangup() {
		this.peer.answers("200 result=-1 endpos=0\n", "200 result=0\n");
		assertThatExceptionOfType(AgiApplicationException.class).isThrownBy(() -> this.agi.streamFile("nofile"))
			.satisfies((ex) -> assertThat(ex.items()).containsEntry("endpos", "0"));
		this.agi.noop();
		assertThat(this.agi.isHungUp()).isFalse();
	}

	@Test
	void aHangupDuringACommand() {
		this.peer.answers("200 result=-1 endpos=3200\nHANGUP\n", "200 result=1 (hello)\n", DEAD);
		assertThatExceptionOfType(AgiResultHangupException.class).isThrownBy(() -> this.agi.streamFile("f"))
			.satisfies((ex) -> assertThat(ex.items()).containsEntry("endpos", "3200"));
		assertThat(this.agi.isHungUp()).isTrue();
		assertThat(this.agi.getVariable("TESTVAR")).hasValue("hello");
		assertThatExceptionOfType(AgiDeadChannelException.class).isThrownBy(this.agi::answer);
	}

	@Test
	void aHangupBetweenCommandsIsSeen() {
		this.peer.answers("200 result=0\n", "HANGUP\n200 result=0\n");
		this.agi.noop();
		assertThat(this.agi.isHungUp()).isFalse();
		this.peer.push("HANG");
		assertThat(this.agi.isHungUp()).isFalse();
		this.peer.push("UP\n");
		assertThat(this.agi.isHungUp()).isTrue();
		this.agi.noop();
	}

	@Test
	void anApplicationMayFailOnADeadChannelWithoutAnotherHangup() {
		this.peer.answers("200 result=-1\n");
		this.peer.push("HANGUP\n");
		assertThat(this.agi.exec("Wait", "1")).isEqualTo(-1);
	}

	@Test
	void callbacksRunOnceWhenTheHangupIsNoticed() {
		List<String> seen = new ArrayList<>();
		this.peer.answers("HANGUP\n200 result=0\n", "200 result=1\n");
		this.agi.onHangup(() -> seen.add("first"));
		this.agi.onHangup(() -> {
			throw new IllegalStateException("by intent");
		});
		this.agi.onHangup(() -> this.agi.setVariable("GONE", "1"));
		assertThat(seen).isEmpty();
		this.agi.noop();
		assertThat(this.peer.writes).containsExactly("NOOP\n", "SET VARIABLE \"GONE\" \"1\"\n");
		this.agi.isHungUp();
		assertThat(seen).containsExactly("first");
		this.agi.onHangup(() -> seen.add("late"));
		assertThat(seen).containsExactly("first", "late");
	}

	@Test
	void theEndOfTheStreamIsAHangup() {
		this.peer.answers("HANGUP\nHANGUP\n");
		this.peer.push("HANGUP\n");
		this.peer.close();
		assertThatExceptionOfType(AgiPipeClosedException.class).isThrownBy(this.agi::answer);
		assertThatExceptionOfType(AgiPipeClosedException.class).isThrownBy(this.agi::answer);
		assertThat(this.agi.isHungUp()).isTrue();
		assertThat(this.agi.isUsable()).isFalse();
	}

	@Test
	void aSessionThatMissedATimeoutIsOver() {
		AgiSession hurried = session(Duration.ofMillis(20));
		assertThatExceptionOfType(AgiTimeoutException.class).isThrownBy(hurried::answer)
			.withMessageContaining("ANSWER");
		this.peer.push("200 result=0\n");
		assertThatExceptionOfType(AgiTimeoutException.class).isThrownBy(hurried::noop);
		assertThat(this.peer.writes).containsExactly("ANSWER\n");
		assertThat(hurried.isUsable()).isFalse();
	}

	@Test
	void exceptionsLeaveSecretsOut() {
		assertThatExceptionOfType(AgiTimeoutException.class)
			.isThrownBy(() -> session(Duration.ofMillis(1)).setVariable("PASSWORD", "s3cr3t"))
			.withMessageEndingWith("to SET VARIABLE \"PASSWORD\" \"******\"");
		assertThatIllegalArgumentException().isThrownBy(() -> this.agi.setVariable("PASSWORD", "s3cr3t\n"))
			.withMessageContaining("SET VARIABLE")
			.withMessageNotContaining("s3cr3t");
	}

	@Test
	void aHangupToldOtherwiseFailsTheNextCommandAndNoMore() {
		List<String> seen = new ArrayList<>();
		this.peer.answers("200 result=1\n");
		this.agi.onHangup(() -> seen.add("gone"));
		this.hangup.raise(() -> new AgiSighupException("SIGHUP"));
		assertThat(seen).containsExactly("gone");
		assertThatExceptionOfType(AgiSighupException.class).isThrownBy(this.agi::answer);
		this.agi.setVariable("A", "b");
		assertThat(this.agi.isHungUp()).isTrue();
	}

	private AgiSession session(Duration commandTimeout) {
		StreamTransport transport = new StreamTransport(new LineReader(this.peer.source(), StandardCharsets.UTF_8),
				this.peer.out(), StandardCharsets.UTF_8, this.hangup, this.peer::close);
		return new AgiSession(transport, AgiEnvironment.of(Map.of()), this.hangup, commandTimeout, null);
	}

}
