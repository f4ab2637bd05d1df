package io.pystrix.agi.fastagi;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.pystrix.FaultRun;
import io.pystrix.FaultyLink;
import io.pystrix.LogCapture;
import io.pystrix.Resources;
import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Calls over a link that fails in every way: each command has its own reply or ends by a
 * documented exception, each script ends, and nothing is left behind.
 */
@Timeout(900)
class FastAgiFaultTests {

	// Not below what is captured
	private static final Logger log = LoggerFactory.getLogger("io.pystrix.FastAgiFaultTests");

	private static final int CALLERS = 6;

	private static final int COMMANDS = 25;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Executor THREADS = (task) -> {
		Thread thread = new Thread(task, "caller");
		thread.setDaemon(true);
		thread.start();
	};

	private final AtomicInteger replies = new AtomicInteger();

	private final AtomicReference<Throwable> wrong = new AtomicReference<>();

	@ParameterizedTest
	@MethodSource("io.pystrix.FaultRun#all")
	void everyCommandHasItsOwnReplyOrEndsByAnException(FaultRun run) throws Exception {
		Resources resources = Resources.now();
		try (FastAgiServer server = server(); LogCapture capture = new LogCapture("io.pystrix.agi", Level.ERROR)) {
			server.scripts().registerDefault((agi, request) -> converse(agi, request, run));
			server.start();
			try (FaultyLink link = new FaultyLink(server.address(), run.seed(), run.damages())) {
				List<CompletableFuture<Integer>> callers = IntStream.range(0, CALLERS)
					.mapToObj((number) -> CompletableFuture.supplyAsync(() -> call(link, run), THREADS))
					.toList();
				int calls = 0;
				for (CompletableFuture<Integer> caller : callers) {
					calls += caller.join();
				}
				link.heal();
				await().atMost(PATIENCE).until(() -> server.status().activeCalls() == 0);
				log.info("{}: {} calls, {} faults, {} replies; {} completed, {} hung up, {} failed, {} no calls", run,
						calls, link.faults(), this.replies, server.status().endedCalls(ScriptOutcome.COMPLETED),
						server.status().endedCalls(ScriptOutcome.HANGUP),
						server.status().endedCalls(ScriptOutcome.FAILED), server.status().failedHandshakes());
				assertThat(this.wrong).hasNullValue();
				long before = server.status().endedCalls(ScriptOutcome.COMPLETED);
				// Again and again, as time-outs are short
				await().atMost(PATIENCE).until(() -> {
					try (AgiCall call = AgiCaller.to(link.address()).script("last").call()) {
						call.awaitEnd(PATIENCE);
					}
					return server.status().endedCalls(ScriptOutcome.COMPLETED) > before;
				});
				await().atMost(PATIENCE).until(() -> server.status().activeCalls() == 0);
			}
			long ended = 0;
			for (ScriptOutcome outcome : ScriptOutcome.values()) {
				ended += server.status().endedCalls(outcome);
			}
			assertThat(server.status().totalCalls()).isEqualTo(ended);
			assertThat(capture.at(Level.ERROR)).allMatch((line) -> line.startsWith("AGI script"));
		}
		resources.awaitFreed();
	}

	private void converse(Agi agi, AgiRequest request, FaultRun run) {
		try {
			for (int i = 0; i < COMMANDS; i++) {
				String token = "token " + i + " of " + request.environment().uniqueid();
				agi.setVariable("TOKEN", token);
				String reply = agi.getVariable("TOKEN").orElse("none");
				if (!run.damages() && !reply.equals(token)) {
					this.wrong.set(new AssertionError("'" + reply + "' instead of '" + token + "'"));
				}
				this.replies.incrementAndGet();
			}
		}
		catch (AgiHangupException ex) {
			throw ex;
		}
		catch (AgiException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
		catch (RuntimeException ex) {
			this.wrong.set(ex);
		}
	}

	private static int call(FaultyLink link, FaultRun run) {
		int calls = 0;
		for (long start = System.nanoTime(); !run.isOver(start); calls++) {
			try (AgiCall call = AgiCaller.to(link.address()).script("any").call()) {
				call.awaitEnd(PATIENCE);
			}
			catch (UncheckedIOException ex) {
				assertThat(ex).hasMessageNotContaining("refused");
			}
		}
		return calls;
	}

	private static FastAgiServer server() {
		return FastAgiServer.builder()
			.port(0)
			.handshakeTimeout(Duration.ofMillis(500))
			.commandTimeout(Duration.ofMillis(500))
			.build();
	}

}
