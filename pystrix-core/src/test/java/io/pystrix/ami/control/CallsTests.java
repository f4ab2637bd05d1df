package io.pystrix.ami.control;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.event.ParkedCallEvent;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.DialplanPosition;
import io.pystrix.ami.live.LiveParkedCall;
import io.pystrix.ami.live.Snapshots;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class CallsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final DialRequest REQUEST = DialRequest.to("Local/200@internal").connectedTo("internal", "100");

	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build();

	private Manager manager;

	private AsteriskState state;

	private Calls calls;

	@BeforeEach
	void start() {
		this.asterisk.start();
		this.asterisk.on("Originate", (request) -> AmiAnswer.success("Originate successfully queued"));
		this.manager = Manager.builder()
			.host("127.0.0.1")
			.port(this.asterisk.port())
			.credentials("admin", "wordpass")
			.connectTimeout(PATIENCE)
			.actionTimeout(PATIENCE)
			.keepAlive(PATIENCE, PATIENCE)
			.build();
		this.state = new AsteriskState(this.manager);
		this.calls = new Calls(this.manager, this.state, PATIENCE, PATIENCE);
	}

	@AfterEach
	void stop() {
		this.calls.close();
		this.state.close();
		this.manager.close();
		this.asterisk.close();
	}

	@Test
	void aCallRingsIsAnsweredAndEnds() {
		Call call = dial();
		String id = call.uniqueid();
		CompletableFuture<CallOutcome> told = new CompletableFuture<>();
		call.onEnded(told::complete);
		tell(channel("Newchannel", id, "0"));
		tell(channel("Newchannel", id + "-other", id, "4"));
		tell(dial("DialState", "RINGING", id));
		assertThat(result(call.ringing())).isTrue();
		tell(channel("Newstate", id, "6"));
		assertThat(result(call.answered())).isTrue();
		assertThat(call.outcome()).isEmpty();
		tell(response(id, "Success", 4));
		tell(channel("Hangup", id, "6").with("Cause", 16));
		assertThat(result(call.ended()).result()).isEqualTo(CallOutcome.Result.ANSWERED);
		assertThat(result(call.ended()).cause()).hasValue(16);
		assertThat(result(told)).isEqualTo(call.outcome().orElseThrow());
	}

	@Test
	void theOtherHalfOfALocalChannelTellsWhyTheLineIsBusy() {
		Call call = dial();
		String id = call.uniqueid();
		tell(channel("Newchannel", id, "0"));
		tell(channel("Newchannel", id + "-other", id, "4"));
		tell(dial("DialEnd", "BUSY", id));
		tell(channel("Hangup", id, "0").with("Cause", 0));
		tell(response(id, "Failure", 5));
		tell(channel("Hangup", id + "-other", id, "7").with("Cause", 17));
		assertThat(result(call.ended()))
			.isEqualTo(new CallOutcome(CallOutcome.Result.BUSY, OptionalInt.of(17), Duration.ZERO, Duration.ZERO));
		assertThat(result(call.ringing())).isFalse();
		assertThat(result(call.answered())).isFalse();
	}

	@Test
	void theResponseMayComeBeforeTheEndOfDialling() {
		Call call = dial();
		String id = call.uniqueid();
		tell(channel("Newchannel", id, "0"));
		tell(channel("Newchannel", id + "-other", id, "4"));
		tell(response(id, "Failure", 8));
		tell(dial("DialEnd", "CONGESTION", id));
		tell(channel("Hangup", id, "0").with("Cause", 0));
		tell(channel("Hangup", id + "-other", id, "7").with("Cause", 34));
		assertThat(result(call.ended()).result()).isEqualTo(CallOutcome.Result.CONGESTION);
		assertThat(result(call.ended()).cause()).hasValue(34);
	}

	@Test
	void theCauseTellsARejectionThatTheReasonDoesNot() {
		Call call = dial();
		String id = call.uniqueid();
		tell(channel("Newchannel", id, "0"));
		tell(channel("Newchannel", id + "-other", id, "4"));
		tell(channel("Hangup", id + "-other", id, "4").with("Cause", 21));
		tell(dial("DialEnd", "NOANSWER", id));
		tell(channel("Hangup", id, "0").with("Cause", 21));
		tell(response(id, "Failure", 0));
		assertThat(result(call.ended()).result()).isEqualTo(CallOutcome.Result.REJECTED);
	}

	@Test
	void theLineBehindALocalChannelTellsThatItIsBusy() {
		Call call = dial();
		String id = call.uniqueid();
		tell(channel("Newchannel", id, "0"));
		tell(channel("Newchannel", id + "-other", id, "4"));
		tell(dial("DialEnd", "BUSY", "5.1").with("Uniqueid", id + "-other").with("Channel", "Local/2"));
		tell(channel("Hangup", id + "-other", id, "4").with("Cause", 16));
		tell(dial("DialEnd", "NOANSWER", id));
		tell(channel("Hangup", id, "0").with("Cause", 16));
		tell(response(id, "Failure", 0));
		assertThat(result(call.ended()).result()).isEqualTo(CallOutcome.Result.BUSY);
	}

	@Test
	void aCallEndsWithWhatIsKnownWhenAHangupIsNotTold() {
		doNotWaitForWhatIsMissing();
		Call call = dial();
		String id = call.uniqueid();
		tell(channel("Newchannel", id, "0"));
		tell(response(id, "Failure", 3));
		assertThat(result(call.ended()).result()).isEqualTo(CallOutcome.Result.NO_ANSWER);
	}

	@Test
	void aCallOutlivesTheLocalChannelThatItWasPlacedThrough() {
		Call call = dial();
		String id = call.uniqueid();
		tell(channel("Newchannel", id, "0"));
		tell(channel("Newchannel", id + "-other", id, "4"));
		tell(dial("DialEnd", "ANSWER", "5.1").with("Uniqueid", id + "-other").with("Channel", "Local/2"));
		tell(channel("Newstate", id, "6"));
		tell(channel("BridgeEnter", "7.1", "6").with("BridgeUniqueid", "b").with("SwapUniqueid", id + "-other"));
		tell(channel("Hangup", id, "6").with("Cause", 16));
		await().atMost(PATIENCE).until(() -> call.uniqueid().equals("5.1"));
		assertThat(call.ended()).isNotDone();
		tell(channel("Hangup", "5.1", "6").with("Cause", 31));
		assertThat(result(call.ended()).cause()).hasValue(31);
	}

	@Test
	void aCallThatNothingIsHeardOfFailsAfterItsDeadline() {
		this.calls.close();
		this.calls = new Calls(this.manager, this.state, Duration.ofMillis(50));
		connect();
		Call call = this.calls.dial(REQUEST.withTimeout(Duration.ofMillis(50)));
		assertThatThrownBy(() -> result(call.ended())).hasCauseInstanceOf(ManagerTimeoutException.class);
		assertThatThrownBy(() -> result(call.answered())).hasCauseInstanceOf(ManagerTimeoutException.class);
		assertThat(call.outcome()).isEmpty();
	}

	@Test
	void aCallThatAsteriskRefusesFails() {
		this.asterisk.on("Originate", (request) -> AmiAnswer.error("Extension does not exist."));
		Call call = dial();
		assertThatThrownBy(() -> result(call.ended())).hasCauseInstanceOf(ActionFailedException.class);
	}

	@Test
	void callsFailWithoutAConnectionAndWhenItIsLost() {
		Call none = this.calls.dial(REQUEST);
		assertThatThrownBy(() -> result(none.ended())).hasCauseInstanceOf(ManagerConnectionException.class);
		Call call = dial();
		this.asterisk.awaitRequest("Originate", PATIENCE);
		tell(channel("Newchannel", call.uniqueid(), "0"));
		tell(channel("Newstate", call.uniqueid(), "6"));
		assertThat(result(call.answered())).isTrue();
		this.asterisk.on("Park", (request) -> AmiAnswer.none());
		CompletableFuture<ParkedCallEvent> parked = this.calls.channel("PJSIP/1.1").park();
		this.asterisk.awaitRequest("Park", PATIENCE);
		this.asterisk.dropConnections();
		assertThatThrownBy(() -> result(call.ended())).hasCauseInstanceOf(ManagerConnectionException.class);
		assertThatThrownBy(() -> result(parked)).hasCauseInstanceOf(ManagerConnectionException.class);
		assertThat(result(call.answered())).isTrue();
	}

	@Test
	void whatIsPendingFailsWhenTheCallsAreClosed() {
		Call call = dial();
		this.asterisk.on("Park", (request) -> AmiAnswer.none());
		CompletableFuture<ParkedCallEvent> parked = this.calls.channel("PJSIP/1.1").park();
		this.calls.close();
		assertThatThrownBy(() -> result(call.ended())).hasCauseInstanceOf(ManagerConnectionException.class);
		assertThatThrownBy(() -> result(parked)).hasCauseInstanceOf(ManagerConnectionException.class);
	}

	@Test
	void whatIsAskedOfClosedCallsFailsAtOnce() {
		connect();
		this.asterisk.on("Park", (request) -> AmiAnswer.success("Park successful"));
		this.calls.close();
		Call call = this.calls.dial(REQUEST);
		assertThatThrownBy(() -> result(call.answered())).hasCauseInstanceOf(ManagerConnectionException.class);
		assertThatThrownBy(() -> result(call.ended())).hasCauseInstanceOf(ManagerConnectionException.class);
		assertThatThrownBy(() -> result(this.calls.channel("PJSIP/1.1").park()))
			.hasCauseInstanceOf(ManagerConnectionException.class);
	}

	@Test
	void aCallThatIsHungUpTooEarlyIsHungUpWhenItsChannelIsThere() {
		this.asterisk.on("Hangup", (request) -> AmiAnswer.success("Channel Hungup"));
		Call call = dial();
		CompletableFuture<CallOutcome> ended = call.hangup(21);
		String id = call.uniqueid();
		this.asterisk.awaitRequest("Originate", PATIENCE);
		tell(channel("Newchannel", id, "0"));
		AmiRequest hangup = this.asterisk.awaitRequest("Hangup", PATIENCE);
		assertThat(hangup.get("Channel")).isEqualTo(id);
		assertThat(hangup.get("Cause")).isEqualTo("21");
		tell(channel("Hangup", id, "0").with("Cause", 21));
		tell(response(id, "Failure", 0));
		assertThat(result(ended).result()).isEqualTo(CallOutcome.Result.CANCELLED);
	}

	@Test
	void theEventMayComeBeforeTheResponse() {
		connect();
		this.asterisk.on("Park", (request) -> {
			tell(parked("PJSIP/1.1", "1.1"));
			return AmiAnswer.success("Park successful").after(Duration.ofMillis(100));
		});
		assertThat(result(this.calls.channel("PJSIP/1.1").park()).parkingSpace()).isEqualTo("701");
	}

	@Test
	void anEventOfAnotherChannelIsNotTheOutcome() {
		connect();
		this.asterisk.on("Park", (request) -> AmiAnswer.success("Park successful").then(() -> {
			tell(parked("PJSIP/2.1", "2.1"));
			tell(parked("PJSIP/1.1", "1.1"));
		}));
		assertThat(result(this.calls.channel("PJSIP/1.1").park()).parkee().uniqueid()).isEqualTo("1.1");
	}

	@Test
	void anEventThatNeverComesIsWaitedForUntilTheDeadline() {
		connect();
		this.asterisk.on("Park", (request) -> AmiAnswer.success("Park successful"));
		assertThatThrownBy(() -> result(this.calls.channel("PJSIP/1.1").within(Duration.ofMillis(100)).park()))
			.hasCauseInstanceOf(ManagerTimeoutException.class)
			.hasMessageContaining("Park");
	}

	@Test
	void aResponseThatNeverComesIsWaitedForUntilTheDeadline() {
		connect();
		this.asterisk.on("Park", (request) -> {
			tell(parked("PJSIP/1.1", "1.1"));
			return AmiAnswer.none();
		});
		assertThatThrownBy(() -> result(this.calls.channel("PJSIP/1.1").within(Duration.ofMillis(300)).park()))
			.hasCauseInstanceOf(ManagerTimeoutException.class);
	}

	@Test
	void aRefusedActionFailsAtOnce() {
		connect();
		this.asterisk.on("Park", (request) -> AmiAnswer.error("Channel does not exist"));
		assertThatThrownBy(() -> result(this.calls.channel("PJSIP/1.1").park()))
			.hasCauseInstanceOf(ActionFailedException.class)
			.hasMessageContaining("Channel does not exist");
	}

	@Test
	void aChannelThatIsHungUpMeanwhileIsGone() {
		connect();
		this.asterisk.on("Redirect", (request) -> AmiAnswer.success("Redirect successful")
			.then(() -> tell(channel("Hangup", "1.1", "6").with("Cause", 3))));
		assertThatThrownBy(
				() -> result(this.calls.channel("PJSIP/1.1").redirect(new DialplanPosition("internal", "100", "1"))))
			.hasCauseInstanceOf(ChannelGoneException.class)
			.extracting((failure) -> ((ChannelGoneException) failure.getCause()).cause().orElse(-1))
			.isEqualTo(3);
	}

	@Test
	void aPhoneThatDoesNotAnswerRetrievesNoParkedCall() {
		doNotWaitForWhatIsMissing();
		connect();
		LiveParkedCall parked = Snapshots.parkedCall("1.1", "PJSIP/1.1", "default", "701");
		var retrieved = this.calls.retrieve(parked, DialRequest.to("PJSIP/100"));
		AmiRequest request = this.asterisk.awaitRequest("Originate", PATIENCE);
		assertThat(request.get("Data")).isEqualTo("default,701");
		tell(response(request.get("ChannelId"), request.actionId(), "Failure", 0));
		assertThatThrownBy(() -> result(retrieved)).hasCauseInstanceOf(CallEndedException.class)
			.extracting((failure) -> ((CallEndedException) failure.getCause()).outcome().result())
			.isEqualTo(CallOutcome.Result.UNREACHABLE);
	}

	@Test
	void aMemberOfAnotherQueueIsNotTheOutcome() {
		connect();
		this.asterisk.on("QueuePenalty", (request) -> AmiAnswer.success("Interface penalty set").then(() -> {
			for (String queue : new String[] { "sales", "support" }) {
				tell(AmiFrame.event("QueueMemberPenalty")
					.with("Queue", queue)
					.with("MemberName", "Ann")
					.with("Interface", "PJSIP/100")
					.with("Penalty", 3));
			}
		}));
		assertThat(result(this.calls.queue("support").penalty("PJSIP/100", 3)).queue()).isEqualTo("support");
		assertThat(this.calls.queue("support").position("PJSIP/1.1")).isEmpty();
	}

	@Test
	void badInputIsRefusedBeforeAnythingIsSent() {
		connect();
		assertThatIllegalArgumentException().isThrownBy(() -> DialRequest.to("alice"));
		assertThatIllegalArgumentException().isThrownBy(() -> REQUEST.withTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> this.calls.dial(DialRequest.to("PJSIP/100")))
			.withMessageContaining("PJSIP/100");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.calls.dial(REQUEST.withVariable("a", "b\r\nAction: Logoff")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.calls.channel("PJSIP/1.1").playDtmf("12x"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.calls.channel("PJSIP/1.1").attendedTransfer("internal", "reception"));
		assertThat(this.asterisk.requests("Originate")).isEmpty();
	}

	private void doNotWaitForWhatIsMissing() {
		this.calls.close();
		this.calls = new Calls(this.manager, this.state, PATIENCE, Duration.ofMillis(50));
	}

	private void connect() {
		this.manager.connect();
	}

	private Call dial() {
		connect();
		return this.calls.dial(REQUEST);
	}

	private void tell(AmiFrame event) {
		this.asterisk.broadcast(event);
	}

	/** Waits until the simulator knows the call, whose response this is. */
	private AmiFrame response(String uniqueid, String response, int reason) {
		AmiRequest request = this.asterisk.awaitRequest("Originate", PATIENCE);
		assertThat(request.get("ChannelId")).isEqualTo(uniqueid);
		return response(uniqueid, request.actionId(), response, reason);
	}

	private static AmiFrame response(String uniqueid, String actionId, String response, int reason) {
		return AmiFrame.event("OriginateResponse")
			.with("ActionID", actionId)
			.with("Response", response)
			.with("Channel", "Local/200@internal")
			.with("Reason", reason)
			.with("Uniqueid", uniqueid);
	}

	private static AmiFrame channel(String event, String uniqueid, String state) {
		return channel(event, uniqueid, uniqueid, state);
	}

	private static AmiFrame channel(String event, String uniqueid, String linkedid, String state) {
		return AmiFrame.event(event)
			.with("Channel", "PJSIP/" + uniqueid)
			.with("ChannelState", state)
			.with("Uniqueid", uniqueid)
			.with("Linkedid", linkedid);
	}

	private static AmiFrame dial(String event, String status, String destination) {
		return AmiFrame.event(event)
			.with("DestChannel", "PJSIP/" + destination)
			.with("DestUniqueid", destination)
			.with("DialStatus", status);
	}

	private static AmiFrame parked(String channel, String uniqueid) {
		return AmiFrame.event("ParkedCall")
			.with("ParkeeChannel", channel)
			.with("ParkeeUniqueid", uniqueid)
			.with("Parkinglot", "default")
			.with("ParkingSpace", "701");
	}

	private static <T> T result(CompletableFuture<T> future) {
		return future.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
	}

}
