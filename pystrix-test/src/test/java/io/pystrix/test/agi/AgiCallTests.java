package io.pystrix.test.agi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AgiCaller} and {@link AgiCall}, with a socket as the script.
 */
class AgiCallTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private ScriptPeer script;

	@BeforeEach
	void start() throws IOException {
		this.script = new ScriptPeer();
	}

	@AfterEach
	void stop() throws IOException {
		this.script.close();
	}

	private AgiCaller caller() {
		return AgiCaller.to(this.script.address()).script("demo?x=1").speed(10);
	}

	@Test
	void sendsTheEnvironmentInAsterisksOrder() throws Exception {
		AgiCaller caller = caller().channel("Local/a@b-00000001;2")
			.uniqueid("1.2")
			.callerId("100", "Zoë")
			.dialplan("ctx", "ext", 3)
			.argument("arg one")
			.argument("");
		try (AgiCall call = caller.call()) {
			int port = this.script.address().getPort();
			String host = this.script.address().getHostString();
			assertThat(this.script.accept()).containsExactly("agi_network: yes", "agi_network_script: demo?x=1",
					"agi_request: agi://" + host + ":" + port + "/demo?x=1", "agi_channel: Local/a@b-00000001;2",
					"agi_language: en", "agi_type: Local", "agi_uniqueid: 1.2", "agi_version: 22.10.1",
					"agi_callerid: 100", "agi_calleridname: Zoë", "agi_callingpres: 0", "agi_callingani2: 0",
					"agi_callington: 0", "agi_callingtns: 0", "agi_dnid: unknown", "agi_rdnis: unknown",
					"agi_context: ctx", "agi_extension: ext", "agi_priority: 3", "agi_enhanced: 0.0",
					"agi_accountcode: ", "agi_threadid: 140640682321600", "agi_arg_1: arg one", "agi_arg_2: ");
			assertThat(call.uniqueid()).isEqualTo("1.2");
		}
	}

	@Test
	void answersAScriptUntilItCloses() throws Exception {
		try (AgiCall call = caller().variable("LANG", "en").call()) {
			this.script.accept();
			assertThat(this.script.run("CHANNEL STATUS")).isEqualTo("200 result=4");
			assertThat(this.script.run("answer")).isEqualTo("200 result=0");
			assertThat(this.script.run("\"CHANNEL\" STATUS")).isEqualTo("200 result=6");
			assertThat(this.script.run("GET VARIABLE LANG")).isEqualTo("200 result=1 (en)");
			assertThat(this.script.run("GET VARIABLE NONE")).isEqualTo("200 result=0");
			assertThat(this.script.run("SET VARIABLE PV \"a (b) c)\"")).isEqualTo("200 result=1");
			assertThat(this.script.run("GET FULL VARIABLE \"${PV} on ${CHANNEL(state)}\""))
				.isEqualTo("200 result=1 (a (b) c) on Up)");
			assertThat(this.script.run("VERBOSE hi")).isEqualTo("200 result=1");
			assertThat(this.script.run("NOOP a b c")).isEqualTo("200 result=0");
			this.script.hangUp();
			call.awaitEnd(SOON);
			assertThat(call.status()).isEqualTo(AgiStatus.SUCCESS);
			assertThat(call.isAnswered()).isTrue();
			assertThat(call.variable("PV")).isEqualTo("a (b) c)");
			assertThat(call.commands()).hasSize(9).contains("answer", "VERBOSE hi");
			assertThat(call.transcript()).contains("Asterisk: 200 result=1 (en)");
		}
	}

	@Test
	void refusesWhatAsteriskRefuses() throws Exception {
		try (AgiCall call = caller().call()) {
			this.script.accept();
			assertThat(this.script.run("ANSWER\r")).isEqualTo("510 Invalid or unknown command");
			assertThat(this.script.run("")).isEqualTo("510 Invalid or unknown command");
			assertThat(this.script.run("STREAM FILE beep"))
				.isEqualTo("520-Invalid command syntax.  Proper usage follows:");
			this.script.read();
			assertThat(this.script.read()).isEqualTo("520 End of proper usage.");
			assertThat(this.script.run("WAIT FOR DIGIT abc")).startsWith("520-");
			assertThat(call.isAnswered()).isFalse();
		}
	}

	@Test
	void playsAFileToItsEnd() throws Exception {
		try (AgiCall call = caller().prompt("beep", Duration.ofMillis(440)).missing("nofile").call()) {
			this.script.accept();
			assertThat(this.script.run("STREAM FILE beep \"\"")).isEqualTo("200 result=0 endpos=3520");
			assertThat(this.script.run("STREAM FILE beep \"\" 999999")).isEqualTo("200 result=0 endpos=3520");
			assertThat(this.script.run("STREAM FILE nofile \"\"")).isEqualTo("200 result=-1 endpos=0");
			this.script.hangUp();
			call.awaitEnd(SOON);
			assertThat(call.played()).containsExactly("beep", "beep");
			assertThat(call.status()).isEqualTo(AgiStatus.FAILURE);
		}
	}

	@Test
	void stopsAPromptAtTheSampleWhereAnEscapeDigitIsPressed() throws Exception {
		AgiCaller caller = caller().prompt("demo-thanks", Duration.ofSeconds(2))
			.whenPlaying("demo-thanks")
			.after(Duration.ofMillis(300))
			.press("9")
			.whenPlaying("demo-thanks")
			.after(Duration.ofMillis(600))
			.press("1");
		try (AgiCall call = caller.call()) {
			this.script.accept();
			assertThat(this.script.run("STREAM FILE demo-thanks 9")).isEqualTo("200 result=57 endpos=2400");
			assertThat(this.script.run("STREAM FILE demo-thanks 12")).isEqualTo("200 result=49 endpos=4800");
			assertThat(call.played()).containsExactly("demo-thanks", "demo-thanks");
		}
	}

	@Test
	void hearsDigitsThatATestPresses() throws Exception {
		try (AgiCall call = caller().prompts(Duration.ofMinutes(10)).call()) {
			this.script.accept();
			this.script.send("STREAM FILE long 12");
			call.awaitCommand("stream file", SOON);
			call.press("3").press("2");
			assertThat(this.script.read()).startsWith("200 result=50 endpos=");
			call.press("#");
			assertThat(this.script.run("WAIT FOR DIGIT -1")).isEqualTo("200 result=35");
			assertThat(this.script.run("WAIT FOR DIGIT 100")).isEqualTo("200 result=0");
			assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> call.press("x"));
		}
	}

	@Test
	void collectsDigits() throws Exception {
		AgiCaller caller = caller().missing("nofile")
			.whenRunning("GET DATA a")
			.press("123")
			.whenRunning("GET DATA b")
			.press("12")
			.whenRunning("GET DATA c")
			.press("12#")
			.whenRunning("GET DATA d")
			.press("#");
		try (AgiCall call = caller.call()) {
			this.script.accept();
			assertThat(this.script.run("GET DATA a 3000 3")).isEqualTo("200 result=123");
			assertThat(this.script.run("GET DATA b 150 5")).isEqualTo("200 result=12 (timeout)");
			assertThat(this.script.run("GET DATA c 3000 5")).isEqualTo("200 result=12");
			assertThat(this.script.run("GET DATA d 3000 5")).isEqualTo("200 result=");
			assertThat(this.script.run("GET DATA e 150 5")).isEqualTo("200 result= (timeout)");
			assertThat(this.script.run("GET DATA nofile 150 5")).isEqualTo("200 result=-1");
			assertThat(call.played()).containsExactly("a", "b", "c", "d", "e");
		}
	}

	@Test
	void speaksAndRunsApplications() throws Exception {
		AgiCaller caller = caller().whenRunning("SAY DIGITS 123456789")
			.press("5")
			.whenPlaying("menu")
			.press("4")
			.application("NoSuchApp", -2);
		try (AgiCall call = caller.call()) {
			this.script.accept();
			assertThat(this.script.run("SAY DIGITS 12 \"\"")).isEqualTo("200 result=0");
			assertThat(this.script.run("SAY DIGITS 123456789 5")).isEqualTo("200 result=53");
			assertThat(this.script.run("SAY ALPHA ab \"\" u")).isEqualTo("200 result=0");
			assertThat(this.script.run("SAY NUMBER x \"\"")).startsWith("520-");
			this.script.read();
			this.script.read();
			assertThat(this.script.run("EXEC NoOp")).isEqualTo("200 result=0");
			assertThat(this.script.run("EXEC NoSuchApp x")).isEqualTo("200 result=-2");
			assertThat(this.script.run("EXEC Set EXV=1,2")).isEqualTo("200 result=0");
			assertThat(this.script.run("EXEC Background menu")).isEqualTo("200 result=52");
			assertThat(this.script.run("EXEC Wait 0.1")).isEqualTo("200 result=0");
			assertThat(call.variable("EXV")).isEqualTo("1,2");
		}
	}

	@Test
	void endsARunningCommandBeforeItTellsOfTheHangup() throws Exception {
		try (AgiCall call = caller().call()) {
			this.script.accept();
			this.script.send("WAIT FOR DIGIT -1");
			call.awaitCommand("WAIT", SOON);
			call.hangUp();
			assertThat(this.script.read()).isEqualTo("200 result=-1");
			assertThat(this.script.read()).isEqualTo("HANGUP");
			assertThat(this.script.run("NOOP")).isEqualTo("200 result=0");
			assertThat(this.script.run("ANSWER"))
				.isEqualTo("511 Command Not Permitted on a dead channel or intercept routine");
			assertThat(this.script.run("EXEC Wait 1")).isEqualTo("200 result=-1");
			assertThat(call.isEnded()).isFalse();
			this.script.hangUp();
			assertThat(call.awaitEnd(SOON).status()).isEqualTo(AgiStatus.HANGUP);
		}
	}

	@Test
	void tellsAnIdleScriptOfTheHangupAtOnce() throws Exception {
		try (AgiCall call = caller().call()) {
			this.script.accept();
			call.hangUp();
			assertThat(this.script.read()).isEqualTo("HANGUP");
		}
	}

	@Test
	void hangsUpAtAMomentOfAPrompt() throws Exception {
		try (AgiCall call = caller().prompt("p", Duration.ofSeconds(9))
			.whenPlaying("p")
			.after(Duration.ofMillis(400))
			.hangUp()
			.call()) {
			this.script.accept();
			assertThat(this.script.run("STREAM FILE p \"\"")).startsWith("200 result=-1 endpos=");
			assertThat(this.script.read()).isEqualTo("HANGUP");
			assertThat(call.isHungUp()).isTrue();
		}
	}

	@Test
	void hangsUpWhenTheScriptSaysSo() throws Exception {
		try (AgiCall call = caller().call()) {
			this.script.accept();
			assertThat(this.script.run("HANGUP Nope/1")).isEqualTo("200 result=-1");
			assertThat(this.script.run("HANGUP")).isEqualTo("200 result=1");
			assertThat(this.script.read()).isEqualTo("HANGUP");
			assertThat(call.isHungUp()).isTrue();
		}
	}

	@Test
	void abortsAPromptWhenTheNextCommandComesTooEarly() throws Exception {
		try (AgiCall call = caller().prompts(Duration.ofMinutes(10)).call()) {
			this.script.accept();
			this.script.send("STREAM FILE long \"\"");
			call.awaitCommand("STREAM", SOON);
			assertThat(this.script.run("VERBOSE early")).isEqualTo("200 result=1");
		}
	}

	@Test
	void followsAScriptOfExpectations() throws Exception {
		AgiCaller caller = caller().expect("ANSWER")
			.reply("200 result=0")
			.expect("NOOP")
			.replyAndHangUp("200 result=7");
		try (AgiCall call = caller.call()) {
			this.script.accept();
			assertThat(this.script.run("ANSWER")).isEqualTo("200 result=0");
			assertThat(this.script.run("NOOP")).isEqualTo("200 result=7");
			assertThat(this.script.read()).isEqualTo("HANGUP");
			this.script.hangUp();
			call.awaitEnd(SOON);
		}
	}

	@Test
	void failsOnAnUnexpectedCommandAndOnAMissingOne() throws Exception {
		AgiCaller caller = caller().expect("ANSWER").reply("200 result=0").expect("NOOP").reply("200 result=0");
		try (AgiCall call = caller.call()) {
			this.script.accept();
			assertThat(this.script.run("VERBOSE x")).isEqualTo("HANGUP");
			assertThat(this.script.read()).isNull();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> call.awaitEnd(SOON))
				.withMessageStartingWith("Expected 'ANSWER' but the script sent 'VERBOSE x'");
		}
		try (AgiCall call = caller.call()) {
			this.script.accept();
			assertThat(this.script.run("ANSWER")).isEqualTo("200 result=0");
			this.script.hangUp();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> call.awaitEnd(SOON))
				.withMessageStartingWith("The script ended but 'NOOP' was expected");
		}
	}

	@Test
	void endsWhateverRunsWhenItIsClosed() throws Exception {
		AgiCall call = caller().call();
		this.script.accept();
		this.script.send("EXEC Wait 100000");
		call.awaitCommand("EXEC", SOON);
		call.close();
		call.awaitEnd(SOON);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> call.awaitCommand("X", Duration.ofMillis(5)))
			.withMessageContaining("  script: EXEC Wait 100000");
	}

	@Test
	void cannotCallWhereNobodyListens() throws Exception {
		this.script.close();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> caller().call());
	}

}
