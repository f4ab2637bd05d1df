package io.pystrix.agi.process;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HandlerLoaderTests {

	@Test
	void aClassThatIsNotPublicIsAScriptToo() {
		assertThat(HandlerLoader.load(Script.class.getName(), "left", "alone")).isInstanceOf(Script.class);
	}

	@Test
	void whatIsWrongIsSaidInOneLine() {
		isRefused("The argument is missing: the name of a class that is an AgiHandler");
		isRefused("There is no class com.example.Nope in the class path", "com.example.Nope");
		isRefused("There is no class not a name in the class path", "not a name");
		isRefused("java.lang.String is not an AgiHandler", "java.lang.String");
		isRefused(Needy.class.getName() + " has no constructor without parameters", Needy.class.getName());
		isRefused("io.pystrix.agi.AgiHandler has no constructor without parameters", "io.pystrix.agi.AgiHandler");
		isRefused(Unfinished.class.getName() + " cannot be created: java.lang.InstantiationException",
				Unfinished.class.getName());
		isRefused(
				"The constructor of " + Failing.class.getName() + " failed: java.lang.IllegalStateException: by intent",
				Failing.class.getName());
		isRefused(Uninitialised.class.getName() + " cannot be created: java.lang.ExceptionInInitializerError",
				Uninitialised.class.getName());
	}

	private static void isRefused(String message, String... args) {
		assertThatIllegalArgumentException().isThrownBy(() -> HandlerLoader.load(args)).withMessage(message);
	}

	static class Script implements AgiHandler {

		Script() {
		}

		@Override
		public void handle(Agi agi, AgiRequest request) {
		}

	}

	static final class Needy extends Script {

		Needy(String need) {
		}

	}

	abstract static class Unfinished extends Script {

	}

	static final class Failing extends Script {

		Failing() {
			throw new IllegalStateException("by intent\nsecond line");
		}

	}

	static final class Uninitialised extends Script {

		static final int NUMBER = Integer.parseInt("none");

	}

}
