package io.pystrix.spring.boot.autoconfigure.observation;

import java.time.Duration;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiObservationAutoConfiguration}, {@link AmiActionObserver} and
 * {@link AmiListenerObserver}.
 */
@Timeout(120)
class AmiObservationAutoConfigurationTests {

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, AmiObservationAutoConfiguration.class))
		.withPropertyValues("asterisk.ami.port=" + this.asterisk.port(), "asterisk.ami.username=admin",
				"asterisk.ami.password=secret");

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final ApplicationContextRunner contextRunner = this.emptyRunner.withBean("observationRegistry",
			ObservationRegistry.class, () -> this.registry);

	@Test
	void anActionIsObserved() {
		this.contextRunner.run((context) -> {
			connected(context).sendAction(new PingAction());
			assertThat(this.registry).hasSingleObservationThat()
				.hasNameEqualTo("asterisk.ami.action")
				.hasContextualNameEqualTo("ami Ping")
				.hasLowCardinalityKeyValue("action", "Ping")
				.hasLowCardinalityKeyValue("server", "asterisk")
				.hasLowCardinalityKeyValue("outcome", "success")
				.hasHighCardinalityKeyValue("ami.endpoint", "localhost:" + this.asterisk.port())
				.doesNotHaveError()
				.hasBeenStopped();
		});
	}

	@Test
	void anErrorOfAsteriskIsAnOutcome() {
		this.contextRunner.run((context) -> {
			connected(context).exchange(AmiAction.named("Nonsense"));
			assertThat(this.registry).hasSingleObservationThat()
				.hasLowCardinalityKeyValue("outcome", "error")
				.doesNotHaveError();
		});
	}

	@Test
	void whatIsNotAnsweredIsAnError() {
		this.asterisk.on("Slow", (request) -> AmiAnswer.success("late").after(Duration.ofSeconds(5)));
		this.contextRunner.run((context) -> {
			Manager manager = connected(context);
			assertThatExceptionOfType(ManagerTimeoutException.class)
				.isThrownBy(() -> manager.sendAction(AmiAction.named("Slow"), Duration.ofMillis(20)));
			assertThat(this.registry).hasSingleObservationThat()
				.hasLowCardinalityKeyValue("outcome", "timeout")
				.hasError();
			this.registry.clear();
			manager.sendActionAsync(AmiAction.named("Slow")).cancel(false);
			assertThat(this.registry).hasSingleObservationThat().hasLowCardinalityKeyValue("outcome", "cancelled");
			this.registry.clear();
			manager.disconnect();
			assertThat(manager.sendActionAsync(new PingAction())).failsWithin(Duration.ofSeconds(30));
			assertThat(this.registry).hasSingleObservationThat().hasLowCardinalityKeyValue("outcome", "failed");
		});
	}

	@Test
	void theCurrentObservationIsTheParentAlsoOfAFuture() {
		this.contextRunner.run((context) -> {
			Manager manager = connected(context);
			Observation parent = Observation.start("parent", this.registry);
			parent.scopedChecked(() -> manager.sendActionAsync(new PingAction()).get());
			parent.stop();
			assertThat(this.registry).hasObservationWithNameEqualTo("asterisk.ami.action")
				.that()
				.hasParentObservationEqualTo(parent);
		});
	}

	@Test
	void aListenerIsObserved() {
		this.contextRunner.run((context) -> {
			context.getBean(AmiListenerRegistry.class).register("gone", HangupEvent.class, (event, manager) -> {
				assertThat(this.registry.getCurrentObservation()).isNotNull();
				throw new IllegalStateException("by intent");
			});
			connected(context);
			this.asterisk
				.broadcast(AmiFrame.event("Hangup").with("Channel", "PJSIP/7-00000001").with("Uniqueid", "17.4"));
			await().untilAsserted(() -> assertThat(this.registry).hasSingleObservationThat().hasBeenStopped());
			assertThat(this.registry).hasSingleObservationThat()
				.hasNameEqualTo("asterisk.ami.listener")
				.hasContextualNameEqualTo("ami listener gone")
				.hasLowCardinalityKeyValue("listener", "gone")
				.hasLowCardinalityKeyValue("event", "Hangup")
				.hasLowCardinalityKeyValue("server", "asterisk")
				.hasHighCardinalityKeyValue("ami.channel", "PJSIP/7-00000001")
				.hasHighCardinalityKeyValue("ami.uniqueid", "17.4")
				.hasError();
		});
	}

	@Test
	void isNotThereWithoutARegistryOrIfDisabled() {
		this.emptyRunner.run((context) -> assertThat(context).doesNotHaveBean(AmiActionObserver.class)
			.doesNotHaveBean(AmiListenerObserver.class));
		this.contextRunner.withPropertyValues("asterisk.ami.observation.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AmiActionObserver.class)
				.doesNotHaveBean(AmiListenerObserver.class));
		this.contextRunner.withPropertyValues("asterisk.ami.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AmiActionObserver.class));
		this.emptyRunner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("amiActionObserver"));
	}

	@Test
	void conventionsReplaceTheDefaults() {
		AmiActionObservationConvention actions = new DefaultAmiActionObservationConvention() {

			@Override
			public String getName() {
				return "my.actions";
			}

		};
		this.contextRunner.withBean("own", AmiActionObservationConvention.class, () -> actions).run((context) -> {
			connected(context).sendAction(new PingAction());
			assertThat(this.registry).hasSingleObservationThat().hasNameEqualTo("my.actions");
		});
	}

	private static Manager connected(AssertableApplicationContext context) {
		Manager manager = context.getBean(Manager.class);
		await().until(() -> manager.status().fullyBooted());
		return manager;
	}

}
