package io.pystrix.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.spring.agi.AgiArg;
import io.pystrix.spring.agi.AgiScript;
import io.pystrix.spring.agi.AgiScriptProcessor;
import io.pystrix.spring.agi.AgiVariable;
import io.pystrix.spring.agi.AsyncAgiServerLifecycle;
import io.pystrix.spring.agi.FastAgiServerLifecycle;
import io.pystrix.spring.ami.ManagerLifecycle;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AsyncAgiAutoConfiguration}.
 */
@Timeout(60)
class AsyncAgiAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final String ENVIRONMENT = "agi_request%3A%20async%0Aagi_channel%3A%20PJSIP%2F1-1%0A"
			+ "agi_arg_1%3A%20demo%0Aagi_arg_2%3A%20second%0A%0A";

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, FastAgiAutoConfiguration.class,
				AsyncAgiAutoConfiguration.class))
		.withPropertyValues("asterisk.fastagi.port=0", "asterisk.fastagi.async-agi=true",
				"asterisk.ami.port=" + this.asterisk.port(), "asterisk.ami.username=admin",
				"asterisk.ami.password=wordpass", "asterisk.ami.fail-fast=true");

	@BeforeEach
	void answerCommands() {
		this.asterisk.on("AGI", (request) -> AmiAnswer.success("Added AGI command to queue")
			.then(() -> this.asterisk.broadcast(event("AsyncAGIExec").with("CommandID", request.get("CommandID"))
				.with("Result", "200%20result%3D1%20%285550100%29%0A"))));
	}

	@Test
	void isNotThereUnlessAskedFor() {
		this.contextRunner.withPropertyValues("asterisk.fastagi.async-agi=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AsyncAgiServer.class)
				.hasSingleBean(FastAgiServer.class));
	}

	@Test
	void isNotThereWithoutTheLibrary() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(AsyncAgiServer.class))
			.run((context) -> assertThat(context).doesNotHaveBean(AsyncAgiAutoConfiguration.class));
	}

	@Test
	void servesTheScriptsBesideFastAgi() {
		this.contextRunner.withUserConfiguration(Scripts.class).run((context) -> {
			assertThat(context).hasSingleBean(FastAgiServer.class).hasSingleBean(ScriptRegistry.class);
			assertThatScriptIsServed(context);
		});
	}

	@Test
	void servesTheScriptsWithoutFastAgi() {
		this.contextRunner.withUserConfiguration(Scripts.class)
			.withPropertyValues("asterisk.fastagi.enabled=false")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(FastAgiServer.class)
					.hasSingleBean(ScriptRegistry.class)
					.hasSingleBean(AgiScriptProcessor.class);
				assertThatScriptIsServed(context);
			});
	}

	@Test
	void servesAgainWhenTheContextIsStoppedAndStarted() {
		this.contextRunner.withUserConfiguration(Scripts.class).run((context) -> {
			AsyncAgiServerLifecycle lifecycle = context.getBean(AsyncAgiServerLifecycle.class);
			context.getSourceApplicationContext().stop();
			assertThat(lifecycle.isRunning()).isFalse();
			context.getSourceApplicationContext().start();
			assertThat(lifecycle.isRunning()).isTrue();
			assertThatScriptIsServed(context);
		});
	}

	@Test
	void stopsBeforeTheManagerAndBesideFastAgi() {
		this.contextRunner.run((context) -> {
			AsyncAgiServerLifecycle lifecycle = context.getBean(AsyncAgiServerLifecycle.class);
			assertThat(lifecycle.getPhase()).isEqualTo(context.getBean(FastAgiServerLifecycle.class).getPhase())
				.isGreaterThan(context.getBean(ManagerLifecycle.class).getPhase());
			assertThat(lifecycle.isPauseable()).isFalse();
		});
	}

	@Test
	void needsAManager() {
		this.contextRunner.withPropertyValues("asterisk.ami.enabled=false")
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("No qualifying bean of type 'io.pystrix.ami.Manager'"));
	}

	@Test
	void backsOff() {
		this.contextRunner.withUserConfiguration(OwnServer.class).run((context) -> {
			assertThat(context.getBeanNamesForType(AsyncAgiServer.class)).containsExactly("ownServer");
			assertThat(context.getBeanNamesForType(AsyncAgiServerLifecycle.class)).containsExactly("ownLifecycle");
		});
	}

	private void assertThatScriptIsServed(AssertableApplicationContext context) {
		assertThat(context.getBean(AsyncAgiServerLifecycle.class).isRunning()).isTrue();
		this.asterisk.broadcast(event("AsyncAGIStart").with("Env", ENVIRONMENT));
		await().atMost(PATIENCE)
			.until(() -> this.asterisk.requests("AGI")
				.stream()
				.map((request) -> request.get("Command"))
				.toList()
				.containsAll(List.of("GET VARIABLE \"CALLERID(num)\"", "VERBOSE \"intercepted second 5550100\" 1",
						"ASYNCAGI BREAK")));
	}

	private static AmiFrame event(String name) {
		return AmiFrame.event(name).with("Privilege", "agi,all").with("Channel", "PJSIP/1-1").with("Uniqueid", "1.1");
	}

	@Component
	static class Scripts {

		private final ThreadLocal<String> seen = ThreadLocal.withInitial(() -> "");

		@AgiScript("demo")
		void demo(Agi agi, @AgiArg(1) String second, @AgiVariable("CALLERID(num)") long caller) {
			agi.verbose(this.seen.get() + second + " " + caller);
		}

		@Bean
		AgiInterceptor interceptor() {
			return (agi, request, next) -> {
				this.seen.set("intercepted ");
				next.handle(agi, request);
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnServer {

		@Bean
		AsyncAgiServer ownServer(Manager manager, ScriptRegistry scripts) {
			return new AsyncAgiServer(manager, scripts);
		}

		@Bean
		AsyncAgiServerLifecycle ownLifecycle(AsyncAgiServer server) {
			return new AsyncAgiServerLifecycle(server);
		}

	}

}
