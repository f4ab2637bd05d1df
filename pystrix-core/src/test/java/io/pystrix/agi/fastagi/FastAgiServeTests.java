package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Serving on the caller's own thread.
 */
@Timeout(60)
class FastAgiServeTests {

	private static final Duration LONG = Duration.ofSeconds(50);

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private final FastAgiServer server = FastAgiServer.builder().port(0).handshakeTimeout(LONG).build();

	@AfterEach
	void stop() {
		this.server.close();
		this.log.close();
	}

	@Test
	void servingEndsWhenTheServerIsStoppedAndItsCallsHaveEnded() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> agi.noop());
		Served served = new Served(this.server::serve);
		await().until(this.server::isRunning);
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP");
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> this.server.stop(LONG));
			await().until(() -> !this.server.isRunning());
			assertThat(served.thread.isAlive()).isTrue();
			caller.send("200 result=0\n").expectEnd();
			stopped.join();
		}
		assertThat(served.failure()).isNull();
		assertThat(this.log.above(Level.INFO)).isEmpty();
	}

	@Test
	void anInterruptionEndsServingAndClosesTheServer() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> agi.noop());
		this.server.start();
		Served served = new Served(this.server::serve);
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP");
			served.thread.interrupt();
			assertThat(served.failure()).isInstanceOf(InterruptedException.class);
			caller.expectCut().expectFailure();
		}
		assertThat(this.server.isRunning()).isFalse();
		await().until(() -> this.server.status().activeCalls() == 0);
	}

	@Test
	void servingAPortInUseFails() throws IOException {
		try (ServerSocket other = new ServerSocket(0, 1, this.server.address().getAddress());
				FastAgiServer second = FastAgiServer.builder().port(other.getLocalPort()).build()) {
			assertThatExceptionOfType(FastAgiServerException.class).isThrownBy(second::serve);
			assertThatExceptionOfType(FastAgiServerException.class).isThrownBy(() -> second.serveOne(LONG));
			assertThat(second.isRunning()).isFalse();
		}
	}

	@Test
	void callsAreServedOneByOneOnThisThread() throws Exception {
		AtomicReference<Thread> thread = new AtomicReference<>();
		this.server.scripts().registerDefault((agi, request) -> {
			assertThat(this.server.status().activeCalls()).isEqualTo(1);
			thread.set(Thread.currentThread());
		});
		assertThat(this.server.serveOne(Duration.ZERO)).isFalse();
		assertThat(this.server.isRunning()).isTrue();
		try (RawCaller first = RawCaller.call(this.server, "x"); RawCaller second = RawCaller.call(this.server, "x")) {
			assertThat(this.server.serveOne(LONG)).isTrue();
			first.expectEnd();
			assertThat(this.server.status().totalCalls()).isEqualTo(1);
			assertThat(this.server.serveOne(LONG)).isTrue();
			second.expectEnd();
		}
		assertThat(thread).hasValue(Thread.currentThread());
		assertThat(this.server.serveOne(Duration.ofMillis(5))).isFalse();
		assertThat(this.server.status().totalCalls()).isEqualTo(2);
		assertThat(this.server.status().activeCalls()).isZero();
		assertThat(this.log.above(Level.INFO)).isEmpty();
	}

	@Test
	void whatIsNoCallDoesNotCount() throws Exception {
		try (FastAgiServer hurried = FastAgiServer.builder().port(0).handshakeTimeout(Duration.ofMillis(200)).build()) {
			hurried.scripts().registerDefault((agi, request) -> {
			});
			hurried.serveOne(Duration.ZERO);
			Served served = new Served(() -> assertThat(hurried.serveOne(LONG)).isTrue());
			new RawCaller(hurried).close();
			try (RawCaller stranger = new RawCaller(hurried).send("GET / HTTP/1.1\r\n\r\n");
					RawCaller silent = new RawCaller(hurried)) {
				stranger.expectEnd();
				silent.expectEnd();
			}
			await().until(() -> hurried.status().failedHandshakes() == 3);
			assertThat(hurried.status().totalCalls()).isZero();
			// The test itself may be too late
			await().until(() -> {
				RawCaller.call(hurried, "x").close();
				return hurried.status().totalCalls() == 1;
			});
			assertThat(served.failure()).isNull();
		}
	}

	@Test
	void aScriptThatFailsDoesNotFailWhoeverServesIt() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> {
			throw new StackOverflowError("by intent");
		});
		this.server.serveOne(Duration.ZERO);
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			Served served = new Served(() -> assertThat(this.server.serveOne(LONG)).isTrue());
			caller.expect("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"").send("200 result=1\n").expectEnd();
			assertThat(served.failure()).isNull();
		}
	}

	@Test
	void stoppingEndsTheWaitForACall() throws Exception {
		Served served = new Served(() -> assertThat(this.server.serveOne(LONG)).isFalse());
		await().until(this.server::isRunning);
		this.server.close();
		assertThat(served.failure()).isNull();
		assertThat(this.log.above(Level.INFO)).isEmpty();
	}

	@Test
	void stoppingInterruptsTheCallThatIsServed() throws Exception {
		this.server.scripts().registerDefault((agi, request) -> agi.waitForDigit());
		this.server.serveOne(Duration.ZERO);
		Served served = new Served(() -> {
			assertThat(this.server.serveOne(LONG)).isTrue();
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
		});
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("WAIT FOR DIGIT -1");
			this.server.close();
			caller.expectCut().expectFailure();
		}
		assertThat(served.failure()).isNull();
	}

	@Test
	void anInterruptionEndsTheWaitForACallAndTheServerListensOn() throws Exception {
		Served served = new Served(() -> this.server.serveOne(LONG));
		await().until(this.server::isRunning);
		served.thread.interrupt();
		assertThat(served.failure()).isInstanceOf(InterruptedException.class);
		assertThat(this.server.isRunning()).isTrue();
	}

	@Test
	void severalThreadsTakeTurns() throws Exception {
		AtomicInteger atOnce = new AtomicInteger();
		this.server.scripts().registerDefault((agi, request) -> {
			assertThat(atOnce.incrementAndGet()).isEqualTo(1);
			agi.noop();
			atOnce.decrementAndGet();
		});
		this.server.serveOne(Duration.ZERO);
		Served first = new Served(() -> assertThat(this.server.serveOne(LONG)).isTrue());
		Served second = new Served(() -> assertThat(this.server.serveOne(LONG)).isTrue());
		for (int i = 0; i < 2; i++) {
			try (RawCaller caller = RawCaller.call(this.server, "x")) {
				caller.expect("NOOP");
				assertThat(this.server.serveOne(Duration.ofMillis(5))).isFalse();
				caller.send("200 result=0\n").expectEnd();
			}
		}
		assertThat(first.failure()).isNull();
		assertThat(second.failure()).isNull();
	}

	@Test
	void aServerTakesCallsInOneWayAtATime() throws Exception {
		this.server.start();
		assertThatIllegalStateException().isThrownBy(() -> this.server.serveOne(LONG))
			.withMessageContaining("by itself");
		this.server.close();
		this.server.serveOne(Duration.ZERO);
		assertThatIllegalStateException().isThrownBy(this.server::start).withMessageContaining("one by one");
		assertThatIllegalStateException().isThrownBy(this.server::serve);
		this.server.close();
		this.server.start();
		assertThat(this.server.isRunning()).isTrue();
	}

	/** A thread of its own, and what it threw. */
	private static final class Served {

		private final AtomicReference<Throwable> failure = new AtomicReference<>();

		private final Thread thread;

		Served(Serving serving) {
			this.thread = new Thread(() -> {
				try {
					serving.run();
				}
				catch (Throwable ex) {
					this.failure.set(ex);
				}
			});
			this.thread.start();
		}

		Throwable failure() throws InterruptedException {
			this.thread.join();
			return this.failure.get();
		}

	}

	private interface Serving {

		void run() throws Exception;

	}

}
