package io.pystrix.spring.boot.autoconfigure.metrics;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.test.ami.AmiAnswer;
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
 * Tests for {@link AmiMetricsAutoConfiguration} and {@link AmiMetrics}.
 */
@Timeout(120)
class AmiMetricsAutoConfigurationTests {

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withBean("registry", SimpleMeterRegistry.class)
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, AmiMetricsAutoConfiguration.class,
				MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class))
		.withPropertyValues("asterisk.ami.port=" + this.asterisk.port(), "asterisk.ami.username=admin",
				"asterisk.ami.password=secret", "asterisk.ami.keep-alive.interval=20ms",
				"asterisk.ami.keep-alive.timeout=1m");

	@Test
	void theConnectionIsMeasured() {
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Manager manager = context.getBean(Manager.class);
			await().until(() -> manager.status().lastRoundTrip() != null && manager.status().fullyBooted());
			assertThat(value(registry, "asterisk.ami.connected")).isEqualTo(1);
			assertThat(value(registry, "asterisk.ami.connects")).isEqualTo(1);
			assertThat(value(registry, "asterisk.ami.connects.failed")).isZero();
			await().untilAsserted(() -> assertThat(value(registry, "asterisk.ami.pending.actions")).isZero());
			assertThat(value(registry, "asterisk.ami.round.trip")).isPositive().isLessThan(60);
			double events = value(registry, "asterisk.ami.events");
			double unheard = value(registry, "asterisk.ami.events.unheard");
			this.asterisk.broadcast(AmiFrame.event("Hangup"));
			await().untilAsserted(() -> {
				assertThat(value(registry, "asterisk.ami.events")).isEqualTo(events + 1);
				assertThat(value(registry, "asterisk.ami.events.unheard")).isEqualTo(unheard + 1);
			});
			assertThat(value(registry, "asterisk.ami.events.lost")).isZero();
			manager.disconnect();
			assertThat(value(registry, "asterisk.ami.connected")).isZero();
			assertThat(value(registry, "asterisk.ami.round.trip")).isNaN();
		});
	}

	@Test
	void anAsteriskThatRefusesAllActionsIsMeasured() {
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			await().untilAsserted(() -> assertThat(value(registry, "asterisk.ami.connected")).isEqualTo(1));
			assertThat(value(registry, "asterisk.ami.shutting.down")).isZero();
			this.asterisk.on("Ping", (request) -> AmiAnswer.error("Asterisk is shutting down"));
			await().untilAsserted(() -> assertThat(value(registry, "asterisk.ami.shutting.down")).isEqualTo(1));
			await().untilAsserted(() -> assertThat(value(registry, "asterisk.ami.connected")).isZero());
			this.asterisk.off("Ping");
			await().untilAsserted(() -> assertThat(value(registry, "asterisk.ami.connected")).isEqualTo(1));
		});
	}

	@Test
	void aServerIsATag() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		try (Manager berlin = Manager.builder().build(); Manager paris = Manager.builder().build()) {
			berlin.registerCallback("Hangup", (event, manager) -> {
			}, CallbackOptions.DEFAULTS.withName("all@berlin"));
			new AmiMetrics(() -> Map.of("berlin", berlin, "paris", paris)).bindTo(registry);
			assertThat(registry.find("asterisk.ami.connected").tag("server", "berlin").gauge()).isNotNull();
			assertThat(registry.find("asterisk.ami.connected").tag("server", "paris").gauge()).isNotNull();
			assertThat(registry.get("asterisk.ami.listener.queue").gauge().getId().getTags())
				.containsExactlyInAnyOrder(Tag.of("server", "berlin"), Tag.of("listener", "all"));
		}
	}

	@Test
	void theMetersOfAListenerComeAndGoWithIt() {
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Manager manager = context.getBean(Manager.class);
			await().until(() -> manager.status().fullyBooted());
			assertThat(registry.find("asterisk.ami.listener.queue").meters()).isEmpty();
			int meters = registry.getMeters().size();
			CountDownLatch goOn = new CountDownLatch(1);
			Registration slow = manager.registerCallback("Hangup", (event, it) -> goOn.await(),
					CallbackOptions.DEFAULTS.withName("slow").withQueueCapacity(1));
			this.asterisk.broadcast(AmiFrame.event("Hangup"));
			await().untilAsserted(() -> assertThat(listener(registry, "handled", "slow")).isEqualTo(1));
			this.asterisk.broadcast(AmiFrame.event("Hangup"));
			this.asterisk.broadcast(AmiFrame.event("Hangup"));
			await().untilAsserted(() -> assertThat(listener(registry, "lost", "slow")).isEqualTo(1));
			assertThat(listener(registry, "queue", "slow")).isEqualTo(1);
			goOn.countDown();
			slow.close();
			assertThat(registry.getMeters()).hasSize(meters);
		});
	}

	@Test
	void listenersOfOneNameShareTheirMetersAndTheirCountsDoNotFall() {
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Manager manager = context.getBean(Manager.class);
			await().until(() -> manager.status().fullyBooted());
			Registration first = manager.registerCallback("Hangup", (event, it) -> {
			});
			manager.registerCallback("Hangup", (event, it) -> {
			});
			this.asterisk.broadcast(AmiFrame.event("Hangup"));
			await().untilAsserted(() -> assertThat(listener(registry, "handled", "Hangup")).isEqualTo(2));
			first.close();
			assertThat(listener(registry, "handled", "Hangup")).isEqualTo(2);
		});
	}

	@Test
	void isNotThereWithoutMicrometerOrManager() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, AmiMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("amiMetrics"));
		this.contextRunner.withPropertyValues("asterisk.ami.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AmiMetrics.class));
	}

	@Test
	void backsOffAndCanBeSwitchedOff() {
		AmiMetrics own = new AmiMetrics(Map::of);
		this.contextRunner.withBean("own", AmiMetrics.class, () -> own)
			.run((context) -> assertThat(context.getBean(AmiMetrics.class)).isSameAs(own));
		this.contextRunner.withPropertyValues("management.metrics.enable.asterisk.ami=false")
			.run((context) -> assertThat(context.getBean(MeterRegistry.class).getMeters())
				.noneMatch((meter) -> meter.getId().getName().startsWith("asterisk")));
	}

	private static double value(MeterRegistry registry, String name) {
		return value(registry.get(name).tags("server", "asterisk").meter());
	}

	private static double listener(MeterRegistry registry, String name, String listener) {
		return value(
				registry.get("asterisk.ami.listener." + name).tags("server", "asterisk", "listener", listener).meter());
	}

	private static double value(Meter meter) {
		return meter.measure().iterator().next().getValue();
	}

}
