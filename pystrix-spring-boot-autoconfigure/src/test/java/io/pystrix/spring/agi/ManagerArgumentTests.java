package io.pystrix.spring.agi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.spring.support.InvalidHandlerException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for scripts that want a {@link Manager} where there are several, or none.
 */
class ManagerArgumentTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AgiScriptProcessorTests.Processor.class);

	@Test
	void aQualifierOrTheNameOfTheParameterChoosesOne() {
		this.contextRunner.withUserConfiguration(Two.class, Choosing.class).run((context) -> {
			AgiScriptProcessorTests.run(context.getBean(ScriptRegistry.class), "script");
			assertThat(context.getBean(Choosing.class).managers).containsExactly(context.getBean("berlin"),
					context.getBean("vienna"));
		});
	}

	@Test
	void thePrimaryOneIsTakenIfNothingChooses() {
		this.contextRunner.withUserConfiguration(Two.class, OneIsPrimary.class, Any.class).run((context) -> {
			AgiScriptProcessorTests.run(context.getBean(ScriptRegistry.class), "script");
			assertThat(context.getBean(Any.class).managers).containsExactly(context.getBean("primary"));
		});
	}

	@Test
	void severalAreAnErrorIfNothingChooses() {
		this.contextRunner.withUserConfiguration(Two.class, Any.class)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(InvalidHandlerException.class)
				.hasMessageContaining("method Any.script(Manager) of bean")
				.hasMessageContaining("Nothing provides parameter 'manager'")
				.hasMessageContaining("berlin,vienna"));
	}

	@Test
	void itMayBeMissingWhereThatIsProvidedFor() {
		this.contextRunner.withUserConfiguration(Perhaps.class).run((context) -> {
			AgiScriptProcessorTests.run(context.getBean(ScriptRegistry.class), "script");
			assertThat(context.getBean(Perhaps.class).managers).containsExactly(Optional.empty(), null);
		});
		this.contextRunner.withUserConfiguration(Perhaps.class, OneIsPrimary.class).run((context) -> {
			AgiScriptProcessorTests.run(context.getBean(ScriptRegistry.class), "script");
			Manager manager = context.getBean(Manager.class);
			assertThat(context.getBean(Perhaps.class).managers).containsExactly(Optional.of(manager), manager);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Two {

		@Bean
		Manager berlin() {
			return mock();
		}

		@Bean
		Manager vienna() {
			return mock();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneIsPrimary {

		@Bean
		@Primary
		Manager primary() {
			return mock();
		}

	}

	@Component
	static class Choosing {

		final List<Object> managers = new ArrayList<>();

		@AgiScript("script")
		void script(@Qualifier("berlin") Manager first, Manager vienna) {
			this.managers.addAll(List.of(first, vienna));
		}

	}

	@Component
	static class Any {

		final List<Object> managers = new ArrayList<>();

		@AgiScript("script")
		void script(Manager manager) {
			this.managers.add(manager);
		}

	}

	@Component
	static class Perhaps {

		final List<@Nullable Object> managers = new ArrayList<>();

		@AgiScript("script")
		void script(Optional<Manager> perhaps, @Nullable Manager orNull) {
			this.managers.add(perhaps);
			this.managers.add(orNull);
		}

	}

}
