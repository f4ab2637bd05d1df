package io.pystrix.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiListener;
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
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AsyncAgiAutoConfiguration}.
 */
@Timeout(120)
class AsyncAgiAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

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
	void runningCallsMayFinishWhenTheApplicationStops() {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		this.contextRunner.run((context) -> {
			context.getBean(ScriptRegistry.class).register("demo", (agi, request) -> {
				running.countDown();
				assertThat(finish.await(30, TimeUnit.SECONDS)).isTrue();
				agi.verbose("done");
			});
			AsyncAgiServer server = context.getBean(AsyncAgiServer.class);
			this.asterisk.broadcast(event("AsyncAGIStart").with("Env", ENVIRONMENT));
			assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
			Thread closing = new Thread(context::close);
			closing.start();
			await().atMost(PATIENCE).until(() -> !server.isRunning());
			finish.countDown();
			closing.join(PATIENCE.toMillis());
			assertThat(closing.isAlive()).isFalse();
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(commands()).contains("VERBOSE \"done\" 1", "ASYNCAGI BREAK"));
		});
	}

	@Test
	void propertiesAreAppliedAndCustomizersCalledAndListenersToldOfCalls() {
		this.contextRunner.withUserConfiguration(Settings.class)
			.withPropertyValues("asterisk.fastagi.max-calls=3", "asterisk.fastagi.command-timeout=14m",
					"asterisk.fastagi.status-variable=STATUS", "asterisk.fastagi.shutdown.grace-period=15",
					"asterisk.fastagi.accept-forged-environment=true")
			.run((context) -> {
				assertThat(context.getBean(AsyncAgiServer.class)).extracting("context.settings")
					.hasFieldOrPropertyWithValue("acceptForgedEnvironment", true)
					.hasFieldOrPropertyWithValue("maxCalls", 3)
					.hasFieldOrPropertyWithValue("commandTimeout", Duration.ofMinutes(14))
					.hasFieldOrPropertyWithValue("statusVariable", "STATUS")
					.hasFieldOrPropertyWithValue("defaultPath", "/second")
					.hasFieldOrPropertyWithValue("listeners",
							List.of(context.getBean("listener"), context.getBean("fastAgiListener")));
				assertThat(context.getBean(AsyncAgiServerLifecycle.class)).hasFieldOrPropertyWithValue("gracePeriod",
						Duration.ofSeconds(15));
			});
	}

	@Test
	void wrongValuesNameTheirProperty() {
		for (String[] wrong : new String[][] { { "max-calls", "-1" }, { "command-timeout", "-1s" },
				{ "shutdown.grace-period", "-1" } }) {
			String property = "asterisk.fastagi." + wrong[0];
			this.contextRunner.withPropertyValues("asterisk.fastagi.enabled=false", property + "=" + wrong[1])
				.run((context) -> assertThat(context).as(property)
					.getFailure()
					.rootCause()
					.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
							(ex) -> assertThat(ex.getName()).isEqualTo(property)));
		}
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
			.until(() -> commands().containsAll(List.of("GET VARIABLE \"CALLERID(num)\"",
					"VERBOSE \"intercepted second 5550100\" 1", "ASYNCAGI BREAK")));
	}

	private List<String> commands() {
		return this.asterisk.requests("AGI").stream().map((request) -> request.get("Command")).toList();
	}

	private static AmiFrame event(String name) {
		return AmiFrame.event(name).with("Privilege", "agi,all").with("Channel", "PJSIP/1-1").with("Uniqueid", "1.1");
	}

	@Component
	static class Scripts {

		private final ThreadLocal<String> seen = ThreadLocal.withInitial(() -> "");

		@AgiScript("demo")
		void demo(Agi agi, @AgiArg(0) String second, @AgiVariable("CALLERID(num)") long caller) {
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
	static class Settings {

		@Bean
		@Order(1)
		AgiListener listener() {
			return new AgiListener() {
			};
		}

		@Bean
		@Order(2)
		FastAgiListener fastAgiListener() {
			return new FastAgiListener() {
			};
		}

		@Bean
		@Order(2)
		AsyncAgiServerBuilderCustomizer second() {
			return (builder) -> builder.defaultPath("/second");
		}

		@Bean
		@Order(1)
		AsyncAgiServerBuilderCustomizer first() {
			return (builder) -> builder.defaultPath("/first");
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
			return new AsyncAgiServerLifecycle(server, Duration.ZERO);
		}

	}

}
