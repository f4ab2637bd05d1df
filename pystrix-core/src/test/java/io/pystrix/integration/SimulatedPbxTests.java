package io.pystrix.integration;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.HangupMatchingAction;
import io.pystrix.ami.event.AttendedTransferEvent;
import io.pystrix.ami.event.BlindTransferEvent;
import io.pystrix.ami.event.ConfbridgeJoinEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.ParkedCallEvent;
import io.pystrix.ami.event.TransferResult;
import io.pystrix.ami.event.UnParkedCallEvent;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.Call;
import io.pystrix.ami.live.CallOutcome;
import io.pystrix.ami.live.Calls;
import io.pystrix.ami.live.ChannelGoneException;
import io.pystrix.ami.live.Consultation;
import io.pystrix.ami.live.DialRequest;
import io.pystrix.ami.live.DialplanPosition;
import io.pystrix.ami.live.Joined;
import io.pystrix.ami.live.LiveBridge;
import io.pystrix.ami.live.LiveChannel;
import io.pystrix.ami.live.MixMonitorRecording;
import io.pystrix.ami.live.QueueControl;
import io.pystrix.test.AsteriskSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The live state and the control of calls find in the simulator what
 * {@link CallsIntegrationTests} and {@link AsteriskStateIntegrationTests} find in a real
 * Asterisk.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SimulatedPbxTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final DialplanPosition ECHO = new DialplanPosition("default", "echo", "1");

	private final AsteriskSimulator asterisk = AsteriskSimulator.builder()
		.account("admin", "wordpass")
		.speed(5)
		.extension("200", (steps) -> steps.goTo("wait"))
		.extension("agent", (steps) -> steps.answerAfter(Duration.ofSeconds(5)))
		.queue("support",
				(queue) -> queue.retry(Duration.ofSeconds(1)).member("agent", (member) -> member.name("Agent")))
		.queue("empty", (queue) -> queue.strategy("rrmemory"))
		.build();

	private Manager manager;

	private AsteriskState state;

	private Calls calls;

	@BeforeEach
	void start() {
		this.asterisk.start();
		this.manager = Manager.builder()
			.host("127.0.0.1")
			.port(this.asterisk.ami().port())
			.credentials("admin", "wordpass")
			.build();
		this.state = new AsteriskState(this.manager);
		this.calls = new Calls(this.manager, this.state, Duration.ofSeconds(30));
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> this.state.status() == AsteriskState.SyncStatus.LIVE);
	}

	@AfterEach
	void stop() {
		isWhatIsListed();
		await().atMost(PATIENCE).until(() -> {
			this.manager.sendAction(new HangupMatchingAction(".*"));
			return this.state.channels().isEmpty();
		});
		isWhatIsListed();
		this.calls.close();
		this.state.close();
		this.manager.close();
		this.asterisk.close();
	}

	@Test
	void aCallRingsIsAnsweredAndEnds() {
		Call call = this.calls.dial(DialRequest.to("Local/ring@default").connectedTo("default", "wait-1"));
		assertThat(result(call.ringing())).isTrue();
		assertThat(result(call.answered())).isTrue();
		CallOutcome outcome = result(call.ended());
		assertThat(outcome.result()).isEqualTo(CallOutcome.Result.ANSWERED);
		assertThat(outcome.cause()).hasValue(16);
	}

	@ParameterizedTest
	@CsvSource({ "Local/busy@default, BUSY, 17", "Local/dial-busy@default, BUSY, 17",
			"Local/congestion@default, CONGESTION, 34", "Local/dial-congestion@default, CONGESTION, 34",
			"Local/hangup-21@default, REJECTED, 21", "Local/dial-hangup-20@default, UNREACHABLE, 20",
			"PJSIP/alice, UNREACHABLE, " })
	void aCallThatIsNotAnsweredSaysWhy(String endpoint, CallOutcome.Result expected, Integer cause) {
		Call call = this.calls.dial(DialRequest.to(endpoint).connectedTo("default", "wait"));
		CallOutcome outcome = result(call.ended());
		assertThat(outcome.result()).isEqualTo(expected);
		assertThat(outcome.cause().isPresent() ? outcome.cause().getAsInt() : null).isEqualTo(cause);
	}

	@Test
	void nobodyAnswersInTime() {
		Call call = this.calls.dial(DialRequest.to("Local/noanswer@default")
			.connectedTo("default", "wait")
			.withTimeout(Duration.ofSeconds(1)));
		assertThat(result(call.ended()).result()).isEqualTo(CallOutcome.Result.NO_ANSWER);
	}

	@Test
	void aCallIsHungUpWhileItRings() {
		Call call = this.calls.dial(DialRequest.to("Local/noanswer@default").connectedTo("default", "wait"));
		result(call.ringing());
		assertThat(result(call.hangup()).result()).isEqualTo(CallOutcome.Result.CANCELLED);
	}

	@Test
	void aChannelIsHungUpWithACause() {
		Call call = talker("wait");
		HangupEvent event = result(this.calls.channel(present(call).name()).hangup(17));
		assertThat(event.cause()).hasValue(17);
		assertThat(result(call.ended()).cause()).hasValue(17);
	}

	@Test
	void aCallIsTransferredBlindly() {
		Call call = talker("dial-wait");
		inBridge(call);
		BlindTransferEvent event = result(call.control().blindTransfer("default", "echo"));
		assertThat(event.result()).isEqualTo(TransferResult.SUCCESS);
		String transferee = event.transferee().uniqueid();
		await().atMost(PATIENCE)
			.until(() -> this.state.channel(transferee)
				.filter((channel) -> "Echo".equals(channel.application()))
				.isPresent());
		assertThat(result(call.ended()).isAnswered()).isTrue();
	}

	@Test
	void aChannelThatTalksToNobodyIsNotTransferred() {
		Call call = talker("wait");
		assertThatThrownBy(() -> result(call.control().blindTransfer("default", "echo")))
			.isInstanceOf(ActionFailedException.class)
			.hasMessageContaining("Transfer invalid");
	}

	@Test
	void aCallIsTransferredWithConsultation() {
		Call call = talker("dial-wait");
		String bridge = inBridge(call);
		Consultation consultation = result(call.control().attendedTransfer("default", "200"));
		AttendedTransferEvent event = result(consultation.complete());
		assertThat(event.result()).isEqualTo(TransferResult.SUCCESS);
		assertThat(event.destBridgeUniqueid()).isEqualTo(bridge);
		assertThat(result(call.ended()).isAnswered()).isTrue();
		await().atMost(PATIENCE)
			.until(() -> this.state.bridge(bridge).map(LiveBridge::channels).orElseThrow().size() == 2);
	}

	@Test
	void aConsultationIsCancelled() {
		Call call = talker("dial-wait");
		String bridge = inBridge(call);
		Consultation consultation = result(call.control().attendedTransfer("default", "200"));
		assertThat(result(consultation.cancel()).bridgeUniqueid()).isEqualTo(bridge);
		assertThat(call.ended()).isNotDone();
	}

	@Test
	void aChannelIsRedirectedAndOneThatHasNowhereToGoIsGone() {
		Call call = talker("wait");
		assertThat(result(call.control().redirect(ECHO)).channel()).isEqualTo(present(call).name());
		assertThatThrownBy(() -> result(call.control().redirect(new DialplanPosition("default", "nowhere", "1"))))
			.isInstanceOf(ChannelGoneException.class);
	}

	@Test
	void twoChannelsAreBridged() {
		Call one = talker("wait");
		Call two = talker("wait");
		String bridge = result(one.control().bridge(two.uniqueid())).bridgeUniqueid();
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.state.bridge(bridge).orElseThrow().channels())
				.containsExactlyInAnyOrder(one.uniqueid(), two.uniqueid()));
	}

	@Test
	void aCallIsParkedAndRetrieved() {
		Call call = talker("dial-wait");
		inBridge(call);
		ParkedCallEvent parked = result(call.control().park());
		await().atMost(PATIENCE).until(() -> this.state.parkedCalls().size() == 1);
		isWhatIsListed();
		Joined<UnParkedCallEvent> retrieved = result(
				this.calls.retrieve(this.state.parkedCalls().get(0), DialRequest.to("Local/wait@default/n")));
		assertThat(retrieved.event().parkingSpace()).isEqualTo(parked.parkingSpace());
		assertThat(retrieved.event().parkee().uniqueid()).isEqualTo(call.uniqueid());
		await().atMost(PATIENCE).until(() -> this.state.parkedCalls().isEmpty());
	}

	@Test
	void aChannelIsRecorded() {
		Call call = talker("wait");
		MixMonitorRecording recording = result(call.control().record("file.wav"));
		assertThat(result(recording.pause()).state()).isTrue();
		assertThat(result(recording.resume()).state()).isFalse();
		result(recording.stop());
		assertThatThrownBy(() -> result(recording.stop())).isInstanceOf(ActionFailedException.class);
	}

	@Test
	void aChannelAndAPhoneMeetInAConference() {
		Call call = talker("wait");
		ConfbridgeJoinEvent joined = result(
				call.control().joinConference(new DialplanPosition("default", "conference-calls", "1")));
		assertThat(joined.conference()).isEqualTo("calls");
		Joined<ConfbridgeJoinEvent> invited = result(
				this.calls.invite("calls", DialRequest.to("Local/wait@default/n")));
		assertThat(invited.event().uniqueid()).isEqualTo(invited.call().uniqueid());
		await().atMost(PATIENCE).until(() -> this.state.conference("calls").orElseThrow().participants().size() == 2);
		isWhatIsListed();
	}

	@Test
	void aCallerIsConnectedWithAMemberOfAQueue() {
		Call call = talker("queue-support");
		await().atMost(PATIENCE).until(() -> this.state.queue("support").orElseThrow().callers().size() == 1);
		inBridge(call);
		await().atMost(PATIENCE).until(() -> this.state.queue("support").orElseThrow().callers().isEmpty());
		isWhatIsListed();
		result(call.hangup());
		await().atMost(PATIENCE)
			.until(() -> this.state.queue("support").orElseThrow().statistics().completed().orElse(0) == 1);
	}

	@Test
	void membersAndCallersOfAQueueAreMoved() {
		QueueControl queue = this.calls.queue("empty");
		String member = "Local/nobody@default/n";
		assertThat(result(queue.add(member, (action) -> action.penalty(2).memberName("Nobody"))).penalty()).hasValue(2);
		assertThat(result(queue.penalty(member, 5)).penalty()).hasValue(5);
		assertThat(result(queue.ringInUse(member, false)).ringinuse()).isFalse();
		assertThat(result(queue.pause(member, "lunch")).pausedReason()).isEqualTo("lunch");
		assertThatThrownBy(() -> result(queue.pause("Local/other", ""))).isInstanceOf(ActionFailedException.class);
		Call first = talker("queue-empty");
		await().atMost(PATIENCE).until(() -> queue.position(first.uniqueid()).orElse(0) == 1);
		Call second = talker("queue-empty");
		await().atMost(PATIENCE).until(() -> queue.position(second.uniqueid()).orElse(0) == 2);
		result(queue.changePriority(present(second).name(), 10));
		await().atMost(PATIENCE).until(() -> queue.position(second.uniqueid()).orElse(0) == 1);
		isWhatIsListed();
		result(queue.withdraw(present(second).name()));
		await().atMost(PATIENCE).until(() -> queue.position(first.uniqueid()).orElse(0) == 1);
		assertThat(result(queue.remove(member)).interfaceName()).isEqualTo(member);
	}

	/** A call that was answered, with its channel known. */
	private Call talker(String exten) {
		Call call = this.calls.dial(DialRequest.to("Local/wait@default/n").connectedTo("default", exten));
		assertThat(result(call.answered())).isTrue();
		present(call);
		return call;
	}

	private LiveChannel present(Call call) {
		await().atMost(PATIENCE).until(() -> call.channel().isPresent());
		return call.channel().orElseThrow();
	}

	/** Waits until two are in the bridge of a call. */
	private String inBridge(Call call) {
		await().atMost(PATIENCE)
			.until(() -> call.channel()
				.map(LiveChannel::bridgeId)
				.flatMap(this.state::bridge)
				.filter((bridge) -> bridge.channels().size() == 2)
				.isPresent());
		return present(call).bridgeId();
	}

	private static <T> T result(CompletableFuture<T> future) {
		try {
			return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw ex;
		}
	}

	private void isWhatIsListed() {
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(LiveLists.of(this.state)).isEqualTo(LiveLists.of(this.manager)));
	}

}
