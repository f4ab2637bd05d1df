package io.pystrix.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link CompletionExecutor}: a task runs once, whatever the executor of the
 * user does.
 */
@Timeout(60)
class CompletionExecutorTests {

	private static final Logger logger = LoggerFactory.getLogger(CompletionExecutorTests.class);

	private static final Duration PATIENCE = Duration.ofMillis(100);

	static Stream<Named<Executor>> executorsThatFail() {
		return Stream.of(Named.of("rejects", (task) -> {
			throw new RejectedExecutionException("full");
		}), Named.of("fails", (task) -> {
			throw new NoClassDefFoundError("decorator");
		}), Named.of("drops", (task) -> {
		}), Named.of("blocks", (task) -> new CompletableFuture<>().join()), Named.of("runs twice", (task) -> {
			task.run();
			task.run();
		}), Named.of("runs and fails", (task) -> {
			task.run();
			throw new IllegalStateException("afterwards");
		}), Named.of("runs on the calling thread", Runnable::run));
	}

	@ParameterizedTest
	@MethodSource("executorsThatFail")
	void aTaskRunsOnceAndNotOnTheCallingThread(Executor users) {
		AtomicInteger runs = new AtomicInteger();
		CompletableFuture<Thread> thread = new CompletableFuture<>();
		new CompletionExecutor("test-", users, PATIENCE, logger).execute(() -> {
			runs.incrementAndGet();
			thread.complete(Thread.currentThread());
		});
		assertThat(thread.join()).isNotSameAs(Thread.currentThread());
		await().during(Duration.ofMillis(150)).until(() -> runs.get() == 1);
	}

	@Test
	void anExecutorThatWorksIsUsed() {
		CompletableFuture<@Nullable String> name = new CompletableFuture<>();
		Executor users = (task) -> new Thread(task, "of the user").start();
		new CompletionExecutor("test-", users, Duration.ofMinutes(1), logger)
			.execute(() -> name.complete(Thread.currentThread().getName()));
		assertThat(name.join()).isEqualTo("of the user");
	}

	@Test
	void aTaskThatWaitsForAnotherOneDoesNotHoldItUp() {
		CompletionExecutor executor = new CompletionExecutor("test-", (task) -> {
			throw new RejectedExecutionException("full");
		}, PATIENCE, logger);
		CountDownLatch second = new CountDownLatch(1);
		CompletableFuture<Boolean> first = new CompletableFuture<>();
		executor.execute(() -> {
			try {
				second.await();
				first.complete(true);
			}
			catch (InterruptedException ex) {
				first.completeExceptionally(ex);
			}
		});
		executor.execute(second::countDown);
		assertThat(first.join()).isTrue();
	}

	@Test
	void withoutAThreadATaskRunsOnTheCallingThread() {
		CompletableFuture<Thread> thread = new CompletableFuture<>();
		new CompletionExecutor((task) -> {
			throw new OutOfMemoryError("unable to create native thread");
		}, null, PATIENCE, logger).execute(() -> thread.complete(Thread.currentThread()));
		assertThat(thread.join()).isSameAs(Thread.currentThread());
	}

	@Test
	void manyRefusalsAreOneWarning() {
		try (LogCapture log = new LogCapture(CompletionExecutorTests.class.getName())) {
			CompletionExecutor executor = new CompletionExecutor("test-", (task) -> {
				throw new RejectedExecutionException("full");
			}, PATIENCE, logger);
			AtomicInteger runs = new AtomicInteger();
			for (int i = 0; i < 20; i++) {
				executor.execute(runs::incrementAndGet);
			}
			await().until(() -> runs.get() == 20);
			assertThat(log.at(Level.WARN))
				.isEqualTo(List.of("The executor refused the completion of a future; completing it on another thread"));
		}
	}

}
