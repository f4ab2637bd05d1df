package io.pystrix.spring.boot.autoconfigure.observation;

import java.time.Duration;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FastAgiObservationAutoConfiguration} and {@link AgiScriptObserver}.
 */
@Timeout(120)
class FastAgiObservationAutoConfigurationTests {

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(FastAgiAutoConfiguration.class, FastAgiObservationAutoConfiguration.class))
		.withPropertyValues("asterisk.fastagi.port=0");

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final ApplicationContextRunner contextRunner = this.emptyRunner.withBean("observationRegistry",
			ObservationRegistry.class, () -> this.registry);

	@Test
	void aScriptIsObserved() {
		this.contextRunner.run((context) -> {
			call(context, "sales/1", (agi, request) -> agi.noop());
			assertThat(this.registry).hasSingleObservationThat()
				.hasNameEqualTo("asterisk.agi.script")
				.hasContextualNameEqualTo("agi sales")
				.hasLowCardinalityKeyValue("script", "sales")
				.hasLowCardinalityKeyValue("outcome", "completed")
				.hasHighCardinalityKeyValue("agi.channel", "PJSIP/7-00000001")
				.hasHighCardinalityKeyValue("agi.uniqueid", "17.4")
				.hasHighCardinalityKeyValue("agi.path", "sales/1")
				.doesNotHaveError()
				.hasBeenStopped();
		});
	}

	@Test
	void whoCallsIsNotObserved() {
		this.contextRunner.run((context) -> {
			call(context, "sales", (agi, request) -> agi.noop());
			assertThat(this.registry).hasSingleObservationThat().hasKeyValuesCount(5);
		});
	}

	@Test
	void aHangupIsNoError() {
		this.contextRunner.run((context) -> {
			ScriptRegistry scripts = context.getBean(ScriptRegistry.class);
			scripts.register("sales", (agi, request) -> {
				agi.noop();
				agi.waitForDigit(Duration.ofMinutes(1));
			});
			try (AgiCall call = caller(context, "sales").call()) {
				call.awaitCommand("WAIT FOR DIGIT", Duration.ofSeconds(30));
				call.hangUp();
			}
			awaitStopped();
			assertThat(this.registry).hasSingleObservationThat()
				.hasLowCardinalityKeyValue("outcome", "hangup")
				.doesNotHaveError();
		});
	}

	@Test
	void aFailureIsAnError() {
		this.contextRunner.run((context) -> {
			call(context, "sales", (agi, request) -> {
				throw new IllegalStateException("by intent");
			});
			assertThat(this.registry).hasSingleObservationThat()
				.hasLowCardinalityKeyValue("outcome", "failed")
				.hasError();
		});
	}

	@Test
	void otherInterceptorsBelongToTheObservation() {
		this.contextRunner.withBean("other", AgiInterceptor.class, () -> this::requireObservation).run((context) -> {
			call(context, "sales", this::requireObservation);
			assertThat(this.registry).hasSingleObservationThat().doesNotHaveError();
		});
	}

	private void requireObservation(Agi agi, AgiRequest request, AgiHandler next) throws Exception {
		requireObservation(agi, request);
		next.handle(agi, request);
	}

	private void requireObservation(Agi agi, AgiRequest request) {
		assertThat(this.registry.getCurrentObservation()).isNotNull();
	}

	@Test
	void aConventionReplacesTheDefault() {
		AgiScriptObservationConvention convention = new DefaultAgiScriptObservationConvention() {

			@Override
			public String getName() {
				return "my.calls";
			}

			@Override
			public KeyValues getLowCardinalityKeyValues(AgiScriptObservationContext context) {
				return KeyValues.empty();
			}

		};
		this.contextRunner.withBean("own", AgiScriptObservationConvention.class, () -> convention).run((context) -> {
			call(context, "sales", (agi, request) -> agi.noop());
			assertThat(this.registry).hasSingleObservationThat().hasNameEqualTo("my.calls");
		});
	}

	@Test
	void isNotThereWithoutARegistryOrIfDisabled() {
		this.emptyRunner.run((context) -> assertThat(context).doesNotHaveBean(AgiScriptObserver.class));
		this.contextRunner.withPropertyValues("asterisk.fastagi.observation.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AgiScriptObserver.class));
		this.emptyRunner.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("agiScriptObserver"));
	}

	private void call(AssertableApplicationContext context, String script, AgiHandler handler) {
		context.getBean(ScriptRegistry.class).register("sales", handler);
		try (AgiCall call = caller(context, script).call()) {
			call.awaitEnd(Duration.ofSeconds(30));
		}
		awaitStopped();
	}

	private void awaitStopped() {
		await().untilAsserted(() -> assertThat(this.registry).hasSingleObservationThat().hasBeenStopped());
	}

	private static AgiCaller caller(AssertableApplicationContext context, String script) {
		return AgiCaller.to(context.getBean(FastAgiServer.class).address())
			.script(script)
			.channel("PJSIP/7-00000001")
			.uniqueid("17.4")
			.callerId("200", "Somebody");
	}

}
