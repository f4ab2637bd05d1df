package io.pystrix.spring.boot.autoconfigure;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CoreRuntimeHints}.
 */
class CoreRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	CoreRuntimeHintsTests() {
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(CoreRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(this.hints, null));
	}

	@Test
	void signalsCanBeHeard() throws ClassNotFoundException {
		Class<?> signal = Class.forName("sun.misc.Signal");
		Class<?> handler = Class.forName("sun.misc.SignalHandler");
		assertCallable(executables(signal).filter((executable) -> takes(executable, String.class)
				|| executable.getName().equals("handle") && takes(executable, signal, handler)));
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(handler)).accepts(this.hints);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsCanBeMade() throws ClassNotFoundException {
		assertCallable(executables(Thread.class).filter((executable) -> executable.getName().equals("ofVirtual")));
		assertCallable(executables(Class.forName("java.lang.Thread$Builder"))
			.filter((executable) -> List.of("name", "factory").contains(executable.getName())));
	}

	private static Stream<Executable> executables(Class<?> type) {
		return Stream.concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()));
	}

	private static boolean takes(Executable executable, Class<?>... types) {
		return Arrays.equals(executable.getParameterTypes(), types);
	}

	private void assertCallable(Stream<Executable> executables) {
		assertThat(executables).isNotEmpty()
			.allSatisfy((executable) -> assertThat(invocation(executable)).accepts(this.hints));
	}

	private static Predicate<RuntimeHints> invocation(Executable executable) {
		ReflectionHintsPredicates reflection = RuntimeHintsPredicates.reflection();
		return (executable instanceof Constructor<?> constructor) ? reflection.onConstructorInvocation(constructor)
				: reflection.onMethodInvocation((Method) executable);
	}

}
