package io.pystrix.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.GetvarAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.ami.event.CoreShowChannelEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.EventList;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class ManagerActionTests extends ManagerTestSupport {

	@BeforeEach
	void connect() {
		this.manager.connect();
	}

	@Test
	void valueComesBackAsItWasSet() {
		this.manager.sendAction(new SetvarAction("GREETING", "hello: world "));
		assertThat(this.manager.sendAction(new GetvarAction("GREETING")).value()).isEqualTo("hello: world ");
	}

	@Test
	void errorIsAnExceptionWithTheResponse() {
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Nonsense")))
			.withMessageContaining("Nonsense")
			.satisfies((ex) -> assertThat(ex.response().get("Response")).isEqualTo("Error"));
	}

	@Test
	void permissionThatIsMissingIsNamed() {
		this.asterisk.on("Originate", (request) -> AmiAnswer.error("Permission denied"));
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(new OriginateAction("PJSIP/1")))
			.withMessageContaining("to write originate");
	}

	@Test
	void pingTellsItsRoundTrip() {
		assertThat(this.manager.sendAction(new PingAction()).roundTrip()).isPositive();
	}

	@Test
	void exchangeReturnsAnErrorToo() {
		assertThat(this.manager.exchange(AmiAction.named("Nonsense")).isSuccess()).isFalse();
	}

	@Test
	void answersFindTheirCallersThoughManyAskAtOnce() {
		this.asterisk.on("Echo",
				(request) -> AmiAnswer.of(AmiFrame.response("Success").with("Text", request.get("Text"))));
		List<CompletableFuture<AmiResponse>> answers = IntStream.range(0, 200)
			.mapToObj((i) -> this.manager.sendActionAsync(AmiAction.named("Echo").with("Text", "t" + i)))
			.toList();
		for (int i = 0; i < answers.size(); i++) {
			assertThat(answers.get(i).join().get("Text")).isEqualTo("t" + i);
		}
		awaitNothingPending();
	}

	@Test
	void timedOutActionLeavesNothingBehindAndItsLateAnswerIsAnOrphan() {
		List<AmiResponse> orphans = new CopyOnWriteArrayList<>();
		this.manager.registerOrphanCallback((response, manager) -> orphans.add(response));
		CompletableFuture<AmiAnswer> answer = new CompletableFuture<>();
		this.asterisk.on("Slow", (request) -> answer.join());
		assertThatExceptionOfType(ManagerTimeoutException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Slow"), Duration.ofMillis(50)))
			.withMessageContaining("Slow");
		assertThat(this.manager.status().pendingActions()).isZero();
		answer.complete(AmiAnswer.success("at last"));
		await().atMost(PATIENCE).until(() -> orphans.size() == 1);
		assertThat(orphans.get(0).message()).isEqualTo("at last");
	}

	@Test
	void asynchronousActionTimesOutToo() {
		use(builder().actionTimeout(Duration.ofMillis(100)));
		this.manager.connect();
		this.asterisk.on("Never", (request) -> AmiAnswer.none());
		CompletableFuture<AmiResponse> answer = this.manager.sendActionAsync(AmiAction.named("Never"));
		await().atMost(PATIENCE).until(answer::isCompletedExceptionally);
		assertThat(answer.handle((value, failure) -> failure).join()).isInstanceOf(ManagerTimeoutException.class);
		awaitNothingPending();
	}

	@Test
	void continuationOfAFutureDoesNotHoldUpTheConnection() {
		CompletableFuture<AmiAnswer> answer = new CompletableFuture<>();
		CompletableFuture<Void> held = new CompletableFuture<>();
		CompletableFuture<Void> holding = new CompletableFuture<>();
		this.asterisk.on("Later", (request) -> answer.join());
		this.manager.sendActionAsync(AmiAction.named("Later")).thenAccept((response) -> {
			holding.complete(null);
			held.join();
		});
		answer.complete(AmiAnswer.success("now"));
		await().atMost(PATIENCE).until(holding::isDone);
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
		held.complete(null);
	}

	@Test
	void cancelledFutureIsNoLongerPending() {
		this.asterisk.on("Never", (request) -> AmiAnswer.none());
		CompletableFuture<AmiResponse> answer = this.manager.sendActionAsync(AmiAction.named("Never"));
		answer.cancel(true);
		assertThat(this.manager.status().pendingActions()).isZero();
	}

	@Test
	void listIsTypedAndItsEventsDoNotReachCallbacks() {
		List<AmiEvent> seen = new CopyOnWriteArrayList<>();
		this.manager.registerCallback(AmiEvent.class, (event, manager) -> seen.add(event));
		this.asterisk.channels(() -> List.of(channel("PJSIP/1-1"), channel("PJSIP/2-2")));
		EventList<CoreShowChannelEvent> list = this.manager.sendAction(new CoreShowChannelsAction());
		assertThat(list.items()).extracting(CoreShowChannelEvent::channel).containsExactly("PJSIP/1-1", "PJSIP/2-2");
		assertThat(list.announced()).hasValue(2);
		assertThat(list.isConsistent()).isTrue();
		this.asterisk.broadcast(AmiFrame.event("Hangup").with("Channel", "PJSIP/1-1"));
		await().atMost(PATIENCE).until(() -> seen.stream().anyMatch(HangupEvent.class::isInstance));
		assertThat(seen).noneMatch(CoreShowChannelEvent.class::isInstance);
	}

	@Test
	void longListIsHandedOverWhileItArrives() {
		List<AmiFrame> frames = IntStream.range(0, 20_000).mapToObj((i) -> channel("PJSIP/" + i)).toList();
		this.asterisk.channels(() -> frames);
		List<String> names = new ArrayList<>();
		EventList<CoreShowChannelEvent> list = this.manager
			.sendActionAsync(new CoreShowChannelsAction(), (item, manager) -> names.add(item.channel()))
			.join();
		assertThat(names).hasSize(20_000).startsWith("PJSIP/0", "PJSIP/1").endsWith("PJSIP/19999");
		assertThat(list.items()).isEmpty();
		assertThat(list.announced()).hasValue(20_000);
		awaitNothingPending();
	}

	@Test
	void streamedListFailsAfterWhatArrivedWasHandedOver() {
		this.asterisk.on("CoreShowChannels", (request) -> AmiAnswer
			.of(AmiFrame.response("Success").with("EventList", "start"),
					AmiFrame.event("CoreShowChannel").with("ActionID", request.actionId()).with("Channel", "PJSIP/1"))
			.thenClose());
		List<String> names = new CopyOnWriteArrayList<>();
		CompletableFuture<EventList<CoreShowChannelEvent>> list = this.manager
			.sendActionAsync(new CoreShowChannelsAction(), (item, manager) -> names.add(item.channel()));
		await().atMost(PATIENCE).until(list::isCompletedExceptionally);
		assertThat(names).containsExactly("PJSIP/1");
		assertThat(list.handle((value, failure) -> failure).join()).isInstanceOf(ManagerConnectionException.class);
	}

	@Test
	void listThatDoesNotEndIsHandedOverAsFarAsItCame() {
		this.asterisk.on("Part", (request) -> AmiAnswer.of(AmiFrame.response("Success").with("EventList", "start"),
				AmiFrame.event("Item").with("ActionID", request.actionId()).with("No", 1)));
		// A busy machine may not let it come in time
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThatExceptionOfType(ManagerTimeoutException.class)
				.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Part").asList(), Duration.ofMillis(100)))
				.satisfies((ex) -> assertThat(ex.events()).singleElement()
					.satisfies((event) -> assertThat(event.get("No")).isEqualTo("1"))));
	}

	@Test
	void listThatIsRefusedIsAnError() {
		this.asterisk.on("CoreShowChannels", (request) -> AmiAnswer.error("No such thing"));
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(new CoreShowChannelsAction()));
	}

	@Test
	void outcomeOfAnOriginateIsAwaitedAndThoseOfOthersAreNot() {
		AtomicReference<String> channelId = new AtomicReference<>();
		this.asterisk.on("Originate", (request) -> {
			channelId.set(request.get("ChannelId"));
			assertThat(request.get("Async")).isEqualTo("true");
			return AmiAnswer.success("Originate successfully queued").then(() -> {
				this.asterisk.broadcast(originateResponse("foreign", "x", "Failure", 5));
				this.asterisk.broadcast(originateResponse(request.actionId(), channelId.get(), "Success", 4));
			});
		});
		OriginateResult result = this.manager.originate(new OriginateAction("PJSIP/1").application("Echo", "")).join();
		assertThat(result.isAnswered()).isTrue();
		assertThat(result.reason()).isEqualTo(OriginateResult.Reason.ANSWERED);
		assertThat(result.uniqueid()).isEqualTo(channelId.get());
	}

	@Test
	void refusedOriginateFailsAtOnce() {
		this.asterisk.on("Originate", (request) -> AmiAnswer.error("Extension does not exist."));
		CompletableFuture<OriginateResult> result = this.manager
			.originate(new OriginateAction("PJSIP/1").context("a").exten("b").priority("1"));
		await().atMost(PATIENCE).until(result::isCompletedExceptionally);
		assertThat(result.handle((value, failure) -> failure).join()).isInstanceOf(ActionFailedException.class);
	}

	@Test
	void actionWithItsOwnIdKeepsIt() {
		this.manager.sendAction(AmiAction.named("Ping").with("ActionID", "mine"));
		assertThat(this.asterisk.requests("Ping")).anyMatch((request) -> "mine".equals(request.actionId()));
	}

	@Test
	void actionThatIsTooLongIsRefusedBeforeAByteIsWritten() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Ping").with("Data", "x".repeat(2000))));
		assertThat(this.asterisk.requests("Ping")).isEmpty();
		assertThat(this.manager.status().pendingActions()).isZero();
	}

	/** Whoever waits for a future may go on before it is forgotten. */
	private void awaitNothingPending() {
		await().atMost(PATIENCE).until(() -> this.manager.status().pendingActions() == 0);
	}

	private static AmiFrame channel(String name) {
		return AmiFrame.event("CoreShowChannel").with("Channel", name).with("Uniqueid", "1.1");
	}

	private static AmiFrame originateResponse(String actionId, String uniqueid, String response, int reason) {
		return AmiFrame.event("OriginateResponse")
			.with("Privilege", "call,all")
			.with("ActionID", actionId)
			.with("Response", response)
			.with("Channel", "PJSIP/1-1")
			.with("Reason", reason)
			.with("Uniqueid", uniqueid);
	}

}
