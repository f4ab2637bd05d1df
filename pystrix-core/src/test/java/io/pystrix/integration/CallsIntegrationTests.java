package io.pystrix.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.MuteAudioDirection;
import io.pystrix.ami.control.Call;
import io.pystrix.ami.control.CallEndedException;
import io.pystrix.ami.control.CallOutcome;
import io.pystrix.ami.control.DialRequest;
import io.pystrix.ami.control.Joined;
import io.pystrix.ami.control.MixMonitorRecording;
import io.pystrix.ami.control.SpyMode;
import io.pystrix.ami.event.ChanSpyStartEvent;
import io.pystrix.ami.event.UserEventEvent;
import io.pystrix.ami.live.DialplanPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * Calls on a real Asterisk, among them those that need SIP, sound or files.
 */
@RealAsterisk.Required
class CallsIntegrationTests extends AbstractCallsTests {

	@Override
	Manager manager() {
		return RealAsterisk.builder().build();
	}

	@Override
	String phone() {
		return "PJSIP/wait@loop";
	}

	@Override
	int speed() {
		return 1;
	}

	@ParameterizedTest
	@CsvSource({ "PJSIP/busy@loop, BUSY, 17", "Local/sip-busy@default, BUSY, 17",
			"PJSIP/congestion@loop, CONGESTION, 34", "PJSIP/hangup-21@loop, REJECTED, 21",
			"Local/sip-hangup-21@default, REJECTED, 21", "PJSIP/nowhere@loop, UNREACHABLE, 1",
			"NoSuch/thing, UNREACHABLE, " })
	void aCallOverSipThatIsNotAnsweredSaysWhy(String endpoint, CallOutcome.Result expected, Integer cause) {
		isNotAnswered(endpoint, expected, cause);
	}

	@ParameterizedTest
	@CsvSource({ "PJSIP/noanswer@loop", "Local/sip-noanswer@default" })
	void nobodyAnswersInTimeOverSip(String endpoint) {
		isNotAnsweredInTime(endpoint);
	}

	@Test
	void aCallOutlivesTheLocalChannelThatItWasPlacedThrough() {
		Call call = this.calls.dial(DialRequest.to("Local/sip-wait@default").connectedTo("default", "sip-talk"));
		String first = call.uniqueid();
		await().atMost(PATIENCE).until(() -> !call.uniqueid().equals(first));
		await().atMost(PATIENCE).until(() -> this.state.channel(first).isEmpty());
		assertThat(present(call).name()).startsWith("PJSIP/loop-");
		isWhatAsteriskSays();
		assertThat(call.ended()).isNotDone();
		assertThat(result(call.hangup()).isAnswered()).isTrue();
	}

	/**
	 * {@code apps/app_queue.c} moves at once, rather than later callers, from these on.
	 */
	@Test
	@Override
	@FromAsterisk({ "18.20", "20.5", "21.0" })
	void aCallerOfAQueueIsMovedAhead() {
		super.aCallerOfAQueueIsMovedAhead();
	}

	@Test
	void musicOnHoldIsPlayed() {
		Call call = talker("Local/wait@default", "wait");
		assertThat(result(call.control().musicOnHold(new DialplanPosition("default", "music", "1"))).musicClass())
			.isEqualTo("default");
		result(call.control().redirect(WAIT));
	}

	@Test
	void aChannelIsRecordedAndMuted() throws IOException {
		Call call = talker("Local/talk@default/n", "wait");
		String file = "calls-" + UUID.randomUUID() + ".wav";
		MixMonitorRecording recording = result(call.control().record(file));
		assertThat(result(recording.pause()).state()).isTrue();
		assertThat(result(recording.resume()).state()).isFalse();
		result(call.control().mute(MuteAudioDirection.IN, true));
		result(call.control().mute(MuteAudioDirection.ALL, false));
		String spool = System.getenv("ASTERISK_SPOOL_DIR");
		assumeThat(spool).isNotNull();
		Path recorded = Path.of(spool, "monitor", file);
		await().atMost(PATIENCE).until(() -> Files.exists(recorded) && Files.size(recorded) > 1000);
		result(recording.stop());
		assertThatThrownBy(() -> result(recording.stop())).isInstanceOf(ActionFailedException.class);
		Files.delete(recorded);
	}

	@Test
	void twoRecordingsOfOneChannelAreStoppedOneByOne() throws IOException {
		Call call = talker("Local/talk@default/n", "wait");
		String file = "calls-" + UUID.randomUUID();
		MixMonitorRecording first = result(call.control().record(file + "-1.wav"));
		MixMonitorRecording second = result(call.control().record(file + "-2.wav"));
		result(second.stop());
		result(first.stop());
		String spool = System.getenv("ASTERISK_SPOOL_DIR");
		assumeThat(spool).isNotNull();
		for (int i = 1; i <= 2; i++) {
			Path recorded = Path.of(spool, "monitor", file + "-" + i + ".wav");
			await().atMost(PATIENCE).until(() -> Files.exists(recorded));
			Files.delete(recorded);
		}
	}

	@Test
	void theOtherSideHearsTheKeys() {
		CompletableFuture<UserEventEvent> reading = userEvent("Reading");
		CompletableFuture<UserEventEvent> keys = userEvent("Keys");
		Call call = talker("Local/read@default/n", "wait");
		result(reading);
		result(call.control().playDtmf("4*"));
		assertThat(result(keys).get("Keys")).isEqualTo("4*");
	}

	@Test
	void aPhoneSpiesOnAChannel() {
		Call call = talker("Local/talk@default/n", "wait");
		Joined<ChanSpyStartEvent> spying = result(
				call.control().spy(DialRequest.to("PJSIP/wait@loop"), SpyMode.WHISPER));
		assertThat(spying.event().spyer().uniqueid()).isEqualTo(spying.call().uniqueid());
		result(call.hangup());
		assertThat(result(spying.call().ended()).isAnswered()).isTrue();
		assertThatThrownBy(() -> result(call.control().spy(DialRequest.to("Local/busy@default"), SpyMode.LISTEN)))
			.isInstanceOf(CallEndedException.class)
			.extracting((failure) -> ((CallEndedException) failure).outcome().result())
			.isEqualTo(CallOutcome.Result.BUSY);
	}

	private CompletableFuture<UserEventEvent> userEvent(String name) {
		return this.manager.nextEvent(UserEventEvent.class, (event) -> name.equals(event.get("UserEvent")));
	}

}
