package io.pystrix.spring.boot.autoconfigure.metrics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
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
 * Tests for {@link FastAgiMetricsAutoConfiguration} and {@link FastAgiMetrics}.
 */
@Timeout(120)
class FastAgiMetricsAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withBean("registry", SimpleMeterRegistry.class)
		.withConfiguration(AutoConfigurations.of(FastAgiAutoConfiguration.class, FastAgiMetricsAutoConfiguration.class,
				MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class))
		.withPropertyValues("asterisk.fastagi.port=0", "asterisk.fastagi.max-calls=1");

	@Test
	void callsAreMeasured() {
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			FastAgiServer server = context.getBean(FastAgiServer.class);
			CountDownLatch goOn = new CountDownLatch(1);
			server.scripts().registerDefault((agi, request) -> goOn.await());
			try (AgiCall running = AgiCaller.to(server.address()).script("x").call()) {
				await().untilAsserted(
						() -> assertThat(registry.get("asterisk.fastagi.calls.active").gauge().value()).isEqualTo(1));
				try (AgiCall refused = AgiCaller.to(server.address()).script("x").call()) {
					refused.awaitEnd(Duration.ofSeconds(30));
				}
				goOn.countDown();
				running.awaitEnd(Duration.ofSeconds(30));
			}
			await().untilAsserted(() -> assertThat(calls(registry, "completed")).isEqualTo(1));
			assertThat(calls(registry, "failed")).isZero();
			assertThat(calls(registry, "hangup")).isZero();
			assertThat(calls(registry, "not_found")).isZero();
			assertThat(registry.get("asterisk.fastagi.calls.queued").gauge().value()).isZero();
			assertThat(registry.get("asterisk.fastagi.calls.refused").tag("reason", "full").functionCounter().count())
				.isEqualTo(1);
			assertThat(registry.get("asterisk.fastagi.handshakes.failed")
				.tag("reason", "timeout")
				.functionCounter()
				.count()).isZero();
		});
	}

	@Test
	void isNotThereWithoutMicrometerOrServer() {
		new ApplicationContextRunner().withPropertyValues("asterisk.fastagi.port=0")
			.withConfiguration(
					AutoConfigurations.of(FastAgiAutoConfiguration.class, FastAgiMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("fastAgiMetrics"));
		this.contextRunner.withPropertyValues("asterisk.fastagi.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FastAgiMetrics.class));
	}

	@Test
	void canBeSwitchedOff() {
		this.contextRunner.withPropertyValues("management.metrics.enable.asterisk.fastagi=false")
			.run((context) -> assertThat(context.getBean(MeterRegistry.class).getMeters())
				.noneMatch((meter) -> meter.getId().getName().startsWith("asterisk")));
	}

	private static double calls(MeterRegistry registry, String outcome) {
		return registry.get("asterisk.fastagi.calls").tag("outcome", outcome).functionCounter().count();
	}

}
