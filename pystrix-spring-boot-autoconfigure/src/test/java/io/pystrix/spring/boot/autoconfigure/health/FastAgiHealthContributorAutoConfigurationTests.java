package io.pystrix.spring.boot.autoconfigure.health;

import java.time.Duration;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FastAgiHealthContributorAutoConfiguration} and
 * {@link FastAgiHealthIndicator}.
 */
class FastAgiHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(FastAgiAutoConfiguration.class, FastAgiHealthContributorAutoConfiguration.class))
		.withPropertyValues("asterisk.fastagi.port=0");

	@Test
	void upWhileItListens() {
		this.contextRunner.run((context) -> {
			FastAgiServer server = context.getBean(FastAgiServer.class);
			HealthIndicator indicator = context.getBean("fastagiHealthContributor", HealthIndicator.class);
			AgiCaller caller = AgiCaller.to(server.address()).script("none");
			try (AgiCall call = caller.call().awaitEnd(Duration.ofSeconds(30))) {
				assertThat(call.isEnded()).isTrue();
			}
			await().untilAsserted(() -> assertThat(health(indicator)).isEqualTo(Health.up()
				.withDetail("address", "127.0.0.1")
				.withDetail("port", server.localPort())
				.withDetail("activeCalls", 0)
				.withDetail("totalCalls", 1L)
				.withDetail("refusedCalls", 0L)
				.build()));
		});
	}

	@Test
	void downWhenItIsStopped() {
		this.contextRunner.run((context) -> {
			context.getSourceApplicationContext().stop();
			HealthIndicator indicator = context.getBean("fastagiHealthContributor", HealthIndicator.class);
			assertThat(health(indicator).getStatus()).isEqualTo(Status.DOWN);
			assertThat(health(indicator).getDetails()).containsEntry("reason", "The server is not running");
		});
	}

	@Test
	void isNotThereIfDisabled() {
		this.contextRunner.withPropertyValues("management.health.fastagi.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
		this.contextRunner.withPropertyValues("asterisk.fastagi.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void backsOff() {
		this.contextRunner
			.withBean("fastagiHealthContributor", HealthIndicator.class, () -> () -> Health.unknown().build())
			.run((context) -> assertThat(context).hasSingleBean(HealthContributor.class));
	}

	@Test
	void isNotThereWithoutSpringBootsHealth() {
		this.contextRunner
			.withClassLoader(
					new FilteredClassLoader(ConditionalOnEnabledHealthIndicator.class, HealthContributor.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("fastagiHealthContributor"));
	}

	private static Health health(HealthIndicator indicator) {
		Health health = indicator.health();
		assertThat(health).isNotNull();
		return health;
	}

}
