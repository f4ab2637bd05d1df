package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import com.sun.management.UnixOperatingSystemMXBean;
import io.pystrix.LogCapture;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiUsageException;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.internal.CallGate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Where other servers of FastAGI are weak. More of the same, by what promise it is:
 * <ul>
 * <li>replies stay in step however they arrive:
 * {@code io.pystrix.agi.internal.AgiDeliveryTests}</li>
 * <li>peers and scripts that do what they should not, and limits:
 * {@link FastAgiBadPeerTests}</li>
 * <li>stopping and starting: {@link FastAgiServerLifecycleTests}</li>
 * </ul>
 */
@Timeout(120)
class AgiWeakSpotTests {

	private static final AgiHandler PARKED = (agi, request) -> agi.waitForDigit();

	private final BlockingQueue<Object> notes = new LinkedBlockingQueue<>();

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private FastAgiServer server = FastAgiServer.builder().port(0).build();

	@AfterEach
	void stop() {
		this.server.close();
		this.log.close();
	}

	@Test
	void valuesOfSeveralLinesAreWholeAndTheNextRepliesAreTheirOwn() throws Exception {
		start((agi, request) -> {
			this.notes.add(agi.getVariable("V1").orElseThrow());
			this.notes.add(agi.getVariable("V2").orElseThrow());
			this.notes.add(agi.getVariable("V3").orElseThrow());
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("GET VARIABLE \"V1\"").send("200 result=1 (line1\nline2)\n");
			caller.expect("GET VARIABLE \"V2\"").send("200 result=1 (a)\n200 result=1\nb)\n");
			caller.expect("GET VARIABLE \"V3\"").send("200 result=1 (three)\n").expectEnd();
		}
		assertThat(this.notes).containsExactly("line1\nline2", "a)\n200 result=1\nb", "three");
	}

	@Test
	void aUsageOfOneLineIsAnExceptionAtOnce() throws Exception {
		start((agi, request) -> {
			try {
				agi.answer();
			}
			catch (AgiUsageException ex) {
				agi.noop();
			}
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("ANSWER").send("520 Invalid command syntax.  Proper usage not available.\n");
			caller.expect("NOOP").send("200 result=0\n").expectEnd();
		}
		assertEnded(ScriptOutcome.COMPLETED, 1);
	}

	@Test
	void aHangupIsOneLineAtDebug() throws Exception {
		start(PARKED);
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("WAIT FOR DIGIT -1").send("200 result=-1\nHANGUP\n").expectEnd();
		}
		assertEnded(ScriptOutcome.HANGUP, 1);
		assertThat(this.log.from(Level.INFO)).hasSize(1).allMatch((line) -> line.contains("listens on"));
		assertThat(this.log.at(Level.DEBUG)).singleElement().asString().contains("ended by hang-up");
	}

	@Test
	void thousandsOfCallsWaitAtOnce() throws Exception {
		int count = manyCalls();
		start(PARKED);
		List<RawCaller> callers = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				callers.add(RawCaller.call(this.server, "x"));
			}
			await().atMost(Duration.ofSeconds(60)).until(() -> this.server.calls().size() == count);
			for (RawCaller caller : callers) {
				caller.expect("WAIT FOR DIGIT -1").send("200 result=53\n");
			}
			for (RawCaller caller : callers) {
				caller.expectEnd();
			}
		}
		finally {
			for (RawCaller caller : callers) {
				caller.close();
			}
		}
		assertEnded(ScriptOutcome.COMPLETED, count);
		await().until(() -> this.server.status().activeCalls() == 0);
		assertThat(this.log.above(Level.INFO)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void callsBeyondTheLimitAreRefusedOrWaitAndAreCounted(boolean queue) throws Exception {
		this.server = FastAgiServer.builder()
			.port(0)
			.maxCalls(10)
			.whenFull((queue) ? WhenFull.QUEUE : WhenFull.REFUSE)
			.build();
		long start = System.nanoTime();
		start(PARKED);
		List<RawCaller> callers = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			callers.add(RawCaller.call(this.server, "x").expect("WAIT FOR DIGIT -1"));
		}
		for (int i = 1; i <= 20; i++) {
			int beyond = i;
			callers.add(RawCaller.call(this.server, "x"));
			await().pollInterval(Duration.ofMillis(1))
				.until(() -> this.server.status().queuedCalls()
						+ this.server.status().refusedCalls(RefusalReason.FULL) == beyond);
		}
		assertThat(this.server.status().queuedCalls()).isEqualTo(queue ? 20 : 0);
		assertThat(this.server.status().activeCalls()).isEqualTo(10);
		for (RawCaller caller : callers.subList(0, 10)) {
			caller.send("200 result=53\n").expectEnd();
		}
		for (RawCaller caller : callers.subList(10, 30)) {
			if (queue) {
				caller.expect("WAIT FOR DIGIT -1").send("200 result=53\n").expectEnd();
			}
			else {
				caller.expect("failure").expectEnd();
			}
			caller.close();
		}
		assertEnded(ScriptOutcome.COMPLETED, queue ? 30 : 10);
		// One in ten seconds, should it take so long
		int warnings = 1 + (int) (Duration.ofNanos(System.nanoTime() - start).toSeconds() / 10);
		assertThat(this.log.above(Level.INFO)).hasSizeBetween(queue ? 0 : 1, queue ? 0 : warnings);
	}

	@Test
	void stoppingWaitsForScriptsThenEndsThemAndTheServerMayStartAgain() throws Exception {
		start(PARKED);
		Duration grace = Duration.ofMillis(300);
		// The test itself may be too late to end a script in time, and gets more of it
		// then
		while (!isLeftToEnd(grace)) {
			grace = grace.multipliedBy(3);
			this.server.start();
		}
		long completed = this.server.status().endedCalls(ScriptOutcome.COMPLETED);
		this.server.start();
		try (RawCaller again = RawCaller.call(this.server, "x")) {
			again.expect("WAIT FOR DIGIT -1").send("200 result=53\n").expectEnd();
		}
		await().until(() -> this.server.status().endedCalls(ScriptOutcome.COMPLETED) == completed + 1);
	}

	private boolean isLeftToEnd(Duration grace) throws Exception {
		long before = this.server.status().endedCalls(ScriptOutcome.COMPLETED);
		try (RawCaller ends = RawCaller.call(this.server, "x"); RawCaller stays = RawCaller.call(this.server, "x")) {
			ends.expect("WAIT FOR DIGIT -1");
			stays.expect("WAIT FOR DIGIT -1");
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> this.server.stop(grace));
			await().until(() -> !this.server.isRunning());
			ends.send("200 result=53\n").expectEnd();
			stays.expectCut().expectFailure();
			stopped.join();
		}
		await().until(() -> this.server.status().activeCalls() == 0);
		return this.server.status().endedCalls(ScriptOutcome.COMPLETED) == before + 1;
	}

	@Test
	void aQueryIsSplitAtTheFirstEqualsSignAndKeepsABadEscape() throws Exception {
		start((agi, request) -> {
			this.notes.add(String.valueOf(request.parameter("expr")));
			this.notes.add(String.valueOf(request.parameter("bad")));
		});
		try (RawCaller caller = RawCaller.call(this.server, "x?expr=a=b&bad=100%zz")) {
			caller.expectEnd();
		}
		assertThat(this.notes).containsExactly("a=b", "100%zz");
	}

	@Test
	void theAcceptLoopPausesWhenNoConnectionCanBeTaken() throws Exception {
		AtomicInteger attempts = new AtomicInteger();
		CountDownLatch four = new CountDownLatch(4);
		ServerSocket broken = new ServerSocket() {
			@Override
			public Socket accept() throws IOException {
				attempts.incrementAndGet();
				four.countDown();
				throw new IOException("Too many open files");
			}
		};
		Acceptor acceptor = new Acceptor(broken, List.of(), (socket) -> {
			throw new IllegalStateException("There is no call");
		}, new Reception(new CallGate<>(0, false, Runnable::run, null, Duration.ofSeconds(10),
				LoggerFactory.getLogger(Acceptor.class)), Runnable::run, true));
		Thread thread = new Thread(acceptor);
		long start = System.nanoTime();
		thread.start();
		four.await();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
		assertThat(this.log.at(Level.WARN)).singleElement().asString().contains("cannot take a call");
		acceptor.close();
		thread.join();
		assertThat(attempts.get()).isLessThan(100);
	}

	@Test
	void theEnvironmentHasLimits() throws Exception {
		start(PARKED);
		for (String environment : List.of("agi_x: 1\n".repeat(513), "agi_x: " + "x".repeat(1 << 16) + "\n\n")) {
			try (RawCaller caller = new RawCaller(this.server)) {
				assertThat(caller.sendWithoutEnd(environment)).isPositive();
				caller.expectEnd();
			}
		}
		assertThat(this.server.status().failedHandshakes(HandshakeFailure.INVALID)).isEqualTo(2);
		assertThat(this.log.at(Level.WARN)).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.pystrix.agi.AgiHandler", "java.lang.Runtime", "../agi/x.js", "/etc/passwd", "agi/x",
			"X", "", "?x" })
	void nothingButARegisteredScriptRuns(String path) throws Exception {
		start(PARKED);
		try (RawCaller caller = RawCaller.call(this.server, path)) {
			caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"NOTFOUND\"").send("200 result=1\n").expectEnd();
		}
		assertEnded(ScriptOutcome.NOT_FOUND, 1);
		assertThat(this.log.at(Level.WARN)).singleElement().asString().startsWith("No AGI script for");
	}

	private void start(AgiHandler script) {
		this.server.scripts().register("x", script);
		this.server.start();
	}

	private void assertEnded(ScriptOutcome outcome, long count) {
		await().until(() -> this.server.status().endedCalls(outcome) == count);
		assertThat(this.server.status().totalCalls()).isEqualTo(count);
	}

	// A call takes a file here and one at its other end, and a thread where there are no
	// virtual ones
	private static int manyCalls() {
		int count = (Runtime.version().feature() >= 21) ? 5000 : 1000;
		return (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? (int) Math.min(count, (unix.getMaxFileDescriptorCount() - 500) / 2) : count;
	}

}
