package io.pystrix.integration;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What the dialplan learns of the end of a script.
 */
@RealAsterisk.Required
@Timeout(120)
class AgiStatusIntegrationTests extends ActionsSupport {

	private final CountDownLatch entered = new CountDownLatch(1);

	private final CountDownLatch end = new CountDownLatch(1);

	private FastAgiServer fastAgi;

	private AsyncAgiServer asyncAgi;

	private AgiCalls calls;

	@BeforeEach
	void start() {
		this.fastAgi = FastAgiServer.builder().port(0).maxCalls(1).build();
		this.asyncAgi = AsyncAgiServer.builder(this.manager).scripts(this.fastAgi.scripts()).maxCalls(1).build();
		this.fastAgi.scripts().register("success", (agi, request) -> agi.setVariable("TOLD", "hello"));
		this.fastAgi.scripts().register("failure", (agi, request) -> {
			throw new IllegalStateException("on purpose");
		});
		this.fastAgi.scripts().register("hangup", (agi, request) -> {
			agi.hangup();
			await().atMost(RealAsterisk.PATIENCE).until(agi::isHungUp);
		});
		this.fastAgi.scripts()
			.register("missing", (agi, request) -> assertThatExceptionOfType(AgiApplicationException.class)
				.isThrownBy(() -> agi.streamFile("nofile")));
		this.fastAgi.scripts().register("long", (agi, request) -> {
			this.entered.countDown();
			assertThat(this.end.await(60, TimeUnit.SECONDS)).isTrue();
		});
		this.fastAgi.start();
		this.asyncAgi.start();
		this.calls = new AgiCalls(this.manager);
		this.calls.fastAgiAt(this.fastAgi.localPort());
	}

	@AfterEach
	void stop() {
		this.end.countDown();
		this.asyncAgi.stop(Duration.ofSeconds(5));
		this.fastAgi.stop(Duration.ofSeconds(5));
	}

	@Test
	void ofFastAgi() throws Exception {
		assertThat(ended("agi-success")).isEqualTo(new AgiCalls.Ended("SUCCESS", "", "hello"));
		assertThat(ended("agi-failure")).isEqualTo(new AgiCalls.Ended("SUCCESS", "FAILURE", ""));
		assertThat(ended("agi-nowhere")).isEqualTo(new AgiCalls.Ended("SUCCESS", "NOTFOUND", ""));
		assertThat(ended("agi-hangup")).isEqualTo(new AgiCalls.Ended("HANGUP", "", ""));
		assertThat(ended("agi-missing")).isEqualTo(new AgiCalls.Ended("FAILURE", "", ""));
		CompletableFuture<AgiCalls.Ended> taken = this.calls.call("agi-long");
		assertThat(this.entered.await(60, TimeUnit.SECONDS)).isTrue();
		assertThat(soon(this.calls.call("agi-success"))).isEqualTo(new AgiCalls.Ended("FAILURE", "", ""));
		this.end.countDown();
		assertThat(soon(taken)).isEqualTo(new AgiCalls.Ended("SUCCESS", "", ""));
		this.fastAgi.stop(Duration.ofSeconds(5));
		assertThat(ended("agi-success")).isEqualTo(new AgiCalls.Ended("FAILURE", "", ""));
	}

	@Test
	void ofAsyncAgi() throws Exception {
		assertThat(ended("async-success")).isEqualTo(new AgiCalls.Ended("SUCCESS", "", "hello"));
		assertThat(ended("async-failure")).isEqualTo(new AgiCalls.Ended("SUCCESS", "FAILURE", ""));
		assertThat(ended("async-nowhere")).isEqualTo(new AgiCalls.Ended("SUCCESS", "NOTFOUND", ""));
		assertThat(ended("async-hangup")).isEqualTo(new AgiCalls.Ended("HANGUP", "", ""));
		assertThat(ended("async-missing")).isEqualTo(new AgiCalls.Ended("FAILURE", "", ""));
		CompletableFuture<AgiCalls.Ended> taken = this.calls.call("async-long");
		assertThat(this.entered.await(60, TimeUnit.SECONDS)).isTrue();
		assertThat(soon(this.calls.call("async-success"))).isEqualTo(new AgiCalls.Ended("SUCCESS", "REFUSED", ""));
		this.end.countDown();
		assertThat(soon(taken)).isEqualTo(new AgiCalls.Ended("SUCCESS", "", ""));
		assertThat(this.asyncAgi.status().refusedCalls()).isOne();
	}

	/** How a call ends, when there is room for the next one. */
	private AgiCalls.Ended ended(String exten) throws Exception {
		AgiCalls.Ended ended = soon(this.calls.call(exten));
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> this.fastAgi.status().activeCalls() + this.asyncAgi.status().activeCalls() == 0);
		return ended;
	}

}
