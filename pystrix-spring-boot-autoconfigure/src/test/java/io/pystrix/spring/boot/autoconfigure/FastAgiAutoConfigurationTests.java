package io.pystrix.spring.boot.autoconfigure;

import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.AgiVariables;
import io.pystrix.agi.MdcInterceptor;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiListener;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.agi.fastagi.FastAgiServerException;
import io.pystrix.agi.fastagi.WhenFull;
import io.pystrix.ami.Manager;
import io.pystrix.spring.agi.AgiArg;
import io.pystrix.spring.agi.AgiGroup;
import io.pystrix.spring.agi.AgiParam;
import io.pystrix.spring.agi.AgiScript;
import io.pystrix.spring.agi.AgiScriptProcessor;
import io.pystrix.spring.agi.AgiVariable;
import io.pystrix.spring.agi.FastAgiServerLifecycle;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FastAgiAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FastAgiAutoConfigurationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FastAgiAutoConfiguration.class))
		.withPropertyValues("asterisk.fastagi.port=0");

	@Test
	void listensWhenTheApplicationStarts() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ScriptRegistry.class)
				.hasSingleBean(FastAgiServerLifecycle.class)
				.hasSingleBean(AgiScriptProcessor.class);
			FastAgiServer server = context.getBean(FastAgiServer.class);
			assertThat(server.isRunning()).isTrue();
			assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
			assertThat(server.scripts()).isSameAs(context.getBean(ScriptRegistry.class));
			context.close();
			assertThat(server.isRunning()).isFalse();
		});
	}

	@Test
	void servesHandlersAndMethods() {
		this.contextRunner.withUserConfiguration(DemoScript.class, Ivr.class).run((context) -> {
			assertThat(call(context.getBean(FastAgiServer.class), "demo").played()).containsExactly("demo-thanks");
			assertThat(call(context.getBean(FastAgiServer.class), "queue/sales?lang=de").variable("SEEN"))
				.isEqualTo("sales de first");
			assertThat(call(context.getBean(FastAgiServer.class), "queue/sales").variable("SEEN"))
				.isEqualTo("sales null first");
		});
	}

	@Test
	void interceptorsAndListenersHearOfCalls() {
		this.contextRunner.withUserConfiguration(DemoScript.class, Listeners.class).run((context) -> {
			call(context.getBean(FastAgiServer.class), "demo");
			await().untilAsserted(() -> assertThat(context.getBean(Listeners.class).heard).containsExactly(
					"1 started demo", "2 started demo", "intercepted", "1 Answer", "1 StreamFile", "1 ended COMPLETED",
					"2 ended"));
			assertThat(context.getBean(FastAgiServer.class)).extracting("context.settings.listeners")
				.asInstanceOf(InstanceOfAssertFactories.LIST)
				.hasSize(2)
				.contains(context.getBean(FastAgiListener.class));
		});
	}

	@Test
	void whatScriptsAndTheirAdviceLogTellsTheCall() {
		this.contextRunner.withUserConfiguration(LogContext.class).run((context) -> {
			call(context.getBean(FastAgiServer.class), "log");
			await().untilAsserted(() -> assertThat(context.getBean(LogContext.class).seen)
				.containsExactly("advice in log at PJSIP/100-00000001", "script in log at PJSIP/100-00000001"));
		});
	}

	@Test
	void aScriptWithoutItsArgumentFails(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(Ivr.class).run((context) -> {
			AgiCaller caller = AgiCaller.to(context.getBean(FastAgiServer.class).address()).script("queue/sales");
			try (AgiCall call = caller.call().awaitEnd(TIMEOUT)) {
				assertThat(call.variable("AGI_SCRIPT_STATUS")).isEqualTo("FAILURE");
			}
			assertThat(output).contains("Missing argument 0 of the call of 'queue/sales'");
		});
	}

	@Test
	void servesThoughBeansAreLazy() {
		this.contextRunner.withUserConfiguration(DemoScript.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(call(context.getBean(FastAgiServer.class), "demo").played())
				.containsExactly("demo-thanks"));
	}

	@Test
	void theManagerIsAnArgumentOnlyIfItIsThere() {
		this.contextRunner.withUserConfiguration(WithManager.class)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("Nothing provides parameter 'manager' of type io.pystrix.ami.Manager"));
		this.contextRunner.withUserConfiguration(WithManager.class)
			.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void defaultsAreThoseOfTheCore() {
		Object defaults = ReflectionTestUtils
			.invokeMethod(ReflectionTestUtils.getField(FastAgiServer.builder().port(0).build(), "context"), "settings");
		this.contextRunner
			.run((context) -> assertThat(context.getBean(FastAgiServer.class)).extracting("context.settings")
				.isEqualTo(defaults));
		assertThat(new FastAgiProperties().getPort()).isEqualTo(4573);
		assertThat(FastAgiServer.builder().build().address().getPort()).isEqualTo(4573);
	}

	@Test
	void propertiesAreApplied() {
		this.contextRunner
			.withPropertyValues("asterisk.fastagi.address=127.0.0.2", "asterisk.fastagi.backlog=11",
					"asterisk.fastagi.max-calls=12", "asterisk.fastagi.when-full=queue",
					"asterisk.fastagi.handshake-timeout=13", "asterisk.fastagi.command-timeout=14m",
					"asterisk.fastagi.allowed-clients=127.0.0.0/8,::1", "asterisk.fastagi.status-variable=STATUS",
					"asterisk.fastagi.shutdown.grace-period=15", "asterisk.fastagi.accept-forged-environment=true")
			.run((context) -> {
				assertThat(context.getBean(FastAgiServer.class)).extracting("context.settings")
					.hasFieldOrPropertyWithValue("acceptForgedEnvironment", true)
					.hasFieldOrPropertyWithValue("address", InetAddress.getByName("127.0.0.2"))
					.hasFieldOrPropertyWithValue("port", 0)
					.hasFieldOrPropertyWithValue("backlog", 11)
					.hasFieldOrPropertyWithValue("maxCalls", 12)
					.hasFieldOrPropertyWithValue("whenFull", WhenFull.QUEUE)
					.hasFieldOrPropertyWithValue("handshakeTimeout", Duration.ofSeconds(13))
					.hasFieldOrPropertyWithValue("commandTimeout", Duration.ofMinutes(14))
					.hasFieldOrPropertyWithValue("statusVariable", "STATUS");
				assertThat(context.getBean(FastAgiServer.class)).extracting("context.settings.allowedClients")
					.asInstanceOf(InstanceOfAssertFactories.LIST)
					.hasSize(2);
				assertThat(context.getBean(FastAgiServerLifecycle.class)).hasFieldOrPropertyWithValue("gracePeriod",
						Duration.ofSeconds(15));
			});
	}

	@Test
	void wrongValuesNameTheirProperty() {
		for (String[] wrong : new String[][] { { "port", "65536" }, { "backlog", "0" }, { "max-calls", "-1" },
				{ "handshake-timeout", "0" }, { "command-timeout", "-1s" }, { "allowed-clients", "10.0.0.0/33" },
				{ "shutdown.grace-period", "-1" } }) {
			String property = "asterisk.fastagi." + wrong[0];
			this.contextRunner.withPropertyValues(property + "=" + wrong[1])
				.run((context) -> assertThat(context).as(property)
					.getFailure()
					.rootCause()
					.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
							(ex) -> assertThat(ex.getName()).isEqualTo(property)));
		}
	}

	@Test
	void anApplicationWithoutAWebServerLivesAsLongAsTheServer() {
		this.contextRunner.run((context) -> {
			String acceptor = "fastagi-" + context.getBean(FastAgiServer.class).localPort() + "-acceptor";
			Thread thread = Thread.getAllStackTraces()
				.keySet()
				.stream()
				.filter((candidate) -> candidate.getName().equals(acceptor))
				.findFirst()
				.orElseThrow();
			assertThat(thread.isDaemon()).isFalse();
			context.close();
			await().until(() -> !thread.isAlive());
		});
	}

	@Test
	void theApplicationsExecutorIsLeftAlone() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class, AmiAutoConfiguration.class))
			.run((context) -> assertThat(context.getBeanNamesForType(Executor.class))
				.containsExactly("applicationTaskExecutor"));
	}

	@Test
	void aCustomizerMayBringTheThreadsOfCalls() {
		this.contextRunner.withUserConfiguration(DemoScript.class, OwnThreads.class).run((context) -> {
			call(context.getBean(FastAgiServer.class), "demo");
			assertThat(context.getBean(OwnThreads.class).threads).containsExactly("own");
		});
	}

	@Test
	void everyKindOfArgumentComesFromTheCall() {
		this.contextRunner.withUserConfiguration(AllArguments.class).run((context) -> {
			FastAgiServer server = context.getBean(FastAgiServer.class);
			AgiCaller caller = AgiCaller.to(server.address())
				.script("all/7/sales?lang=de&day=monday&day=friday")
				.argument("90s")
				.argument("")
				.variable("CALLERID(num)", "5550100")
				.variable("LONG", "x".repeat(3000));
			try (AgiCall call = caller.call().awaitEnd(TIMEOUT)) {
				assertThat(call.variable("SEEN"))
					.isEqualTo("7 sales de MONDAY+FRIDAY PT1M30S none 5550100 3000 PJSIP/100-00000001! false");
			}
		});
	}

	@Test
	void isNotThereIfDisabled() {
		this.contextRunner.withPropertyValues("asterisk.fastagi.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FastAgiServer.class)
				.doesNotHaveBean(ScriptRegistry.class));
	}

	@Test
	void isNotThereWithoutTheLibrary() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(FastAgiServer.class))
			.run((context) -> assertThat(context).doesNotHaveBean(FastAgiAutoConfiguration.class));
	}

	@Test
	void backsOff() {
		this.contextRunner.withUserConfiguration(OwnBeans.class).run((context) -> {
			for (Class<?> type : List.of(ScriptRegistry.class, FastAgiServer.class, FastAgiServerLifecycle.class,
					AgiScriptProcessor.class)) {
				assertThat(context.getBeanNamesForType(type)).as(type.getName())
					.singleElement()
					.asString()
					.startsWith("own");
			}
		});
	}

	@Test
	void customizersAreCalledInTheirOrder() {
		this.contextRunner.withUserConfiguration(Customizers.class)
			.run((context) -> assertThat(context.getBean(FastAgiServer.class)).extracting("context.settings.maxCalls")
				.isEqualTo(2));
	}

	@Test
	void listensAgainWhenTheContextIsStoppedAndStarted() {
		this.contextRunner.withUserConfiguration(DemoScript.class).run((context) -> {
			FastAgiServer server = context.getBean(FastAgiServer.class);
			context.getSourceApplicationContext().stop();
			assertThat(server.isRunning()).isFalse();
			context.getSourceApplicationContext().start();
			assertThat(call(server, "demo").played()).containsExactly("demo-thanks");
		});
	}

	@Test
	void aPortThatIsTakenFailsTheStart() {
		try (FastAgiServer other = FastAgiServer.builder().port(0).build()) {
			other.start();
			this.contextRunner.withPropertyValues("asterisk.fastagi.port=" + other.localPort())
				.run((context) -> assertThat(context).getFailure().hasCauseInstanceOf(FastAgiServerException.class));
		}
	}

	@Test
	void thePortIsInTheEnvironmentAndFollowsARestart() {
		this.contextRunner.withInitializer(new FastAgiPortInfoApplicationContextInitializer()).run((context) -> {
			FastAgiServer server = context.getBean(FastAgiServer.class);
			assertThat(context.getEnvironment().getProperty("local.fastagi.port", Integer.class))
				.isEqualTo(server.localPort());
			context.getSourceApplicationContext().stop();
			context.getSourceApplicationContext().start();
			assertThat(context.getEnvironment().getProperty("local.fastagi.port", Integer.class))
				.isEqualTo(server.localPort());
		});
	}

	@Test
	void warnsOfAGracePeriodThatNobodyWaitsFor(CapturedOutput output) {
		this.contextRunner.run((context) -> assertThat(output).doesNotContain("does not wait"));
		this.contextRunner.withPropertyValues("spring.lifecycle.timeout-per-shutdown-phase=20s")
			.run((context) -> assertThat(output).contains("'asterisk.fastagi.shutdown.grace-period' (PT20S) is not"));
	}

	private static AgiCall call(FastAgiServer server, String script) {
		try (AgiCall call = AgiCaller.to(server.address()).script(script).argument("first").speed(100).call()) {
			return call.awaitEnd(TIMEOUT);
		}
	}

	@AgiScript("demo")
	static class DemoScript implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			agi.answer();
			agi.streamFile("demo-thanks", "");
		}

	}

	@Component
	static class Ivr {

		@AgiScript("queue/(?<name>\\w+)")
		void queue(Agi agi, @AgiGroup("name") String queue, @AgiParam("lang") @Nullable String lang,
				@AgiArg(0) String first) {
			agi.setVariable("SEEN", queue + " " + lang + " " + first);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LogContext {

		final List<String> seen = new CopyOnWriteArrayList<>();

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE + 1000)
		AgiInterceptor advice() {
			return (agi, request, next) -> {
				see("advice");
				next.handle(agi, request);
			};
		}

		@AgiScript("log")
		void script() {
			see("script");
		}

		private void see(String where) {
			this.seen.add(where + " in " + MDC.get(MdcInterceptor.SCRIPT) + " at " + MDC.get(MdcInterceptor.CHANNEL));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		final List<String> heard = new CopyOnWriteArrayList<>();

		@Bean
		AgiInterceptor interceptor() {
			return (agi, request, next) -> {
				this.heard.add("intercepted");
				next.handle(agi, request);
			};
		}

		@Bean
		@Order(2)
		FastAgiListener last() {
			return new FastAgiListener() {
				@Override
				public void callStarted(AgiRequest request) {
					Listeners.this.heard.add("2 started " + request.path());
				}

				@Override
				public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
						@Nullable Throwable failure) {
					Listeners.this.heard.add("2 ended");
				}
			};
		}

		@Bean
		@Order(1)
		AgiListener first() {
			return new AgiListener() {
				@Override
				public void callStarted(AgiRequest request) {
					Listeners.this.heard.add("1 started " + request.path());
				}

				@Override
				public void commandExecuted(AgiRequest request, AgiCommand<?> command, Duration duration,
						@Nullable AgiException failure) {
					Listeners.this.heard.add("1 " + command.getClass().getSimpleName());
				}

				@Override
				public void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration,
						@Nullable Throwable failure) {
					Listeners.this.heard.add("1 ended " + outcome);
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnThreads {

		final List<String> threads = new CopyOnWriteArrayList<>();

		@Bean
		FastAgiServerBuilderCustomizer ownThreads() {
			return (builder) -> builder.executor((task) -> {
				Thread thread = new Thread(task, "own");
				this.threads.add(thread.getName());
				thread.start();
			});
		}

	}

	@Component
	static class AllArguments {

		@AgiScript("all/(\\d)/(?<queue>\\w+)")
		void all(AgiVariables agi, @AgiGroup("1") int number, @AgiGroup String queue, @AgiParam("lang") Locale language,
				@AgiParam("day") List<DayOfWeek> days, @AgiArg(0) Duration time,
				@AgiArg(value = 1, defaultValue = "none") String text, @AgiVariable("CALLERID(num)") long caller,
				@AgiVariable("LONG") String longValue, @AgiVariable("${CHANNEL}!") String expression,
				@AgiVariable("UNSET") Optional<String> unset) {
			agi.setVariable("SEEN",
					number + " " + queue + " " + language + " " + days.get(0) + "+" + days.get(1) + " " + time + " "
							+ text + " " + caller + " " + longValue.length() + " " + expression + " "
							+ unset.isPresent());
		}

	}

	@Component
	static class WithManager {

		@AgiScript("manager")
		void script(Manager manager) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans {

		@Bean
		ScriptRegistry ownScripts() {
			return new ScriptRegistry();
		}

		@Bean
		FastAgiServer ownServer(ScriptRegistry scripts) {
			return FastAgiServer.builder().port(0).scripts(scripts).build();
		}

		@Bean
		FastAgiServerLifecycle ownLifecycle(FastAgiServer server, ApplicationEventPublisher publisher) {
			return new FastAgiServerLifecycle(server, Duration.ZERO, publisher);
		}

		@Bean
		AgiScriptProcessor ownProcessor(ConfigurableListableBeanFactory beanFactory, ScriptRegistry scripts) {
			return new AgiScriptProcessor(beanFactory, scripts, ApplicationConversionService.getSharedInstance());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		FastAgiServerBuilderCustomizer last() {
			return (builder) -> builder.maxCalls(2);
		}

		@Bean
		@Order(1)
		FastAgiServerBuilderCustomizer first() {
			return (builder) -> builder.maxCalls(1);
		}

	}

}
