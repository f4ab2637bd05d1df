package io.pystrix.test.agi;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.pystrix.test.agi.AgiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what a caller does at times of the call that no prompt decides, and for who
 * has hung up.
 */
@Timeout(120)
class AgiCallMomentTests {

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
		return AgiCaller.to(this.script.address()).speed(10);
	}

	@Test
	void digitsArePressedATimeAfterTheAnswer() throws Exception {
		AgiCaller caller = caller().whenAnswered()
			.after(Duration.ofMillis(1500))
			.press("2")
			.whenAnswered()
			.after(Duration.ofMillis(500))
			.press("1");
		try (AgiCall call = caller.call()) {
			this.script.accept();
			assertThat(this.script.run("WAIT FOR DIGIT 100")).isEqualTo("200 result=0");
			assertThat(this.script.run("EXEC Answer")).isEqualTo("200 result=0");
			assertThat(this.script.run("WAIT FOR DIGIT 5000")).isEqualTo("200 result=49");
			assertThat(this.script.run("WAIT FOR DIGIT 5000")).isEqualTo("200 result=50");
			assertThat(call).isAnswered().hasHeard("12");
			assertThat(call.transcript()).contains("(pressed 1)", "(pressed 2)");
		}
	}

	@Test
	void aPromptIsStoppedAtTheSampleOfThatTime() throws Exception {
		AgiCaller caller = caller().answered()
			.prompt("long", Duration.ofSeconds(20))
			.whenAnswered()
			.after(Duration.ofSeconds(1))
			.press("5");
		try (AgiCall call = caller.call()) {
			this.script.accept();
			String reply = this.script.run("STREAM FILE long 5");
			assertThat(reply).startsWith("200 result=53 endpos=");
			assertThat(Long.parseLong(reply.substring(reply.lastIndexOf('=') + 1))).isBetween(0L, 8000L);
			assertThat(call).hasHeard("5");
		}
	}

	@Test
	void digitsThatCameWhileTheScriptWasIdleWaitForIt() throws Exception {
		try (AgiCall call = caller().whenCalled().press("7").call()) {
			this.script.accept();
			assertThat(this.script.run("NOOP")).isEqualTo("200 result=0");
			assertThat(this.script.run("STREAM FILE a 7")).isEqualTo("200 result=55 endpos=0");
			assertThat(call).hasHeard("7");
		}
	}

	@Test
	void theCallerHangsUpATimeAfterTheCallWhateverTheScriptDoes() throws Exception {
		try (AgiCall call = caller().whenCalled().after(Duration.ofMillis(300)).hangUp().call()) {
			this.script.accept();
			assertThat(this.script.read()).isEqualTo("HANGUP");
			this.script.hangUp();
			assertThat(call).endsWithin(SOON).isHungUpByCaller().isNotAnswered().hasEnded(AgiStatus.HANGUP);
			assertThat(call.transcript()).contains("(hung up)");
		}
		try (AgiCall call = caller().whenAnswered().after(Duration.ofMillis(300)).hangUp().call()) {
			this.script.accept();
			this.script.run("ANSWER");
			String line = this.script.run("WAIT FOR DIGIT -1");
			while (!line.equals("HANGUP")) {
				line = this.script.read();
			}
			assertThat(call).isHungUpByCaller();
		}
	}

	@Test
	void whoHangsUpIsTold() throws Exception {
		try (AgiCall call = caller().call()) {
			this.script.accept();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).isHungUpByCaller())
				.withMessageContaining("Expected the call to be hung up");
			this.script.run("HANGUP");
			assertThat(call).isHungUpByScript();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).isHungUpByCaller())
				.withMessageContaining("but the script did")
				.withMessageContaining("script: HANGUP");
		}
		try (AgiCall call = caller().call()) {
			this.script.accept();
			call.hangUp();
			assertThat(call).isHungUpByCaller();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(call).isHungUpByScript())
				.withMessageContaining("but the caller did");
		}
	}

	@Test
	void anExpectedCommandMayBeQuotedInAnyWay() throws Exception {
		AgiCaller caller = caller().expect("STREAM FILE demo-thanks \"\"").reply("200 result=0 endpos=1");
		try (AgiCall call = caller.call()) {
			this.script.accept();
			assertThat(this.script.run("STREAM FILE \"demo-thanks\" \"\"")).isEqualTo("200 result=0 endpos=1");
			this.script.hangUp();
			call.awaitEnd(SOON);
		}
	}

}
