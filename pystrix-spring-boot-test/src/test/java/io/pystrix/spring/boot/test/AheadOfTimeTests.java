package io.pystrix.spring.boot.test;

import java.util.stream.Stream;

import io.pystrix.ami.Manager;
import io.pystrix.test.AsteriskSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.aot.AotDetector;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.aot.TestContextAotGenerator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test whose context was settled by Spring's processing of tests ahead of time, on the
 * JVM.
 */
@CompileWithForkedClassLoader
@Timeout(180)
class AheadOfTimeTests {

	@Test
	void theApplicationIsConnectedToItsSimulator() {
		TestGenerationContext generation = new TestGenerationContext();
		new TestContextAotGenerator(generation.getGeneratedFiles()).processAheadOfTime(Stream.of(Processed.class));
		TestPropertyValues.of(AotDetector.AOT_ENABLED + "=true")
			.applyToSystemProperties(() -> TestCompiler.forSystem().with(generation).compile((compiled) -> check()));
	}

	private static void check() {
		try {
			TestContextManager tests = new TestContextManager(Processed.class);
			Processed instance = new Processed();
			tests.prepareTestInstance(instance);
			ApplicationContext context = tests.getTestContext().getApplicationContext();
			AsteriskSimulator asterisk = context.getBean(AsteriskSimulator.class);
			assertThat(context.getBean(Manager.class).isConnected()).isTrue();
			assertThat(asterisk.ami().sessions()).isEqualTo(1);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SpringBootTest(classes = IvrApplication.class)
	@AutoConfigureAsterisk(extensions = "100=menu")
	static class Processed {

		@LocalFastAgiPort
		int port;

	}

}
