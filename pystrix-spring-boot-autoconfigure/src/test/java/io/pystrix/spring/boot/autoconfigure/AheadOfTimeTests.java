package io.pystrix.spring.boot.autoconfigure;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RegisteredScript;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.spring.agi.AgiAdvice;
import io.pystrix.spring.agi.AgiExceptionHandler;
import io.pystrix.spring.agi.AgiGroup;
import io.pystrix.spring.agi.AgiScript;
import io.pystrix.spring.ami.AmiEventListener;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.aot.AotDetector;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.Compiled;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An application whose beans were settled by Spring's processing ahead of time, on the
 * JVM.
 */
@CompileWithForkedClassLoader
@Timeout(180)
class AheadOfTimeTests {

	private static final List<String> calls = new CopyOnWriteArrayList<>();

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final TestGenerationContext generation = new TestGenerationContext();

	@Test
	void scriptsKeepTheirOrderAndTheirNames() {
		run((context) -> assertThat(context.getBean(ScriptRegistry.class).scripts()).extracting(RegisteredScript::name)
			.containsExactly("early", "component", "queue/(?<name>\\w+)", "failing", "scoped", "lazy", "the bean"));
	}

	@Test
	void callsAreServedByEachKindOfScript() {
		run((context) -> {
			for (String path : List.of("early", "component", "queue/sales", "failing", "scoped", "lazy", "bean",
					"elsewhere")) {
				call(context, path);
			}
			assertThat(calls).containsExactly("early", "component", "queue of sales", "no luck", "scoped", "lazy",
					"bean", "default");
		});
	}

	@Test
	void eventsAreHeard() {
		run((context) -> {
			await().until(context.getBean(Manager.class)::isConnected);
			this.asterisk.broadcast(AmiFrame.event("Hangup").with("Channel", "PJSIP/1"));
			await().untilAsserted(
					() -> assertThat(calls).containsExactlyInAnyOrder("PJSIP/1 hung up", "scoped heard PJSIP/1"));
		});
	}

	@Test
	void handlerMethodsMayBeCalledByReflection() {
		process();
		RuntimeHints hints = this.generation.getRuntimeHints();
		assertThat(
				List.of(method(Methods.class, "queue"), method(Methods.class, "early"), method(Methods.class, "hungUp"),
						method(Advice.class, "failed"), method(Scoped.class, "script"), method(Scoped.class, "heard")))
			.allMatch((method) -> RuntimeHintsPredicates.reflection().onMethodInvocation(method).test(hints));
	}

	private static Method method(Class<?> type, String name) {
		return ReflectionUtils.getUniqueDeclaredMethods(type, (method) -> method.getName().equals(name))[0];
	}

	private static void call(GenericApplicationContext context, String path) {
		AgiCaller caller = AgiCaller.to(context.getBean(FastAgiServer.class).address()).script(path);
		try (AgiCall call = caller.call()) {
			call.awaitEnd(Duration.ofSeconds(30));
			assertThat(call.variables()).as(path).containsEntry("INTERCEPTED", "yes");
		}
	}

	private void run(Consumer<GenericApplicationContext> test) {
		String initializerName = process();
		calls.clear();
		TestPropertyValues.of(AotDetector.AOT_ENABLED + "=true")
			.applyToSystemProperties(() -> TestCompiler.forSystem().with(this.generation).compile((compiled) -> {
				try (GenericApplicationContext context = new GenericApplicationContext()) {
					properties().applyTo(context);
					initializer(compiled, initializerName).initialize(context);
					context.refresh();
					test.accept(context);
				}
			}));
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(Compiled compiled,
			String name) {
		return compiled.getInstance(ApplicationContextInitializer.class, name);
	}

	private String process() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			properties().applyTo(context);
			context.register(Application.class);
			String name = new ApplicationContextAotGenerator().processAheadOfTime(context, this.generation).toString();
			this.generation.writeGeneratedContent();
			return name;
		}
	}

	private TestPropertyValues properties() {
		return TestPropertyValues
			.of(Map.of("asterisk.fastagi.port", "0", "asterisk.ami.port", String.valueOf(this.asterisk.port()),
					"asterisk.ami.username", "admin", "asterisk.ami.password", "secret"));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ AmiAutoConfiguration.class, FastAgiAutoConfiguration.class })
	@Import({ ComponentScript.class, Methods.class, Advice.class, Scoped.class, LazyScript.class })
	static class Application {

		@Bean
		@AgiScript(pattern = "bean", name = "the bean")
		AgiHandler beanScript() {
			return (agi, request) -> calls.add("bean");
		}

		@Bean
		@AgiScript(defaultScript = true)
		AgiHandler defaultScript() {
			return (agi, request) -> calls.add("default");
		}

		@Bean
		AgiInterceptor interceptor() {
			return (agi, request, next) -> {
				agi.setVariable("INTERCEPTED", "yes");
				next.handle(agi, request);
			};
		}

	}

	@AgiScript("component")
	static class ComponentScript implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			calls.add("component");
		}

	}

	@Component
	static class Methods {

		@AgiScript("queue/(?<name>\\w+)")
		void queue(Agi agi, @AgiGroup("name") String queue) {
			calls.add("queue of " + queue);
		}

		@AgiScript("failing")
		void fail() {
			throw new IllegalStateException("no luck");
		}

		@Order(0)
		@AgiScript("early")
		private void early() {
			calls.add("early");
		}

		@AmiEventListener
		void hungUp(HangupEvent event) {
			calls.add(event.channel() + " hung up");
		}

	}

	@AgiAdvice
	static class Advice {

		@AgiExceptionHandler
		void failed(IllegalStateException ex) {
			calls.add(ex.getMessage());
		}

	}

	@Component
	@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class Scoped {

		@AgiScript("scoped")
		void script() {
			calls.add("scoped");
		}

		@AmiEventListener
		void heard(HangupEvent event) {
			calls.add("scoped heard " + event.channel());
		}

	}

	@Lazy
	@AgiScript("lazy")
	static class LazyScript implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			calls.add("lazy");
		}

	}

}
