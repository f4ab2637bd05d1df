package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.ScriptRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class FastAgiServerLifecycleTests {

	private static final AgiHandler NOOP = (agi, request) -> agi.noop();

	private final ScriptRegistry scripts = new ScriptRegistry();

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private FastAgiServer server = builder().build();

	@AfterEach
	void stop() {
		this.server.close();
		this.log.close();
	}

	@Test
	void aServerMayBeStartedAgain() throws IOException {
		this.scripts.registerDefault(NOOP);
		for (int i = 0; i < 3; i++) {
			this.server.start();
			this.server.start();
			assertThat(this.server.isRunning()).isTrue();
			assertThat(this.server.address().getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
			try (RawCaller caller = RawCaller.call(this.server, "x")) {
				caller.expect("NOOP").send("200 result=0\n").expectEnd();
			}
			this.server.stop(Duration.ofSeconds(30));
			this.server.stop(Duration.ofSeconds(30));
			assertThat(this.server.isRunning()).isFalse();
		}
		assertThat(this.server.status().totalCalls()).isEqualTo(3);
		assertThatIllegalStateException().isThrownBy(this.server::localPort);
	}

	@Test
	void aPortInUseIsSaidClearly() {
		this.server.start();
		int port = this.server.localPort();
		FastAgiServer second = FastAgiServer.builder().port(port).build();
		assertThatExceptionOfType(FastAgiServerException.class).isThrownBy(second::start)
			.withMessageContaining("127.0.0.1 port " + port)
			.withCauseInstanceOf(BindException.class)
			.satisfies((ex) -> assertThat(ex.port()).isEqualTo(port));
		assertThat(second.isRunning()).isFalse();
	}

	@Test
	void stoppingLetsCallsFinish() throws Exception {
		this.scripts.registerDefault(NOOP);
		this.server.start();
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP");
			CompletableFuture<Void> stopped = CompletableFuture
				.runAsync(() -> this.server.stop(Duration.ofSeconds(30)));
			await().until(() -> !this.server.isRunning());
			this.server.stop(Duration.ofSeconds(30));
			assertThat(this.server.status().activeCalls()).isEqualTo(1);
			assertThat(stopped).isNotDone();
			caller.send("200 result=0\n").expectEnd();
			stopped.join();
		}
		assertThat(this.server.status().activeCalls()).isZero();
		assertThat(this.log.above(Level.INFO)).isEmpty();
	}

	@Test
	void stoppingInterruptsCallsThatDoNotFinish() throws Exception {
		CountDownLatch waiting = new CountDownLatch(2);
		CountDownLatch interrupted = new CountDownLatch(1);
		this.scripts.register("reads", (agi, request) -> {
			waiting.countDown();
			agi.waitForDigit();
		});
		this.scripts.register("waits", (agi, request) -> {
			waiting.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
				throw ex;
			}
		});
		this.server.start();
		try (RawCaller reads = RawCaller.call(this.server, "reads");
				RawCaller waits = RawCaller.call(this.server, "waits")) {
			waiting.await();
			assertThat(this.server.calls()).extracting((call) -> call.request().path())
				.containsExactlyInAnyOrder("reads", "waits");
			this.server.stop(Duration.ofMillis(50));
			await().until(() -> this.server.status().activeCalls() == 0);
			interrupted.await();
			reads.expect("WAIT FOR DIGIT -1").expectCut().expectFailure();
			waits.expectFailure();
		}
		assertThat(this.log.at(Level.ERROR)).isEmpty();
		assertThat(this.log.at(Level.WARN)).singleElement().asString().contains("interrupting 2 calls");
	}

	@Test
	void callsBeyondTheLimitAreRefused() throws Exception {
		this.server = builder().maxCalls(1).build();
		this.scripts.registerDefault(NOOP);
		this.server.start();
		try (RawCaller first = RawCaller.call(this.server, "x")) {
			first.expect("NOOP");
			try (RawCaller second = RawCaller.call(this.server, "x")) {
				second.expect("failure").expectEnd();
			}
			assertThat(this.server.status().refusedCalls()).isEqualTo(1);
			first.send("200 result=0\n").expectEnd();
		}
		await().until(() -> this.server.status().activeCalls() == 0);
		try (RawCaller third = RawCaller.call(this.server, "x")) {
			third.expect("NOOP").send("200 result=0\n").expectEnd();
		}
	}

	@Test
	void callsBeyondTheLimitWaitForTheirTurn() throws Exception {
		this.server = builder().maxCalls(1).whenFull(WhenFull.QUEUE).build();
		this.scripts.registerDefault(NOOP);
		this.server.start();
		try (RawCaller first = RawCaller.call(this.server, "x").expect("NOOP");
				RawCaller second = RawCaller.call(this.server, "x")) {
			await().until(() -> this.server.status().queuedCalls() == 1);
			try (RawCaller third = RawCaller.call(this.server, "x")) {
				await().until(() -> this.server.status().queuedCalls() == 2);
				first.send("200 result=0\n").expectEnd();
				second.expect("NOOP").send("200 result=0\n").expectEnd();
				third.expect("NOOP");
				try (RawCaller fourth = RawCaller.call(this.server, "x")) {
					await().until(() -> this.server.status().queuedCalls() == 1);
					this.server.close();
					fourth.expect("failure").expectEnd();
				}
				third.expectCut().expectFailure();
			}
		}
		assertThat(this.server.status().totalCalls()).isEqualTo(3);
		assertThat(this.server.status().refusedCalls()).isEqualTo(1);
	}

	@Test
	void onlyAllowedClientsAreServed() throws Exception {
		this.server = builder().allowedClients("10.0.0.0/8", "::1").build();
		this.server.start();
		try (RawCaller caller = new RawCaller(this.server)) {
			caller.expect("failure").expectEnd();
		}
		assertThat(this.server.status().refusedCalls()).isEqualTo(1);
		assertThat(this.log.at(Level.WARN)).singleElement().asString().contains("not allowed");
		this.server.close();
		this.server = builder().allowedClients("127.0.0.0/8").build();
		this.scripts.registerDefault(NOOP);
		this.server.start();
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expect("NOOP").send("200 result=0\n").expectEnd();
		}
	}

	@Test
	void theStatusVariableMayBeTurnedOff() throws Exception {
		this.server = builder().statusVariable("").build();
		this.server.start();
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expectEnd();
		}
	}

	@Test
	void anExecutorRunsTheCalls() throws Exception {
		AtomicReference<String> thread = new AtomicReference<>();
		ExecutorService executor = Executors.newSingleThreadExecutor((task) -> new Thread(task, "mine"));
		this.server = builder().executor(executor).build();
		this.scripts.registerDefault((agi, request) -> thread.set(Thread.currentThread().getName()));
		this.server.start();
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expectEnd();
		}
		assertThat(thread).hasValue("mine");
		executor.shutdown();
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expectFailure();
		}
		await().untilAsserted(() -> assertThat(this.log.above(Level.INFO)).singleElement()
			.satisfies((event) -> assertThat(event.getThrowableProxy().getClassName())
				.isEqualTo(RejectedExecutionException.class.getName())));
		await().until(() -> this.server.status().activeCalls() == 0);
	}

	@Test
	void eachCallHasAThreadOfItsOwn() throws Exception {
		AtomicReference<Thread> thread = new AtomicReference<>();
		this.scripts.registerDefault((agi, request) -> thread.set(Thread.currentThread()));
		this.server.start();
		int port = this.server.localPort();
		try (RawCaller caller = RawCaller.call(this.server, "x")) {
			caller.expectEnd();
		}
		assertThat(thread.get().getName()).isEqualTo("fastagi-" + port + "-call-1");
		assertThat(thread.get().isDaemon()).isTrue();
		boolean virtual = thread.get().getClass() != Thread.class;
		assertThat(virtual).isEqualTo(Runtime.version().feature() >= 21);
	}

	@Test
	void settingsThatMakeNoSenseAreRefused() {
		FastAgiServerBuilder builder = FastAgiServer.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.port(65536));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.backlog(0));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.maxCalls(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.handshakeTimeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.commandTimeout(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.allowedClients("localhost"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.allowedClients("10.0.0.0/33"));
	}

	private FastAgiServerBuilder builder() {
		return FastAgiServer.builder().port(0).scripts(this.scripts);
	}

}
