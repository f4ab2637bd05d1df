package io.pystrix.spring.boot.autoconfigure;

import java.util.Map;

import io.pystrix.ami.Manager;
import io.pystrix.ami.control.Calls;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.ami.AmiEventListener;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.aot.AotDetector;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.Compiled;
import org.springframework.core.test.tools.TestCompiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several servers whose beans were settled by Spring's processing ahead of time, on the
 * JVM. Which servers there are is settled, their properties are not.
 */
@CompileWithForkedClassLoader
@Timeout(180)
class AheadOfTimeServersTests {

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final TestGenerationContext generation = new TestGenerationContext();

	@Test
	void serversConnectAndAreFoundByTheirNames() {
		String initializer = process();
		TestPropertyValues.of(AotDetector.AOT_ENABLED + "=true")
			.applyToSystemProperties(() -> TestCompiler.forSystem().with(this.generation).compile((compiled) -> {
				try (GenericApplicationContext context = new GenericApplicationContext()) {
					properties(this.asterisk.port()).applyTo(context);
					initializer(compiled, initializer).initialize(context);
					context.refresh();
					check(context);
				}
			}));
	}

	private static void check(GenericApplicationContext context) {
		Manager berlin = context.getBean("berlinManager", Manager.class);
		Manager paris = context.getBean("parisManager", Manager.class);
		assertThat(context.getBean(AmiServers.class).managers()).containsOnlyKeys("berlin", "paris");
		assertThat(context.getBean(Manager.class)).isSameAs(paris);
		assertThat(context.getBean(Application.class).berlin).isSameAs(berlin);
		assertThat(context.getBean(AmiListenerRegistry.class).listeners()).hasSize(2);
		await().until(() -> berlin.isConnected() && paris.isConnected());
		AsteriskState state = context.getBean(Application.class).state;
		assertThat(context.getBean(AmiServers.class).states()).containsOnly(Map.entry("berlin", state));
		await().until(() -> state.status() == AsteriskState.SyncStatus.LIVE);
		assertThat(context.getBean(Application.class).calls).isSameAs(context.getBean("berlinCalls"));
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(Compiled compiled,
			String name) {
		return compiled.getInstance(ApplicationContextInitializer.class, name);
	}

	private String process() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			properties(1).applyTo(context);
			context.register(Application.class);
			String name = new ApplicationContextAotGenerator().processAheadOfTime(context, this.generation).toString();
			this.generation.writeGeneratedContent();
			return name;
		}
	}

	private static TestPropertyValues properties(int port) {
		return TestPropertyValues.of("asterisk.ami.primary=paris", "asterisk.ami.servers.berlin.port=" + port,
				"asterisk.ami.servers.paris.port=" + port, "asterisk.ami.username=admin",
				"asterisk.ami.password=secret", "asterisk.ami.servers.berlin.live.enabled=true");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(AmiAutoConfiguration.class)
	static class Application {

		private final Manager berlin;

		private final AsteriskState state;

		private final Calls calls;

		Application(@Qualifier("berlin") Manager berlin, @Qualifier("berlin") AsteriskState state,
				@Qualifier("berlin") Calls calls) {
			this.berlin = berlin;
			this.state = state;
			this.calls = calls;
		}

		@AmiEventListener
		void listen(AmiEvent event) {
		}

	}

}
