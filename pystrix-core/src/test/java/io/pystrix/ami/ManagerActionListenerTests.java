package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.test.ami.AmiAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiActionListener}: one end for every start, whatever becomes of the
 * action.
 */
@Timeout(60)
class ManagerActionListenerTests extends ManagerTestSupport {

	private final List<String> started = new CopyOnWriteArrayList<>();

	private final List<Ended> ended = new CopyOnWriteArrayList<>();

	@Test
	void aCallerThatWaitsIsToldOnItsOwnThread() {
		connectListening();
		this.manager.sendAction(new PingAction());
		String here = Thread.currentThread().getName();
		assertThat(this.started).containsExactly("Ping on " + here);
		assertThat(only().response()).isNotNull();
		assertThat(only().failure()).isNull();
		assertThat(only().thread()).isEqualTo(here);
		assertThat(only().duration()).isPositive();
	}

	@Test
	void anErrorOfAsteriskIsAResponse() {
		connectListening();
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Nonsense")));
		assertThat(only().response()).satisfies((response) -> assertThat(response.isSuccess()).isFalse());
		assertThat(only().failure()).isNull();
	}

	@Test
	void exchangeIsAnActionToo() {
		connectListening();
		this.manager.exchange(AmiAction.named("Nonsense"));
		assertThat(only().response()).isNotNull();
	}

	@Test
	void aTimeoutIsAFailure() {
		this.asterisk.on("Slow", (request) -> AmiAnswer.none());
		connectListening();
		assertThatExceptionOfType(ManagerTimeoutException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Slow"), Duration.ofMillis(20)));
		assertThat(only().response()).isNull();
		assertThat(only().failure()).isInstanceOf(ManagerTimeoutException.class);
	}

	@Test
	void aMissingConnectionIsAFailureOfBothWays() {
		use(builder().actionListener(this::listen));
		assertThatExceptionOfType(ManagerConnectionException.class)
			.isThrownBy(() -> this.manager.sendAction(new PingAction()));
		assertThat(this.manager.sendActionAsync(new PingAction())).failsWithin(PATIENCE);
		assertThat(this.started).hasSize(2);
		assertThat(this.ended).hasSize(2)
			.allSatisfy((end) -> assertThat(end.failure()).isInstanceOf(ManagerConnectionException.class));
	}

	@Test
	void anActionThatCannotBeSentEndsAsWell() {
		connectListening();
		AmiAction<?> tooLong = AmiAction.named("Ping").with("Header", "x".repeat(2000));
		assertThatIllegalArgumentException().isThrownBy(() -> this.manager.sendAction(tooLong));
		assertThatIllegalArgumentException().isThrownBy(() -> this.manager.sendActionAsync(tooLong));
		assertThat(this.ended).hasSize(2)
			.allSatisfy((end) -> assertThat(end.failure()).isInstanceOf(IllegalArgumentException.class));
	}

	@Test
	void aFutureIsToldOfBeforeItCompletes() {
		connectListening();
		int ends = this.manager.sendActionAsync(new PingAction()).thenApply((pong) -> this.ended.size()).join();
		assertThat(ends).isOne();
		assertThat(this.started).containsExactly("Ping on " + Thread.currentThread().getName());
		assertThat(only().response()).isNotNull();
		assertThat(only().thread()).isNotEqualTo(Thread.currentThread().getName());
	}

	@Test
	void aFutureThatIsCancelledEndsOnceThoughTheAnswerComesLater() {
		CompletableFuture<Void> answer = new CompletableFuture<>();
		this.asterisk.on("Slow", (request) -> {
			answer.join();
			return AmiAnswer.success("late");
		});
		connectListening();
		List<AmiResponse> orphans = new CopyOnWriteArrayList<>();
		this.manager.registerOrphanCallback((response, manager) -> orphans.add(response));
		this.manager.sendActionAsync(AmiAction.named("Slow")).cancel(false);
		answer.complete(null);
		await().atMost(PATIENCE).until(() -> !orphans.isEmpty());
		assertThat(only().failure()).isInstanceOf(CancellationException.class);
	}

	@Test
	void aFutureThatItsUserCompletesIsOfNoInterestAnyMore() {
		this.asterisk.on("Slow", (request) -> AmiAnswer.none());
		connectListening();
		CompletableFuture<AmiResponse> result = this.manager.sendActionAsync(AmiAction.named("Slow"));
		result.complete(new AmiResponse(AmiHeaders.parse("Response: Success")));
		assertThat(only().failure()).isInstanceOf(CancellationException.class);
	}

	@Test
	void aLostConnectionEndsWhatIsPending() {
		this.asterisk.on("Drop", (request) -> AmiAnswer.none().thenClose());
		connectListening();
		assertThat(this.manager.sendActionAsync(AmiAction.named("Drop"))).failsWithin(PATIENCE);
		assertThat(only().failure()).isInstanceOf(ManagerConnectionException.class);
	}

	@Test
	void aListEndsWithItsLastEvent() {
		connectListening();
		this.manager.sendAction(new CoreShowChannelsAction());
		this.manager.sendActionAsync(new CoreShowChannelsAction(), (event, manager) -> {
		}).join();
		assertThat(this.ended).hasSize(2).allSatisfy((end) -> assertThat(end.response()).isNotNull());
	}

	@Test
	void anActionWithAnOutcomeEndsWithItsResponse() {
		this.asterisk.on("Hangup", (request) -> AmiAnswer.success("Channel Hungup"));
		connectListening();
		CompletableFuture<?> outcome = this.manager.perform(new HangupAction("PJSIP/100-00000001"));
		await().atMost(PATIENCE).until(() -> !this.ended.isEmpty());
		assertThat(only().response()).isNotNull();
		assertThat(outcome).isNotDone();
	}

	@Test
	void loginAndKeepAliveAreNotTold() {
		use(builder().actionListener(this::listen).keepAlive(Duration.ofMillis(20), Duration.ofSeconds(5)));
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> this.manager.status().lastRoundTrip() != null);
		assertThat(this.started).isEmpty();
	}

	@Test
	void aListenerThatThrowsChangesNothingAndTheNextOneIsTold() {
		use(builder().actionListener((action, manager) -> {
			throw new IllegalStateException("at the start");
		}).actionListener((action, manager) -> (response, failure, duration) -> {
			throw new IllegalStateException("at the end");
		}).actionListener((action, manager) -> null).actionListener(this::listen));
		this.manager.connect();
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
		assertThat(only().response()).isNotNull();
	}

	private void connectListening() {
		use(builder().actionListener(this::listen));
		this.manager.connect();
	}

	private AmiActionListener.Exchange listen(AmiAction<?> action, Manager manager) {
		assertThat(manager).isSameAs(this.manager);
		this.started.add(action.name() + " on " + Thread.currentThread().getName());
		return (response, failure, duration) -> this.ended
			.add(new Ended(response, failure, duration, Thread.currentThread().getName()));
	}

	private Ended only() {
		assertThat(this.ended).hasSize(1);
		return this.ended.get(0);
	}

	private record Ended(@Nullable AmiResponse response, @Nullable Throwable failure, Duration duration,
			String thread) {

	}

}
