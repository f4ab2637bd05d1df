package io.pystrix.spring.agi;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.spring.support.InvalidHandlerException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link AgiScriptProcessor} does not take.
 */
class AgiScriptMistakesTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(AgiScriptProcessorTests.Processor.class);

	@Test
	void mistakesNameTheBeanAndTheMethod() {
		assertFailure(NoPattern.class, "method NoPattern.script() of bean", "needs a pattern");
		assertFailure(BadRegex.class, "method BadRegex.script() of bean", "'a(b' is no regular expression");
		assertFailure(NoHandler.class, "of type NoHandler", "no AgiHandler");
		assertFailure(DefaultWithPattern.class, "method DefaultWithPattern.script()", "has no pattern");
		assertFailure(DefaultWithName.class, "method DefaultWithName.script()", "has no name");
		assertFailure(Returning.class, "method Returning.script() of bean", "returns a value");
		assertFailure(Unsupported.class, "method Unsupported.script(Thread)",
				"Nothing provides parameter 'thread' of type java.lang.Thread");
		assertFailure(NoSuchGroup.class, "method NoSuchGroup.script(String)", "no group 'nmae'");
		assertFailure(NoSuchNumber.class, "method NoSuchNumber.script(String)", "no group '2'");
		assertFailure(GroupOfDefault.class, "There is no group 'name' in a default script, which parameter 'name'");
		assertFailure(NegativeArgument.class, "There is no argument -1, which parameter 'arg' of type");
		assertFailure(Contradiction.class, "it cannot be both argument 0 and parameter 'arg'");
		assertFailure(Unconvertible.class, "Nothing converts text to parameter 'task' of type java.lang.Runnable");
		assertFailure(BadDefault.class, "method BadDefault.script(int) of bean",
				"The default value 'many' cannot be parameter 'number' of type int");
		assertFailure(NoManager.class, "Nothing provides parameter 'manager' of type io.pystrix.ami.Manager: ");
		assertFailure(ExceptionParameter.class, "Nothing provides parameter 'ex' of type java.lang.Exception");
		assertFailure(Twice.class, "There is a script for the pattern 'same' already: method Twice.");
		assertFailure(TwoDefaults.class, "There is a default script already: method TwoDefaults.");
	}

	@Test
	void aPatternThatIsRegisteredAlreadyIsAnError() {
		this.contextRunner.withUserConfiguration(AgiScriptProcessorTests.Demo.class)
			.withInitializer((context) -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					if (bean instanceof ScriptRegistry scripts) {
						scripts.register("demo", (agi, request) -> {
						});
					}
					return bean;
				}

			}))
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("There is a script for the pattern 'demo' already."));
	}

	private void assertFailure(Class<?> configuration, String... messages) {
		this.contextRunner.withUserConfiguration(configuration)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(InvalidHandlerException.class)
				.hasMessageContainingAll(messages));
	}

	@Component
	static class NoPattern {

		@AgiScript
		void script() {
		}

	}

	// With bean methods that are proxied, so that the bean is of a generated class
	@Configuration
	static class BadRegex {

		@AgiScript("a(b")
		void script() {
		}

	}

	@AgiScript("x")
	static class NoHandler {

	}

	@Component
	static class DefaultWithPattern {

		@AgiScript(value = "x", defaultScript = true)
		void script() {
		}

	}

	@Component
	static class DefaultWithName {

		@AgiScript(name = "x", defaultScript = true)
		void script() {
		}

	}

	@Component
	static class Returning {

		@AgiScript("x")
		String script() {
			return "";
		}

	}

	@Component
	static class Unsupported {

		@AgiScript("x")
		void script(Thread thread) {
		}

	}

	@Component
	static class NoSuchGroup {

		@AgiScript("(?<name>x)")
		void script(@AgiGroup("nmae") String name) {
		}

	}

	@Component
	static class NoSuchNumber {

		@AgiScript("(x)")
		void script(@AgiGroup("2") String name) {
		}

	}

	@Component
	static class GroupOfDefault {

		@AgiScript(defaultScript = true)
		void script(@AgiGroup String name) {
		}

	}

	@Component
	static class NegativeArgument {

		@AgiScript("x")
		void script(@AgiArg(-1) String arg) {
		}

	}

	@Component
	static class Contradiction {

		@AgiScript("x")
		void script(@AgiArg(0) @AgiParam String arg) {
		}

	}

	@Component
	static class Unconvertible {

		@AgiScript("x")
		void script(@AgiArg(0) Runnable task) {
		}

	}

	@Component
	static class BadDefault {

		@AgiScript("x")
		void script(@AgiParam(defaultValue = "many") int number) {
		}

	}

	@Component
	static class NoManager {

		@AgiScript("x")
		void script(Manager manager) {
		}

	}

	@Component
	static class ExceptionParameter {

		@AgiScript("x")
		void script(Exception ex) {
		}

	}

	@Component
	static class Twice {

		@AgiScript("same")
		void one() {
		}

		@AgiScript("same")
		void two() {
		}

	}

	@Component
	static class TwoDefaults {

		@AgiScript(defaultScript = true)
		void one() {
		}

		@AgiScript(defaultScript = true)
		void two() {
		}

	}

}
