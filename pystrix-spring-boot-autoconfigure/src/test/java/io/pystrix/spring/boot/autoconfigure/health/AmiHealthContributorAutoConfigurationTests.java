package io.pystrix.spring.boot.autoconfigure.health;

import java.time.Duration;

import io.pystrix.ami.Manager;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiHealthContributorAutoConfiguration} and {@link AmiHealthIndicator}.
 */
class AmiHealthContributorAutoConfigurationTests {

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(AmiAutoConfiguration.class, AmiHealthContributorAutoConfiguration.class))
		.withPropertyValues("asterisk.ami.port=" + this.asterisk.port(), "asterisk.ami.username=admin",
				"asterisk.ami.password=secret");

	@Test
	void upWhenConnected() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.keep-alive.interval=20ms", "asterisk.ami.keep-alive.timeout=1m")
			.run((context) -> {
				HealthIndicator indicator = context.getBean("amiHealthContributor", HealthIndicator.class);
				await().untilAsserted(() -> assertThat(health(indicator).getDetails()).containsKey("lastRoundTrip"));
				assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
				assertThat(health(indicator).getDetails()).containsEntry("state", "CONNECTED")
					.containsEntry("endpoint", "localhost:" + this.asterisk.port())
					.containsEntry("greeting", "Asterisk Call Manager/11.0.0")
					.containsEntry("connects", 1L)
					.containsEntry("lostEvents", 0L)
					.containsKeys("since", "pendingActions")
					.doesNotContainKeys("reason", "lastFailure");
			});
	}

	@Test
	void outOfServiceWhileAsteriskRefusesAllActions() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.keep-alive.interval=20ms", "asterisk.ami.keep-alive.timeout=1m")
			.run((context) -> {
				HealthIndicator indicator = context.getBean("amiHealthContributor", HealthIndicator.class);
				this.asterisk.on("Ping", (request) -> AmiAnswer.error("Asterisk is shutting down"));
				await().untilAsserted(() -> assertThat(health(indicator).getStatus()).isEqualTo(Status.OUT_OF_SERVICE));
				assertThat(health(indicator).getDetails()).containsEntry("shuttingDown", true)
					.containsEntry("state", "CONNECTED")
					.hasEntrySatisfying("reason", (reason) -> assertThat(reason).asString().contains("shutting down"));
				this.asterisk.off("Ping");
				await().untilAsserted(() -> assertThat(health(indicator).getStatus()).isEqualTo(Status.UP));
			});
	}

	@Test
	void downWithTheReasonWhenAsteriskIsDown() {
		this.asterisk.stop();
		this.contextRunner.run((context) -> {
			HealthIndicator indicator = context.getBean("amiHealthContributor", HealthIndicator.class);
			await().untilAsserted(() -> assertThat(health(indicator).getDetails().get("reason")).asString()
				.startsWith("Cannot connect to localhost:" + this.asterisk.port()));
			assertThat(health(indicator).getStatus()).isEqualTo(Status.DOWN);
			assertThat(health(indicator).getDetails()).containsKey("lastFailure");
		});
	}

	@Test
	void downWithTheReasonAfterAWrongPasswordWhichIsNotTriedAgainAtOnce() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.password=hunter2", "asterisk.ami.reconnect.initial-delay=1ms",
					"asterisk.ami.reconnect.max-delay=1ms")
			.run((context) -> {
				HealthIndicator indicator = context.getBean("amiHealthContributor", HealthIndicator.class);
				await().untilAsserted(
						() -> assertThat(health(indicator).getDetails()).containsEntry("state", "RECONNECTING"));
				assertThat(health(indicator).getStatus()).isEqualTo(Status.DOWN);
				assertThat(health(indicator).getDetails().get("reason")).asString()
					.containsIgnoringCase("authentication");
				assertThat(health(indicator).toString()).doesNotContain("hunter2");
				await().during(Duration.ofMillis(300)).until(() -> this.asterisk.loginAttempts() == 1);
			});
	}

	@Test
	void downBeforeItWasStarted() {
		try (Manager manager = Manager.builder().build()) {
			Health health = health(new AmiHealthIndicator(manager));
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry("reason", "The manager is not connected");
		}
	}

	@Test
	void severalManagersAreSeveralContributors() {
		this.contextRunner
			.withBean("one", Manager.class, () -> Manager.builder().build(), (bean) -> bean.setPrimary(true))
			.withBean("two", Manager.class, () -> Manager.builder().build())
			.run((context) -> assertThat(context.getBean("amiHealthContributor")).isInstanceOfSatisfying(
					CompositeHealthContributor.class,
					(composite) -> assertThat(composite.stream()).extracting((entry) -> entry.name())
						.containsExactlyInAnyOrder("one", "two")));
	}

	@Test
	void backsOff() {
		this.contextRunner.withBean("amiHealthIndicator", HealthIndicator.class, () -> () -> Health.unknown().build())
			.run((context) -> assertThat(context).hasSingleBean(HealthContributor.class));
	}

	@Test
	void isNotThereIfDisabled() {
		this.contextRunner.withPropertyValues("management.health.ami.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
		this.contextRunner.withPropertyValues("asterisk.ami.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void isNotThereWithoutSpringBootsHealth() {
		this.contextRunner
			.withClassLoader(
					new FilteredClassLoader(ConditionalOnEnabledHealthIndicator.class, HealthContributor.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("amiHealthContributor"));
	}

	private static Health health(HealthIndicator indicator) {
		Health health = indicator.health();
		assertThat(health).isNotNull();
		return health;
	}

}
