package io.pystrix.integration;

import java.time.Duration;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.control.Call;
import io.pystrix.ami.control.MixMonitorRecording;
import io.pystrix.test.AsteriskSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Calls on the simulated PBX.
 */
class SimulatedPbxTests extends AbstractCallsTests {

	private static final int SPEED = 5;

	private static final AsteriskSimulator ASTERISK = AsteriskSimulator.builder()
		.account("admin", "wordpass")
		.speed(SPEED)
		.extension("talk", (steps) -> steps.goTo("wait"))
		.extension("200", (steps) -> steps.goTo("wait"))
		.extension("agent", (steps) -> steps.answerAfter(Duration.ofSeconds(5)))
		.queue("support",
				(queue) -> queue.retry(Duration.ofSeconds(1)).member("agent", (member) -> member.name("Agent")))
		.queue("empty", (queue) -> queue.strategy("rrmemory"))
		.build();

	@BeforeAll
	static void open() {
		ASTERISK.start();
	}

	@AfterAll
	static void close() {
		ASTERISK.close();
	}

	@Override
	Manager manager() {
		return Manager.builder().host("127.0.0.1").port(ASTERISK.ami().port()).credentials("admin", "wordpass").build();
	}

	@Override
	String phone() {
		return "Local/wait@default/n";
	}

	@Override
	int speed() {
		return SPEED;
	}

	@Test
	void aChannelIsRecorded() {
		Call call = talker("Local/wait@default/n", "wait");
		MixMonitorRecording recording = result(call.control().record("file.wav"));
		assertThat(result(recording.pause()).state()).isTrue();
		assertThat(result(recording.resume()).state()).isFalse();
		result(recording.stop());
		assertThatThrownBy(() -> result(recording.stop())).isInstanceOf(ActionFailedException.class);
	}

	@Test
	void aCallerIsConnectedWithAMemberOfAQueue() {
		Call call = talker("Local/wait@default/n", "queue-support");
		await().atMost(PATIENCE).until(() -> this.state.queue("support").orElseThrow().callers().size() == 1);
		inBridge(call);
		await().atMost(PATIENCE).until(() -> this.state.queue("support").orElseThrow().callers().isEmpty());
		isWhatAsteriskSays();
		result(call.hangup());
		await().atMost(PATIENCE)
			.until(() -> this.state.queue("support").orElseThrow().statistics().completed().orElse(0) == 1);
	}

}
