package io.pystrix.integration;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.HangupMatchingAction;
import io.pystrix.ami.control.Call;
import io.pystrix.ami.control.CallOutcome;
import io.pystrix.ami.control.Calls;
import io.pystrix.ami.control.ChannelGoneException;
import io.pystrix.ami.control.Consultation;
import io.pystrix.ami.control.DialRequest;
import io.pystrix.ami.control.Joined;
import io.pystrix.ami.control.QueueControl;
import io.pystrix.ami.event.AttendedTransferEvent;
import io.pystrix.ami.event.BlindTransferEvent;
import io.pystrix.ami.event.ConfbridgeJoinEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.ParkedCallEvent;
import io.pystrix.ami.event.TransferResult;
import io.pystrix.ami.event.UnParkedCallEvent;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.DialplanPosition;
import io.pystrix.ami.live.LiveBridge;
import io.pystrix.ami.live.LiveChannel;
import org.jspecify.annotations.Nullable;
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
 * Calls are placed and handled, and afterwards the live state says what the lists of the
 * PBX say: of a real Asterisk and of the simulated one, which shall not differ.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
abstract class AbstractCallsTests {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	static final DialplanPosition ECHO = new DialplanPosition("default", "echo", "1");

	static final DialplanPosition WAIT = new DialplanPosition("default", "wait", "1");

	Manager manager;

	AsteriskState state;

	Calls calls;

	/** A manager of the PBX, not connected yet. */
	abstract Manager manager();

	/** Something to dial that answers and stays on the line. */
	abstract String phone();

	/** How many times faster than the clock the PBX is. */
	abstract int speed();

	@BeforeEach
	void start() {
		this.manager = manager();
		this.state = new AsteriskState(this.manager);
		this.calls = new Calls(this.manager, this.state, Duration.ofSeconds(30));
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> this.state.status() == AsteriskState.SyncStatus.LIVE);
	}

	@AfterEach
	void stop() {
		isWhatAsteriskSays();
		await().atMost(PATIENCE).until(() -> {
			this.manager.sendAction(new HangupMatchingAction(".*"));
			return this.state.channels().isEmpty();
		});
		isWhatAsteriskSays();
		this.calls.close();
		this.state.close();
		this.manager.close();
	}

	@Test
	void aCallRingsIsAnsweredAndEnds() {
		// What is heard of late on a busy machine seems to have been shorter
		await().atMost(PATIENCE).untilAsserted(this::ringsIsAnsweredAndEnds);
	}

	private void ringsIsAnsweredAndEnds() {
		Call call = this.calls.dial(DialRequest.to("Local/ring@default").connectedTo("default", "wait-1"));
		assertThat(result(call.ringing())).isTrue();
		assertThat(result(call.answered())).isTrue();
		CallOutcome outcome = result(call.ended());
		assertThat(outcome.result()).isEqualTo(CallOutcome.Result.ANSWERED);
		assertThat(outcome.cause()).hasValue(16);
		assertThat(outcome.ringing()).isBetween(Duration.ofMillis(1500).dividedBy(speed()), Duration.ofMinutes(1));
		assertThat(outcome.talking()).isBetween(Duration.ofMillis(500).dividedBy(speed()), Duration.ofMinutes(1));
		assertThat(call.outcome()).contains(outcome);
	}

	@ParameterizedTest
	@CsvSource({ "Local/busy@default, BUSY, 17", "Local/dial-busy@default, BUSY, 17",
			"Local/congestion@default, CONGESTION, 34", "Local/dial-congestion@default, CONGESTION, 34",
			"Local/hangup-21@default, REJECTED, 21", "Local/dial-hangup-20@default, UNREACHABLE, 20",
			"PJSIP/alice, UNREACHABLE, " })
	void aCallThatIsNotAnsweredSaysWhy(String endpoint, CallOutcome.Result expected, Integer cause) {
		isNotAnswered(endpoint, expected, cause);
	}

	@Test
	void nobodyAnswersInTime() {
		isNotAnsweredInTime("Local/noanswer@default");
	}

	@Test
	void aCallIsHungUpWhileItRings() {
		Call call = this.calls.dial(DialRequest.to("Local/noanswer@default").connectedTo("default", "wait"));
		result(call.ringing());
		assertThat(result(call.hangup()).result()).isEqualTo(CallOutcome.Result.CANCELLED);
	}

	@Test
	void aCallIsHungUpBeforeItsChannelIsThere() {
		Call call = this.calls.dial(DialRequest.to("Local/noanswer@default").connectedTo("default", "wait"));
		assertThat(result(call.hangup()).result()).isEqualTo(CallOutcome.Result.CANCELLED);
	}

	@Test
	void anAnsweredCallIsHungUpWithACause() {
		Call call = talker("Local/wait@default", "wait");
		assertThat(result(call.hangup(31)).result()).isEqualTo(CallOutcome.Result.ANSWERED);
		assertThat(call.outcome().orElseThrow().cause()).hasValue(31);
		assertThatThrownBy(() -> result(this.calls.channel("Local/nobody").hangup()))
			.isInstanceOf(ActionFailedException.class);
	}

	@Test
	void aChannelIsHungUpByItsName() {
		Call call = talker("Local/wait@default", "wait");
		LiveChannel channel = present(call);
		HangupEvent event = result(this.calls.channel(channel.name()).hangup(17));
		assertThat(event.uniqueid()).isEqualTo(channel.uniqueid());
		assertThat(event.cause()).hasValue(17);
		assertThat(result(call.ended()).cause()).hasValue(17);
	}

	@Test
	void variablesAndCallerIdArrive() {
		Call call = this.calls.dial(DialRequest.to("Local/wait@default")
			.running("Wait", "60")
			.withVariable("COLOUR", "blue, or red")
			.withCallerId("\"Alice\" <100>")
			.withAccount("sales"));
		result(call.answered());
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(present(call).variables()).containsEntry("COLOUR", "blue, or red"));
		assertThat(present(call).accountCode()).isEqualTo("sales");
		assertThat(present(call).caller().number()).isEqualTo("100");
	}

	@Test
	void aCallIsTransferredBlindly() {
		Call call = talker("Local/wait@default", "dial-talk");
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
		Call call = talker("Local/wait@default", "wait");
		assertThatThrownBy(() -> result(call.control().blindTransfer("default", "echo")))
			.isInstanceOf(ActionFailedException.class)
			.hasMessageContaining("Transfer invalid");
	}

	@Test
	void aCallIsTransferredWithConsultation() {
		Call call = talker(phone(), "dial-talk");
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
		Call call = talker(phone(), "dial-talk");
		String bridge = inBridge(call);
		Consultation consultation = result(call.control().attendedTransfer("default", "200"));
		assertThat(result(consultation.cancel()).bridgeUniqueid()).isEqualTo(bridge);
		assertThat(call.ended()).isNotDone();
	}

	@Test
	void aChannelIsRedirectedAndOneThatHasNowhereToGoIsGone() {
		Call call = talker("Local/wait@default", "wait");
		assertThat(result(call.control().redirect(ECHO)).channel()).isEqualTo(present(call).name());
		isWhatAsteriskSays();
		assertThatThrownBy(() -> result(call.control().redirect(new DialplanPosition("default", "nowhere", "1"))))
			.isInstanceOf(ChannelGoneException.class);
		assertThat(result(call.ended()).isAnswered()).isTrue();
	}

	@Test
	void bothLegsOfACallAreRedirected() {
		Call call = talker("Local/wait@default/n", "dial-talk");
		LiveBridge bridge = this.state.bridge(inBridge(call)).orElseThrow();
		String other = bridge.channels().stream().filter((id) -> !id.equals(call.uniqueid())).findFirst().orElseThrow();
		result(call.control().redirectBoth(ECHO, other, WAIT));
		await().atMost(PATIENCE).until(() -> present(call).position().exten().equals("echo"));
		await().atMost(PATIENCE).until(() -> this.state.channel(other).orElseThrow().position().exten().equals("wait"));
	}

	@Test
	void twoChannelsAreBridged() {
		Call one = talker("Local/wait@default/n", "wait");
		Call two = talker("Local/wait@default/n", "wait");
		String bridge = result(one.control().bridge(two.uniqueid())).bridgeUniqueid();
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.state.bridge(bridge).orElseThrow().channels())
				.containsExactlyInAnyOrder(one.uniqueid(), two.uniqueid()));
	}

	@Test
	void aCallIsParkedAndRetrievedByAPhone() {
		Call call = talker("Local/wait@default/n", "dial-talk");
		inBridge(call);
		ParkedCallEvent parked = result(call.control().park());
		await().atMost(PATIENCE).until(() -> this.state.parkedCalls().size() == 1);
		isWhatAsteriskSays();
		Joined<UnParkedCallEvent> retrieved = result(
				this.calls.retrieve(this.state.parkedCalls().get(0), DialRequest.to(phone())));
		assertThat(retrieved.event().parkingSpace()).isEqualTo(parked.parkingSpace());
		assertThat(retrieved.event().parkee().uniqueid()).isEqualTo(call.uniqueid());
		await().atMost(PATIENCE).until(() -> this.state.parkedCalls().isEmpty());
	}

	@Test
	void aCallIsParkedForAWhileAndRetrievedByAChannel() {
		Call call = talker("Local/wait@default/n", "wait");
		ParkedCallEvent parked = result(call.control().park("default", Duration.ofMinutes(5)));
		Call other = talker("Local/wait@default/n", "wait");
		UnParkedCallEvent event = result(
				other.control().retrieve(new DialplanPosition("default", parked.parkingSpace(), "1")));
		assertThat(event.parkee().uniqueid()).isEqualTo(call.uniqueid());
		assertThat(event.parkingSpace()).isEqualTo(parked.parkingSpace());
	}

	@Test
	void aChannelAndAPhoneMeetInAConference() {
		Call call = talker("Local/wait@default/n", "wait");
		ConfbridgeJoinEvent joined = result(
				call.control().joinConference(new DialplanPosition("default", "conference-calls", "1")));
		assertThat(joined.conference()).isEqualTo("calls");
		Joined<ConfbridgeJoinEvent> invited = result(this.calls.invite("calls", DialRequest.to(phone())));
		assertThat(invited.event().uniqueid()).isEqualTo(invited.call().uniqueid());
		await().atMost(PATIENCE).until(() -> this.state.conference("calls").orElseThrow().participants().size() == 2);
	}

	@Test
	void membersAndCallersOfAQueueAreMoved() {
		QueueControl queue = this.calls.queue("empty");
		String member = "Local/nobody-" + UUID.randomUUID() + "@default/n";
		assertThat(result(queue.add(member, (action) -> action.penalty(2).memberName("Nobody"))).penalty()).hasValue(2);
		assertThat(result(queue.penalty(member, 5)).penalty()).hasValue(5);
		assertThat(result(queue.ringInUse(member, false)).ringinuse()).isFalse();
		assertThat(result(queue.pause(member, "lunch")).pausedReason()).isEqualTo("lunch");
		assertThat(result(queue.unpause(member)).paused()).isFalse();
		result(queue.pause(member, ""));
		assertThatThrownBy(() -> result(queue.pause("Local/other", ""))).isInstanceOf(ActionFailedException.class);
		Call first = talker("Local/wait@default/n", "queue-empty");
		await().atMost(PATIENCE).until(() -> queue.position(first.uniqueid()).orElse(0) == 1);
		Call second = talker("Local/wait@default/n", "queue-empty");
		await().atMost(PATIENCE).until(() -> queue.position(second.uniqueid()).orElse(0) == 2);
		isWhatAsteriskSays();
		result(queue.withdraw(present(first).name()));
		await().atMost(PATIENCE).until(() -> queue.position(second.uniqueid()).orElse(0) == 1);
		result(queue.resetStatistics());
		await().atMost(PATIENCE).until(() -> queue.snapshot().orElseThrow().statistics().abandoned().orElse(-1) == 0);
		isWhatAsteriskSays();
		assertThat(result(queue.remove(member)).interfaceName()).isEqualTo(member);
	}

	@Test
	void aCallerOfAQueueIsMovedAhead() {
		QueueControl queue = this.calls.queue("empty");
		Call first = talker("Local/wait@default/n", "queue-empty");
		await().atMost(PATIENCE).until(() -> queue.position(first.uniqueid()).orElse(0) == 1);
		Call second = talker("Local/wait@default/n", "queue-empty");
		await().atMost(PATIENCE).until(() -> queue.position(second.uniqueid()).orElse(0) == 2);
		result(queue.changePriority(present(second).name(), 10));
		await().atMost(PATIENCE).until(() -> queue.position(second.uniqueid()).orElse(0) == 1);
		assertThat(queue.position(present(first).name())).hasValue(2);
		isWhatAsteriskSays();
	}

	void isNotAnswered(String endpoint, CallOutcome.Result expected, @Nullable Integer cause) {
		Call call = this.calls.dial(DialRequest.to(endpoint).connectedTo("default", "wait"));
		CallOutcome outcome = result(call.ended());
		assertThat(outcome.result()).isEqualTo(expected);
		assertThat(outcome.cause().isPresent() ? outcome.cause().getAsInt() : null).isEqualTo(cause);
		assertThat(outcome.talking()).isZero();
		assertThat(result(call.answered())).isFalse();
	}

	void isNotAnsweredInTime(String endpoint) {
		Call call = this.calls
			.dial(DialRequest.to(endpoint).connectedTo("default", "wait").withTimeout(Duration.ofSeconds(1)));
		CallOutcome outcome = result(call.ended());
		assertThat(outcome.result()).isEqualTo(CallOutcome.Result.NO_ANSWER);
		assertThat(outcome.ringing()).isPositive();
	}

	/** A call that was answered, with its channel known. */
	Call talker(String endpoint, String exten) {
		Call call = this.calls.dial(DialRequest.to(endpoint).connectedTo("default", exten));
		assertThat(result(call.answered())).isTrue();
		present(call);
		return call;
	}

	LiveChannel present(Call call) {
		await().atMost(PATIENCE).until(() -> call.channel().isPresent());
		return call.channel().orElseThrow();
	}

	/** Waits until two are in the bridge of a call. */
	String inBridge(Call call) {
		await().atMost(PATIENCE)
			.until(() -> call.channel()
				.map(LiveChannel::bridgeId)
				.flatMap(this.state::bridge)
				.filter((bridge) -> bridge.channels().size() == 2)
				.isPresent());
		return present(call).bridgeId();
	}

	static <T> T result(CompletableFuture<T> future) {
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

	void isWhatAsteriskSays() {
		await().atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(200))
			.untilAsserted(() -> assertThat(LiveLists.of(this.state)).isEqualTo(LiveLists.of(this.manager)));
	}

}
