package io.pystrix.agi.fastagi;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.UnwillingExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A call that the executor does not begin in time is refused. Whatever the executor does
 * with it later, nothing comes of it.
 */
@Timeout(60)
class UnwillingExecutorTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	// For the handshake as well, also on a busy machine
	private static final Duration LIMIT = Duration.ofSeconds(2);

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private final AtomicInteger served = new AtomicInteger();

	private UnwillingExecutor executor;

	private FastAgiServer server;

	@AfterEach
	void stop() {
		this.executor.runLate();
		this.server.close();
		this.log.close();
	}

	@ParameterizedTest
	@EnumSource
	void theCallIsRefusedForGoodAndTheNextOneServed(UnwillingExecutor.Manner manner) throws Exception {
		start(manner, LIMIT, WhenFull.REFUSE);
		try (RawCaller caller = RawCaller.call(this.server, "demo")) {
			caller.expectFailure();
		}
		awaitNoCalls();
		assertRefused(1);
		assertThat(this.log.from(Level.WARN)).singleElement()
			.asString()
			.startsWith("Refused the call of PJSIP/100-00000001")
			.endsWith("the executor has not begun it within 2000 ms");
		this.executor.becomeWilling();
		this.executor.runLate();
		assertThat(this.served).hasValue(0);
		assertThat(this.server.status().activeCalls()).isZero();
		serveOne();
		assertRefused(1);
		assertThat(this.server.status().totalCalls()).isOne();
	}

	@Test
	void aCallThatWaitsForItsTurnGetsIt() throws Exception {
		start(UnwillingExecutor.Manner.KEEPS, LIMIT, WhenFull.QUEUE);
		try (RawCaller first = RawCaller.call(this.server, "demo")) {
			await().atMost(PATIENCE).until(() -> this.server.status().activeCalls() == 1 && this.executor.hasTaken(1));
			try (RawCaller second = RawCaller.call(this.server, "demo")) {
				await().atMost(PATIENCE).until(() -> this.server.status().queuedCalls() == 1);
				this.executor.becomeWilling();
				first.expectFailure();
				second.answerUntilEnd();
			}
		}
		await().atMost(PATIENCE).until(() -> this.server.status().endedCalls(ScriptOutcome.COMPLETED) == 1);
		awaitNoCalls();
		assertRefused(1);
	}

	@ParameterizedTest
	@EnumSource
	void aStopRefusesTheCallAtOnce(UnwillingExecutor.Manner manner) throws Exception {
		start(manner, Duration.ofMinutes(10), WhenFull.REFUSE);
		try (RawCaller caller = RawCaller.call(this.server, "demo")) {
			await().atMost(PATIENCE).until(() -> this.executor.hasTaken(1));
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(this.server::close);
			caller.expectFailure();
			stopped.join();
		}
		assertThat(this.server.status().activeCalls()).isZero();
		assertRefused(1);
		this.executor.runLate();
		assertThat(this.served).hasValue(0);
	}

	private void start(UnwillingExecutor.Manner manner, Duration limit, WhenFull whenFull) {
		this.executor = new UnwillingExecutor(manner);
		this.server = FastAgiServer.builder()
			.port(0)
			.maxCalls(1)
			.whenFull(whenFull)
			.handshakeTimeout(limit)
			.executor(this.executor)
			.build();
		this.server.scripts().register("demo", (agi, request) -> {
			this.served.incrementAndGet();
			agi.noop();
		});
		this.server.start();
	}

	private void serveOne() throws Exception {
		try (RawCaller caller = RawCaller.call(this.server, "demo")) {
			caller.answerUntilEnd();
		}
		await().atMost(PATIENCE).until(() -> this.server.status().endedCalls(ScriptOutcome.COMPLETED) == 1);
		awaitNoCalls();
	}

	private void awaitNoCalls() {
		await().atMost(PATIENCE).until(() -> this.server.status().activeCalls() == 0);
	}

	private void assertRefused(int calls) {
		assertThat(this.server.status().refusedCalls(RefusalReason.NO_THREAD)).isEqualTo(calls);
		assertThat(this.server.status().refusedCalls()).isEqualTo(calls);
	}

}
