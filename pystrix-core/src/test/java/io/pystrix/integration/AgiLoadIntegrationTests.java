package io.pystrix.integration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.fastagi.FastAgiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many real calls at once, none of which may lose or mix up anything.
 */
@RealAsterisk.Required
@Timeout(600)
class AgiLoadIntegrationTests extends ActionsSupport {

	private static final int CALLS = 500;

	private static final int EXCHANGES = 5;

	/** A busy machine may take minutes for so many calls. */
	private static final Duration LONG = Duration.ofMinutes(5);

	private final CountDownLatch everybody = new CountDownLatch(CALLS);

	private final AtomicInteger mistakes = new AtomicInteger();

	private final Set<String> served = ConcurrentHashMap.newKeySet();

	@Test
	void fiveHundredCallsAtOnce() throws Exception {
		FastAgiServer server = FastAgiServer.builder().port(0).handshakeTimeout(LONG).build();
		server.scripts().register("load", this::exchange);
		server.start();
		AgiCalls calls = new AgiCalls(this.manager);
		calls.fastAgiAt(server.localPort());
		List<CompletableFuture<AgiCalls.Ended>> ended = new ArrayList<>();
		for (int i = 0; i < CALLS; i++) {
			ended.add(calls.call("agi-load", Map.of("NUMBER", "call " + i)));
		}
		for (int i = 0; i < CALLS; i++) {
			assertThat(ended.get(i).get(LONG.toSeconds(), TimeUnit.SECONDS))
				.isEqualTo(new AgiCalls.Ended("SUCCESS", "", "call " + i + " told"));
		}
		assertThat(this.mistakes).hasValue(0);
		assertThat(this.served).hasSize(CALLS);
		assertThat(server.status().totalCalls()).isEqualTo(CALLS);
		assertThat(server.status().refusedCalls()).isZero();
		await().atMost(RealAsterisk.PATIENCE).until(() -> server.status().activeCalls() == 0);
		server.stop(Duration.ofSeconds(10));
	}

	private void exchange(Agi agi, AgiRequest request) throws InterruptedException {
		// Nobody goes on before all are there
		this.everybody.countDown();
		assertThat(this.everybody.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
		String number = agi.getVariable("NUMBER").orElse("none");
		for (int i = 0; i < EXCHANGES; i++) {
			String value = request.environment().uniqueid() + " value " + i;
			agi.setVariable("V" + i, value);
			if (!agi.getVariable("V" + i).orElse("none").equals(value)) {
				this.mistakes.incrementAndGet();
			}
		}
		this.served.add(number);
		agi.setVariable("TOLD", number + " told");
	}

}
