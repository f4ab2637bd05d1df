package io.pystrix.integration;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.pystrix.agi.Agi;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the dialplan learns of a call that was aborted: while a command is in flight, and
 * while none is.
 */
@RealAsterisk.Required
@Timeout(120)
class AgiAbortIntegrationTests extends ActionsSupport {

	private static final AgiCalls.Ended FAILURE = new AgiCalls.Ended("FAILURE", "FAILURE", "");

	private static final AgiCalls.Ended CLEANED_UP = new AgiCalls.Ended("FAILURE", "FAILURE", "stopped");

	// AsyncAGI ends by ASYNCAGI BREAK, after which AGISTATUS is always SUCCESS
	// (launch_asyncagi in res/res_agi.c, releases 13 to 23)
	private static final AgiCalls.Ended ASYNC_FAILURE = new AgiCalls.Ended("SUCCESS", "FAILURE", "");

	private static final AgiCalls.Ended ASYNC_CLEANED_UP = new AgiCalls.Ended("SUCCESS", "FAILURE", "stopped");

	private final ScriptRegistry scripts = new ScriptRegistry();

	private final CountDownLatch entered = new CountDownLatch(1);

	private FastAgiServer fastAgi;

	private AsyncAgiServer asyncAgi;

	private AgiCalls calls;

	@BeforeEach
	void start() {
		this.calls = new AgiCalls(this.manager);
		this.scripts.register("sleeping", (agi, request) -> {
			this.entered.countDown();
			new CountDownLatch(1).await();
		});
		register("prompt", (agi) -> agi.streamFile("demo-congrats", ""));
		register("digit", (agi) -> agi.waitForDigit());
		register("data", (agi) -> agi.getData("demo-congrats", Duration.ofSeconds(30), 4));
		register("waiting", (agi) -> agi.exec("Wait", "3"));
		this.scripts.register("success", (agi, request) -> agi.setVariable("TOLD", "hello"));
	}

	private void register(String path, Function<Agi, Object> command) {
		this.scripts.register(path, (agi, request) -> {
			try {
				this.entered.countDown();
				command.apply(agi);
			}
			finally {
				agi.setVariable("TOLD", "stopped");
			}
		});
	}

	@AfterEach
	void stop() {
		if (this.asyncAgi != null) {
			this.asyncAgi.close();
		}
		if (this.fastAgi != null) {
			this.fastAgi.close();
		}
	}

	@Test
	void fastAgiCommandTimeout() throws Exception {
		startFastAgi(Duration.ofSeconds(1));
		assertThat(soon(this.calls.call("agi-waiting"))).isEqualTo(FAILURE);
		assertThat(soon(this.calls.call("agi-success"))).isEqualTo(new AgiCalls.Ended("SUCCESS", "", "hello"));
	}

	@Test
	void fastAgiStopBetweenCommands() throws Exception {
		startFastAgi(null);
		assertThat(stopped("agi-sleeping", this::stopFastAgi)).isEqualTo(FAILURE);
	}

	@Test
	void fastAgiStopDuringAPrompt() throws Exception {
		startFastAgi(null);
		assertThat(stopped("agi-prompt", this::stopFastAgi)).isEqualTo(CLEANED_UP);
	}

	@Test
	void fastAgiStopWhileADigitIsAwaited() throws Exception {
		startFastAgi(null);
		assertThat(stopped("agi-digit", this::stopFastAgi)).isEqualTo(CLEANED_UP);
	}

	@Test
	void fastAgiStopWhileDigitsAreCollected() throws Exception {
		startFastAgi(null);
		assertThat(stopped("agi-data", this::stopFastAgi)).isEqualTo(CLEANED_UP);
	}

	@Test
	void fastAgiStopDuringAnApplication() throws Exception {
		startFastAgi(null);
		assertThat(stopped("agi-waiting", this::stopFastAgi)).isEqualTo(FAILURE);
	}

	@Test
	void asyncAgiCommandTimeout() throws Exception {
		startAsyncAgi(Duration.ofSeconds(1));
		assertThat(soon(this.calls.call("async-waiting"))).isEqualTo(ASYNC_FAILURE);
	}

	@Test
	void asyncAgiStopBetweenCommands() throws Exception {
		startAsyncAgi(null);
		assertThat(stopped("async-sleeping", this::stopAsyncAgi)).isEqualTo(ASYNC_FAILURE);
	}

	/**
	 * The commands of AsyncAGI are queued, so that those for cleaning up come in time.
	 */
	@Test
	void asyncAgiStopDuringACommand() throws Exception {
		startAsyncAgi(null);
		assertThat(stopped("async-waiting", this::stopAsyncAgi)).isEqualTo(ASYNC_CLEANED_UP);
	}

	@Test
	void anEarlierFailureDoesNotSurviveIfTheDialplanClearsIt() throws Exception {
		startFastAgi(null);
		Map<String, String> earlier = Map.of("AGI_SCRIPT_STATUS", "FAILURE");
		assertThat(soon(this.calls.call("agi-success", earlier)).scriptStatus()).isEqualTo("FAILURE");
		assertThat(soon(this.calls.call("status-success", earlier)))
			.isEqualTo(new AgiCalls.Ended("SUCCESS", "", "hello"));
		assertThat(soon(this.calls.call("status-nowhere", earlier)).scriptStatus()).isEqualTo("NOTFOUND");
	}

	private void startFastAgi(Duration commandTimeout) {
		this.fastAgi = FastAgiServer.builder().port(0).scripts(this.scripts).commandTimeout(commandTimeout).build();
		this.fastAgi.start();
		this.calls.fastAgiAt(this.fastAgi.localPort());
	}

	private void startAsyncAgi(Duration commandTimeout) {
		this.asyncAgi = AsyncAgiServer.builder(this.manager)
			.scripts(this.scripts)
			.commandTimeout(commandTimeout)
			.build();
		this.asyncAgi.start();
	}

	private void stopFastAgi() {
		this.fastAgi.stop(Duration.ofMillis(300));
	}

	private void stopAsyncAgi() {
		this.asyncAgi.stop(Duration.ofMillis(300));
	}

	private AgiCalls.Ended stopped(String exten, Runnable stop) throws Exception {
		CompletableFuture<AgiCalls.Ended> ended = this.calls.call(exten);
		assertThat(this.entered.await(60, TimeUnit.SECONDS)).isTrue();
		stop.run();
		return soon(ended);
	}

}
