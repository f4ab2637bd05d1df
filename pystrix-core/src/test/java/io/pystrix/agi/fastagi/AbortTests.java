package io.pystrix.agi.fastagi;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.agi.AgiAbortedException;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiTimeoutException;
import io.pystrix.agi.ScriptOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the dialplan and the script see when a call is aborted.
 */
@Timeout(60)
class AbortTests {

	private static final String STATUS = "SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"";

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();

	private FastAgiServer server = FastAgiServer.builder().port(0).build();

	@AfterEach
	void stop() {
		this.server.close();
		this.log.close();
	}

	@Test
	void aCommandThatIsNotAnsweredInTimeFailsTheCall() throws Exception {
		this.server = FastAgiServer.builder().port(0).commandTimeout(Duration.ofMillis(50)).build();
		serve((agi, request) -> agi.exec("Wait", "3"));
		try (RawCaller caller = call().expect("EXEC \"Wait\" \"3\"")) {
			caller.expectFailure();
		}
		await().until(() -> this.server.status().endedCalls(ScriptOutcome.FAILED) == 1);
	}

	@Test
	void soDoesOneThatTheScriptOverlooks() throws Exception {
		this.server = FastAgiServer.builder().port(0).commandTimeout(Duration.ofMillis(50)).statusVariable("").build();
		serve((agi, request) -> {
			try {
				agi.waitForDigit();
			}
			catch (AgiTimeoutException ex) {
				this.seen.add(ex);
			}
		});
		try (RawCaller caller = call().expect("WAIT FOR DIGIT -1")) {
			caller.expect("failure").expectEnd();
		}
		assertThat(this.seen).hasSize(1);
	}

	@Test
	void aScriptThatDoesNotRunACommandMayCleanUp() throws Exception {
		CountDownLatch entered = new CountDownLatch(1);
		serve((agi, request) -> {
			try {
				entered.countDown();
				new CountDownLatch(1).await();
			}
			finally {
				agi.setVariable("RESULT", "stopped");
			}
		});
		try (RawCaller caller = call()) {
			entered.await();
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> this.server.stop(Duration.ofMillis(10)));
			caller.expect("SET VARIABLE \"RESULT\" \"stopped\"").send("200 result=1\n");
			caller.expectFailure();
			stopped.join();
		}
		assertAborted();
	}

	@Test
	void soMayOneWhosePromptIsCutShortWithoutAReply() throws Exception {
		cutShort("");
	}

	@Test
	void soMayOneWhosePromptIsCutShortWithAReply() throws Exception {
		cutShort("200 result=1\nHANGUP\n");
	}

	private void cutShort(String reply) throws Exception {
		serve((agi, request) -> {
			try {
				agi.waitForDigit();
			}
			catch (AgiAbortedException ex) {
				this.seen.add(Thread.currentThread().isInterrupted());
				throw ex;
			}
			finally {
				agi.setVariable("RESULT", "stopped");
				this.seen.add(agi.getVariable("X").isPresent());
				this.seen.add(Thread.currentThread().isInterrupted());
			}
		});
		try (RawCaller caller = call().expect("WAIT FOR DIGIT -1")) {
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> this.server.stop(Duration.ofMillis(10)));
			caller.expectCut().send(reply + "200 result=1 (pystrix-stop)\n");
			caller.expect("SET VARIABLE \"RESULT\" \"stopped\"").send("200 result=1\n");
			caller.expect("GET VARIABLE \"X\"").send("200 result=1 (y)\n");
			caller.expectFailure();
			stopped.join();
		}
		assertThat(this.seen).containsExactly(true, true, true);
		assertAborted();
	}

	@Test
	void aCommandThatCannotBeCutShortEndsWithTheSession() throws Exception {
		serve((agi, request) -> {
			try {
				agi.exec("Dial", "PJSIP/100");
			}
			catch (AgiPipeClosedException ex) {
				this.seen.add(ex);
			}
		});
		try (RawCaller caller = call().expect("EXEC \"Dial\" \"PJSIP/100\"")) {
			this.server.stop(Duration.ofMillis(10));
			caller.expectCut().expectFailure();
		}
		await().until(() -> this.seen.size() == 1);
		await().untilAsserted(this::assertAborted);
	}

	@Test
	void theDialplanGoesOnWhileAScriptIgnoresItsInterruption() throws Exception {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		serve((agi, request) -> {
			entered.countDown();
			boolean waiting = true;
			while (waiting) {
				try {
					waiting = !end.await(30, TimeUnit.SECONDS);
				}
				catch (InterruptedException ex) {
					this.seen.add(ex);
				}
			}
			agi.noop();
		});
		try (RawCaller caller = call()) {
			entered.await();
			this.server.stop(Duration.ofMillis(10));
			caller.expectFailure();
			end.countDown();
		}
		await().untilAsserted(this::assertAborted);
		assertThat(this.seen).hasSize(1);
	}

	@Test
	void aStopSaysWhichCallsItInterrupts() throws Exception {
		CountDownLatch entered = new CountDownLatch(1);
		serve((agi, request) -> {
			entered.countDown();
			new CountDownLatch(1).await();
		});
		try (RawCaller caller = call()) {
			entered.await();
			this.server.stop(Duration.ofMillis(120));
			caller.expect(STATUS);
		}
		assertThat(this.log.at(Level.WARN)).singleElement()
			.asString()
			.matches(
					"Stopping FastAGI server on .*: interrupting 1 calls that are still running after 0\\.\\d seconds: "
							+ "PJSIP/100-00000001 from .* for 'demo'");
	}

	@Test
	void anInterruptionOfTheScriptsOwnDoesNotHarmItsCommands() throws Exception {
		serve((agi, request) -> {
			Thread.currentThread().interrupt();
			agi.setVariable("RESULT", "fine");
			this.seen.add(Thread.interrupted());
		});
		try (RawCaller caller = call()) {
			caller.expect("SET VARIABLE \"RESULT\" \"fine\"").send("200 result=1\n").expectEnd();
		}
		assertThat(this.seen).containsExactly(true);
		await().until(() -> this.server.status().endedCalls(ScriptOutcome.COMPLETED) == 1);
	}

	private void serve(AgiHandler script) {
		this.server.scripts().register("demo", script);
		this.server.start();
	}

	private RawCaller call() throws Exception {
		return RawCaller.call(this.server, "demo");
	}

	private void assertAborted() {
		assertThat(this.server.status().endedCalls(ScriptOutcome.FAILED)).isEqualTo(1);
		assertThat(this.log.from(Level.ERROR)).isEqualTo(List.of());
	}

}
