package io.pystrix.spring.boot.autoconfigure.metrics;

import java.util.Map;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.BusyAsterisk;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiLiveMetrics}, {@link AmiQueueMetrics} and what
 * {@link AmiMetricsAutoConfiguration} makes of them.
 */
@Timeout(120)
class AmiLiveMetricsTests {

	@AutoClose
	private final AmiSimulator asterisk = BusyAsterisk.start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withBean("registry", SimpleMeterRegistry.class)
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, AmiMetricsAutoConfiguration.class,
				MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class))
		.withPropertyValues("asterisk.ami.port=" + this.asterisk.port(), "asterisk.ami.username=admin",
				"asterisk.ami.password=secret", "asterisk.ami.live.enabled=true");

	private final ApplicationContextRunner queuesRunner = this.contextRunner
		.withPropertyValues("asterisk.ami.live.metrics.queues=true");

	@Test
	void whatGoesOnIsMeasured() {
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			awaitLive(context.getBean(AsteriskState.class));
			assertThat(value(registry, "asterisk.live")).isEqualTo(1);
			assertThat(value(registry, "asterisk.calls")).isEqualTo(2);
			assertThat(value(registry, "asterisk.bridges")).isZero();
			assertThat(value(registry, "asterisk.channels", "state", "up")).isEqualTo(1);
			assertThat(value(registry, "asterisk.channels", "state", "ring")).isEqualTo(1);
			assertThat(value(registry, "asterisk.channels", "state", "off_hook")).isZero();
		});
	}

	@Test
	void thereAreNoNumbersWhileTheStateIsStale() {
		this.queuesRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			awaitLive(context.getBean(AsteriskState.class));
			awaitMeters(registry);
			context.getBean(Manager.class).disconnect();
			await().untilAsserted(() -> assertThat(value(registry, "asterisk.calls")).isNaN());
			assertThat(value(registry, "asterisk.live")).isZero();
			assertThat(value(registry, "asterisk.channels", "state", "up")).isNaN();
			assertThat(value(registry, "asterisk.queue.callers", "queue", "sales")).isNaN();
			assertThat(value(registry, "asterisk.queue.completed", "queue", "sales")).isEqualTo(7);
		});
	}

	@Test
	void queuesAreMeasuredIfAskedFor() {
		this.queuesRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			awaitLive(context.getBean(AsteriskState.class));
			awaitMeters(registry);
			assertThat(value(registry, "asterisk.queue.callers", "queue", "sales")).isEqualTo(1);
			assertThat(value(registry, "asterisk.queue.longest.wait", "queue", "sales")).isBetween(90.0, 150.0);
			assertThat(value(registry, "asterisk.queue.members", "queue", "sales", "status", "not_inuse")).isEqualTo(2);
			assertThat(value(registry, "asterisk.queue.members", "queue", "sales", "status", "inuse")).isEqualTo(1);
			assertThat(value(registry, "asterisk.queue.members", "queue", "sales", "status", "unknown")).isZero();
			assertThat(value(registry, "asterisk.queue.members.paused", "queue", "sales")).isEqualTo(1);
			assertThat(value(registry, "asterisk.queue.completed", "queue", "sales")).isEqualTo(7);
			assertThat(value(registry, "asterisk.queue.abandoned", "queue", "sales")).isEqualTo(3);
			this.asterisk.broadcast(AmiFrame.event("QueueCallerLeave")
				.with("Queue", "sales")
				.with("Channel", "PJSIP/1.1")
				.with("Uniqueid", "sales.1"));
			await()
				.untilAsserted(() -> assertThat(value(registry, "asterisk.queue.callers", "queue", "sales")).isZero());
			assertThat(value(registry, "asterisk.queue.longest.wait", "queue", "sales")).isZero();
		});
		this.contextRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(AmiQueueMetrics.class);
			awaitLive(context.getBean(AsteriskState.class));
			assertThat(context.getBean(MeterRegistry.class).getMeters())
				.noneMatch((meter) -> meter.getId().getName().startsWith("asterisk.queue"));
		});
	}

	@Test
	void theMetersOfAQueueComeAndGoWithIt() {
		this.queuesRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			awaitLive(context.getBean(AsteriskState.class));
			awaitMeters(registry);
			assertThat(registry.find("asterisk.queue.abandoned").meters()).hasSize(1);
			int meters = registry.getMeters().size();
			BusyAsterisk.queues(this.asterisk, "service");
			Manager manager = context.getBean(Manager.class);
			manager.disconnect();
			manager.connect();
			await().untilAsserted(() -> {
				assertThat(registry.find("asterisk.queue.abandoned").tag("queue", "service").meter()).isNotNull();
				assertThat(registry.find("asterisk.queue.abandoned").tag("queue", "sales").meter()).isNull();
				assertThat(registry.getMeters()).hasSize(meters);
			});
		});
	}

	@Test
	void aServerIsATag() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		try (Manager berlin = Manager.builder().build();
				Manager paris = Manager.builder().build();
				AsteriskState inBerlin = new AsteriskState(berlin);
				AsteriskState inParis = new AsteriskState(paris)) {
			new AmiLiveMetrics(() -> Map.of("berlin", inBerlin, "paris", inParis)).bindTo(registry);
			assertThat(registry.find("asterisk.calls").tag("server", "berlin").gauge()).isNotNull();
			assertThat(registry.find("asterisk.calls").tag("server", "paris").gauge()).isNotNull();
		}
	}

	@Test
	void areNotThereWithoutMicrometerOrState() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, AmiMetricsAutoConfiguration.class))
			.withPropertyValues("asterisk.ami.live.enabled=true", "asterisk.ami.live.metrics.queues=true")
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(AsteriskState.class)
				.doesNotHaveBean("amiLiveMetrics")
				.doesNotHaveBean("amiQueueMetrics"));
		this.queuesRunner.withPropertyValues("asterisk.ami.live.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(AmiMetrics.class)
				.doesNotHaveBean(AmiLiveMetrics.class)
				.doesNotHaveBean(AmiQueueMetrics.class));
	}

	@Test
	void backOff() {
		AmiLiveMetrics live = new AmiLiveMetrics(Map::of);
		AmiQueueMetrics queues = new AmiQueueMetrics(Map::of);
		this.queuesRunner.withBean("live", AmiLiveMetrics.class, () -> live)
			.withBean("queues", AmiQueueMetrics.class, () -> queues)
			.run((context) -> {
				assertThat(context.getBean(AmiLiveMetrics.class)).isSameAs(live);
				assertThat(context.getBean(AmiQueueMetrics.class)).isSameAs(queues);
			});
	}

	/** The last meter of a queue comes when all others are there. */
	private static void awaitMeters(MeterRegistry registry) {
		await().untilAsserted(
				() -> assertThat(registry.find("asterisk.queue.abandoned").tag("queue", "sales").meter()).isNotNull());
	}

	private static void awaitLive(AsteriskState state) {
		await().until(() -> state.status() == SyncStatus.LIVE);
	}

	private static double value(MeterRegistry registry, String name, String... tags) {
		Meter meter = registry.get(name).tags("server", "asterisk").tags(tags).meter();
		return meter.measure().iterator().next().getValue();
	}

}
