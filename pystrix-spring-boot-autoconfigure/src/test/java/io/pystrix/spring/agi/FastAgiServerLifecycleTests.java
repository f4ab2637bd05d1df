package io.pystrix.spring.agi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.ami.ManagerLifecycle;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FastAgiServerLifecycle}.
 */
class FastAgiServerLifecycleTests {

	@AutoClose
	private final FastAgiServer server = FastAgiServer.builder().port(0).build();

	private final List<Object> events = new ArrayList<>();

	private final FastAgiServerLifecycle lifecycle = lifecycle(Duration.ofSeconds(20));

	@Test
	void publishesWhereTheServerListens() {
		this.lifecycle.start();
		this.lifecycle.start();
		assertThat(this.lifecycle.isRunning()).isTrue();
		assertThat(this.events).singleElement().isInstanceOfSatisfying(FastAgiServerStartedEvent.class, (event) -> {
			assertThat(event.server()).isSameAs(this.server);
			assertThat(event.port()).isEqualTo(this.server.localPort());
			assertThat(event.address()).isEqualTo(this.server.address());
		});
	}

	@Test
	void publishesThatTheServerHasStopped() {
		this.lifecycle.stop();
		assertThat(this.events).isEmpty();
		this.lifecycle.start();
		this.lifecycle.stop();
		this.lifecycle.stop();
		assertThat(this.events).hasSize(2)
			.last()
			.isInstanceOfSatisfying(FastAgiServerStoppedEvent.class,
					(event) -> assertThat(event.server()).isSameAs(this.server));
	}

	@Test
	void aNegativeGracePeriodIsAnError() {
		assertThatIllegalArgumentException().isThrownBy(() -> lifecycle(Duration.ofMillis(-1)))
			.withMessageContaining("negative");
	}

	@Test
	void startsAgainAfterItWasStopped() {
		this.lifecycle.start();
		this.lifecycle.stop();
		assertThat(this.lifecycle.isRunning()).isFalse();
		this.lifecycle.stop();
		this.lifecycle.start();
		assertThat(this.lifecycle.isRunning()).isTrue();
		assertThat(this.events).hasExactlyElementsOfTypes(FastAgiServerStartedEvent.class,
				FastAgiServerStoppedEvent.class, FastAgiServerStartedEvent.class);
	}

	@Test
	void callsBackEvenIfItIsNotRunning() {
		AtomicBoolean called = new AtomicBoolean();
		this.lifecycle.stop(() -> called.set(true));
		assertThat(called).isTrue();
	}

	@Test
	void runningCallsMayFinishBeforeItCallsBack() {
		CountDownLatch finish = new CountDownLatch(1);
		AtomicBoolean stopped = new AtomicBoolean();
		this.server.scripts().register("slow", waitFor(finish));
		this.lifecycle.start();
		try (AgiCall call = call("slow")) {
			this.lifecycle.stop(() -> stopped.set(true));
			await().until(() -> !this.lifecycle.isRunning());
			assertThat(stopped).isFalse();
			finish.countDown();
			await().untilTrue(stopped);
			call.awaitEnd(Duration.ofSeconds(30));
			assertThat(call.commands()).last().asString().startsWith("VERBOSE \"done");
		}
	}

	@Test
	void callsAreInterruptedWhenTheGracePeriodIsOver() {
		FastAgiServerLifecycle impatient = lifecycle(Duration.ofMillis(50));
		AtomicBoolean stopped = new AtomicBoolean();
		this.server.scripts().register("endless", waitFor(new CountDownLatch(1)));
		impatient.start();
		try (AgiCall call = call("endless")) {
			impatient.stop(() -> stopped.set(true));
			await().untilTrue(stopped);
			call.awaitEnd(Duration.ofSeconds(30));
			assertThat(call.commands()).noneMatch((command) -> command.contains("done"));
		}
	}

	@Test
	void startsAfterTheManagerAndBeforeTheLastPhase() {
		assertThat(this.lifecycle.getPhase()).isEqualTo(FastAgiServerLifecycle.PHASE)
			.isGreaterThan(ManagerLifecycle.PHASE)
			.isLessThan(SmartLifecycle.DEFAULT_PHASE);
		assertThat(this.lifecycle.isPauseable()).isFalse();
		assertThat(this.lifecycle.isAutoStartup()).isTrue();
	}

	private FastAgiServerLifecycle lifecycle(Duration gracePeriod) {
		return new FastAgiServerLifecycle(this.server, gracePeriod, this.events::add);
	}

	private AgiCall call(String script) {
		AgiCall call = AgiCaller.to(this.server.address()).script(script).call();
		call.awaitCommand("ANSWER", Duration.ofSeconds(30));
		return call;
	}

	private static AgiHandler waitFor(CountDownLatch latch) {
		return (agi, request) -> {
			agi.answer();
			if (latch.await(30, TimeUnit.SECONDS)) {
				agi.verbose("done");
			}
		};
	}

}
