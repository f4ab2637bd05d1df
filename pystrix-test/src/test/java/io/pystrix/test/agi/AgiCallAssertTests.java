package io.pystrix.test.agi;

import java.io.IOException;
import java.time.Duration;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static io.pystrix.test.agi.AgiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AgiCallAssert}.
 */
@Timeout(120)
class AgiCallAssertTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private ScriptPeer script;

	private AgiCall call;

	@BeforeEach
	void start() throws IOException {
		this.script = new ScriptPeer();
		this.call = AgiCaller.to(this.script.address())
			.speed(100)
			.database("fam", "key", "value")
			.whenPlaying("b")
			.press("1")
			.call();
		this.script.accept();
	}

	@AfterEach
	void stop() throws IOException {
		this.call.close();
		this.script.close();
	}

	@Test
	void whatHappenedIsAsserted() throws Exception {
		assertThat(this.call).isNotAnswered().isNotHungUp().hasPlayedExactly().hasHeard("").hasVariable("X", null);
		for (String command : new String[] { "ANSWER", "STREAM FILE a 1", "STREAM FILE b 1", "STREAM FILE c 1",
				"SAY NUMBER 7 1", "SET VARIABLE X 100%s", "RECORD FILE r gsm # 10", "SEND TEXT hi", "SET CONTEXT c" }) {
			assertThat(this.script.run(command)).startsWith("200 ");
		}
		assertThat(this.call).isAnswered()
			.hasPlayed("a", "c")
			.hasPlayedExactly("a", "b", "c")
			.hasSaid("7")
			.hasHeard("1")
			.hasRun("answer", "Stream File b", "SAY")
			.hasRecorded("r")
			.hasSentTexts("hi")
			.hasVariable("X", "100%s")
			.hasDatabaseValue("fam", "key", "value")
			.hasDatabaseValue("fam", "other", null)
			.isAt("c", "s", 1);
		this.script.run("HANGUP");
		this.script.hangUp();
		assertThat(this.call).endsWithin(SOON).isHungUp().hasEnded(AgiStatus.HANGUP);
	}

	@Test
	void aFailureShowsWhatWasExpectedAndTheTranscript() throws Exception {
		this.script.run("STREAM FILE a 1");
		this.script.run("SET VARIABLE X 100%s");
		fails(() -> assertThat(this.call).isAnswered(), "Expected the call to be answered");
		fails(() -> assertThat(this.call).isHungUp(), "Expected the call to be hung up");
		fails(() -> assertThat(this.call).hasPlayed("a", "b"),
				"Expected the call to have played, in this order, [a, b]", "there is no 'b' at its place in [a]");
		fails(() -> assertThat(this.call).hasPlayed("a", "a"), "there is no 'a' at its place");
		fails(() -> assertThat(this.call).hasPlayedExactly("a", "b"), "to have played exactly [a, b]", "it is [a]");
		fails(() -> assertThat(this.call).hasSaid("1"), "to have said");
		fails(() -> assertThat(this.call).hasHeard("1"), "to have heard '1'", "it is ''");
		fails(() -> assertThat(this.call).hasRun("SET", "STREAM"), "no 'STREAM' at its place");
		fails(() -> assertThat(this.call).hasRecorded("r"), "to have recorded");
		fails(() -> assertThat(this.call).hasSentTexts("r"), "to have sent");
		fails(() -> assertThat(this.call).hasVariable("X", "y"), "variable X 'y'", "it is '100%s'");
		fails(() -> assertThat(this.call).hasDatabaseValue("fam", "key", "y"), "database fam/key 'y'");
		fails(() -> assertThat(this.call).isAt("c", "s", 1), "context=default");
		fails(() -> assertThat(this.call).hasEnded(AgiStatus.SUCCESS), "the script to have ended", "it still runs");
		fails(() -> assertThat(this.call).endsWithin(Duration.ofMillis(1)), "did not end within");
		this.script.run("ANSWER");
		fails(() -> assertThat(this.call).isNotAnswered(), "not to be answered");
		this.call.hangUp();
		fails(() -> assertThat(this.call).isNotHungUp(), "not to be hung up");
		this.script.hangUp();
		this.call.awaitEnd(SOON);
		fails(() -> assertThat(this.call).hasEnded(AgiStatus.SUCCESS), "to have ended with SUCCESS", "it is HANGUP");
	}

	private void fails(ThrowingCallable assertion, String... parts) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion)
			.withMessageContainingAll(parts)
			.withMessageContaining("  script: SET VARIABLE X 100%s");
	}

	@Test
	void nothingToLookForIsAMistake() {
		assertThatIllegalArgumentException().isThrownBy(() -> assertThat(this.call).hasPlayed());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat((AgiCall) null).isAnswered());
	}

}
