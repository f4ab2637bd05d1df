package io.pystrix.spring.agi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RegisteredScript;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.spring.support.InvalidHandlerException;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link AgiScriptProcessor}.
 */
class AgiScriptProcessorTests {

	private static final List<String> calls = new ArrayList<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Processor.class)
		.withInitializer((context) -> calls.clear());

	@Test
	void registersHandlersAndMethodsInTheirOrder() {
		this.contextRunner.withUserConfiguration(Demo.class, Methods.class, Beans.class)
			.withPropertyValues("queues=q")
			.run((context) -> assertThat(context.getBean(ScriptRegistry.class).scripts())
				.extracting(RegisteredScript::name)
				.containsExactly("methods/first", "beans/early", "demo", "methods/(?<name>\\w+)", "q/\\d+",
						"beans/late"));
	}

	@Test
	void scriptsMayHaveNamesAndSayWhereTheyAre() {
		this.contextRunner.withUserConfiguration(Named.class, Demo.class)
			.withPropertyValues("name=the queues")
			.run((context) -> {
				assertThat(context.getBean(ScriptRegistry.class).scripts())
					.extracting(RegisteredScript::name, RegisteredScript::description)
					.containsExactly(
							tuple("the queues", "method Named.script() of bean 'agiScriptProcessorTests.Named'"),
							tuple("demo", "bean 'agiScriptProcessorTests.Demo' of type Demo"));
			});
	}

	@Test
	void scriptsCanBeRegisteredAtAnyTime() {
		this.contextRunner.withUserConfiguration(Demo.class).run((context) -> {
			ScriptRegistry scripts = context.getBean(ScriptRegistry.class);
			scripts.register("late", (agi, request) -> calls.add("late"));
			scripts.unregister("demo");
			run(scripts, "late");
			assertThat(calls).containsExactly("late");
			assertThat(scripts.find("demo")).isEmpty();
		});
	}

	@Test
	void interceptorsAreAddedInTheirOrder() {
		this.contextRunner.withUserConfiguration(Interceptors.class)
			.run((context) -> assertThat(context.getBean(ScriptRegistry.class).interceptors()).containsExactly(
					context.getBean("outer", AgiInterceptor.class), context.getBean("inner", AgiInterceptor.class),
					context.getBean("any", AgiInterceptor.class)));
	}

	@Test
	void anInterceptorThatIsThereAlreadyIsNotAddedAgain() {
		this.contextRunner.withUserConfiguration(Interceptors.class)
			.withInitializer((context) -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					if (bean instanceof ScriptRegistry scripts) {
						scripts.addInterceptor(context.getBean("inner", AgiInterceptor.class));
					}
					return bean;
				}
			}))
			.run((context) -> assertThat(context.getBean(ScriptRegistry.class).interceptors()).hasSize(3)
				.startsWith(context.getBean("inner", AgiInterceptor.class)));
	}

	@Test
	void methodsAreFoundOnParentsAndInterfaces() {
		this.contextRunner.withUserConfiguration(Child.class).run((context) -> {
			run(context.getBean(ScriptRegistry.class), "inherited", "overridden", "default", "abstract/x");
			assertThat(calls).containsExactly("inherited", "overridden by child", "default", "abstract x");
			assertThat(context.getBean(ScriptRegistry.class).scripts()).hasSize(4);
		});
	}

	@Test
	void methodsOfInterfacesAreCalledThroughTheirProxies() {
		this.contextRunner.withUserConfiguration(InterfaceProxies.class)
			.withBean("proxied", Child.class)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("cannot be called through the bean's proxy"));
		this.contextRunner.withUserConfiguration(InterfaceProxies.class)
			.withBean("proxied", OnlyInterface.class)
			.run((context) -> {
				run(context.getBean(ScriptRegistry.class), "default", "abstract/y");
				assertThat(calls).containsExactly("advice", "default", "advice", "abstract y");
			});
	}

	@Test
	void beansThatAreNotThereAreNoScripts() {
		this.contextRunner.withUserConfiguration(Conditional.class)
			.run((context) -> assertThat(context.getBean(ScriptRegistry.class).scripts()).isEmpty());
		this.contextRunner.withUserConfiguration(Conditional.class)
			.withPropertyValues("conditional=true")
			.run((context) -> assertThat(context.getBean(ScriptRegistry.class).scripts()).hasSize(1));
	}

	@Test
	void callsHandlersAndMethods() {
		this.contextRunner.withUserConfiguration(Demo.class, Methods.class, Beans.class)
			.withPropertyValues("queues=q")
			.run((context) -> {
				run(context.getBean(ScriptRegistry.class), "demo", "methods/any", "q/7", "beans/late");
				assertThat(calls).containsExactly("demo", "named any", "numbered", "late");
			});
	}

	@Test
	void nothingIsRegisteredWithoutTheAnnotation() {
		this.contextRunner.withBean("plain", AgiHandler.class, () -> (agi, request) -> {
		}).run((context) -> {
			assertThat(context.getBean(ScriptRegistry.class).scripts()).isEmpty();
			assertThat(context.getBean(ScriptRegistry.class).defaultScript()).isEmpty();
		});
	}

	@Test
	void theDefaultScriptServesTheRest() {
		this.contextRunner.withUserConfiguration(Demo.class, Default.class).run((context) -> {
			run(context.getBean(ScriptRegistry.class), "nowhere");
			assertThat(calls).containsExactly("default for nowhere");
		});
	}

	@Test
	void theAnnotationMakesAComponentThatIsNotNamedAfterThePattern() {
		this.contextRunner.withInitializer((context) -> {
			ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(
					(GenericApplicationContext) context);
			scanner.resetFilters(true);
			scanner.addExcludeFilter((reader, factory) -> !reader.getClassMetadata().getClassName().endsWith("$Demo"));
			scanner.setBeanNameGenerator(AnnotationBeanNameGenerator.INSTANCE);
			scanner.scan(getClass().getPackageName());
		})
			.run((context) -> assertThat(context.getBeanNamesForType(Demo.class))
				.containsExactly("agiScriptProcessorTests.Demo"));
	}

	@Test
	void anOwnAnnotationMayStandForIt() {
		this.contextRunner.withUserConfiguration(Composed.class, ComposedHandler.class).run((context) -> {
			run(context.getBean(ScriptRegistry.class), "composed", "handler");
			assertThat(calls).containsExactly("composed", "composed handler");
		});
	}

	@Test
	void lazyBeansStayLazyUntilTheyAreCalled() {
		this.contextRunner.withUserConfiguration(LazyScript.class).run((context) -> {
			assertThat(calls).isEmpty();
			run(context.getBean(ScriptRegistry.class), "lazy", "lazy");
			assertThat(calls).containsExactly("created", "called", "called");
		});
	}

	@Test
	void scopedBeansAreFoundOnceAndAskedForAtEachCall() {
		this.contextRunner.withUserConfiguration(ScopedScript.class, ScopedHandler.class).run((context) -> {
			assertThat(context.getBean(ScriptRegistry.class).scripts()).hasSize(2);
			run(context.getBean(ScriptRegistry.class), "scoped", "scoped", "handler");
			assertThat(calls).containsExactly("created", "called", "created", "called", "created handler",
					"called handler");
		});
	}

	@Test
	void adviceIsAppliedToProxiedClasses() {
		this.contextRunner.withUserConfiguration(ClassProxies.class).run((context) -> {
			run(context.getBean(ScriptRegistry.class), "proxied");
			assertThat(calls).containsExactly("advice", "proxied");
		});
	}

	@Test
	void adviceIsAppliedToHandlersBehindInterfaceProxies() {
		this.contextRunner.withUserConfiguration(InterfaceProxies.class, Demo.class).run((context) -> {
			run(context.getBean(ScriptRegistry.class), "demo");
			assertThat(calls).containsExactly("advice", "demo");
		});
	}

	@Test
	void aMethodThatAProxyHidesIsAnError() {
		this.contextRunner.withUserConfiguration(InterfaceProxies.class)
			.withBean("proxied", Hidden.class)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(InvalidHandlerException.class)
				.hasMessageContaining("method Hidden.script() of bean 'proxied'")
				.hasMessageContaining("cannot be called through the bean's proxy"));
	}

	@Test
	void whatAMethodThrowsIsThrownAsItIs() {
		this.contextRunner.withUserConfiguration(Failing.class).run((context) -> {
			AgiHandler handler = context.getBean(ScriptRegistry.class).scripts().get(0).handler();
			assertThat(org.assertj.core.api.Assertions
				.catchThrowable(() -> handler.handle(mock(Agi.class), request("x", new ScriptRegistry()))))
				.isExactlyInstanceOf(java.io.IOException.class)
				.hasMessage("no");
		});
	}

	static void run(ScriptRegistry scripts, String... paths) throws Exception {
		for (String path : paths) {
			scripts.find(path).orElseThrow().handler().handle(mock(Agi.class), request(path, scripts));
		}
	}

	static AgiRequest request(String path, ScriptRegistry scripts) {
		return AgiRequest.of(AgiEnvironment.of(Map.of("agi_network_script", path)), null, scripts);
	}

	@Configuration(proxyBeanMethods = false)
	static class Processor {

		@Bean
		ScriptRegistry scripts() {
			return new ScriptRegistry();
		}

		@Bean
		AgiScriptProcessor processor(ConfigurableListableBeanFactory beanFactory, ScriptRegistry scripts) {
			return new AgiScriptProcessor(beanFactory, scripts, new DefaultConversionService());
		}

	}

	@AgiScript("demo")
	static class Demo implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			calls.add("demo");
		}

	}

	@Component
	static class Methods {

		@AgiScript("methods/(?<name>\\w+)")
		private void named(@AgiGroup("name") String name) {
			calls.add("named " + name);
		}

		@Order(-1)
		@AgiScript("methods/first")
		void first() {
			calls.add("first");
		}

		@AgiScript(pattern = "${queues}/\\d+")
		@Order
		void numbered() {
			calls.add("numbered");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		@AgiScript("beans/late")
		AgiHandler late() {
			return (agi, request) -> calls.add("late");
		}

		@Bean
		@Order(0)
		@AgiScript("beans/early")
		AgiHandler early() {
			return (agi, request) -> calls.add("early");
		}

	}

	@Component
	static class Default {

		@AgiScript(defaultScript = true)
		void rest(AgiRequest request) {
			calls.add("default for " + request.path());
		}

	}

	@Component
	static class Composed {

		@OwnScript("composed")
		void script() {
			calls.add("composed");
		}

	}

	@OwnScript("handler")
	static class ComposedHandler implements AgiHandler {

		@Override
		public void handle(Agi agi, AgiRequest request) {
			calls.add("composed handler");
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@AgiScript
	@interface OwnScript {

		@AliasFor(annotation = AgiScript.class, attribute = "pattern")
		String value();

	}

	@Lazy
	@Component
	static class LazyScript {

		LazyScript() {
			calls.add("created");
		}

		@AgiScript("lazy")
		void script() {
			calls.add("called");
		}

	}

	@Component
	@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class ScopedScript {

		@Nullable String state;

		@AgiScript("scoped")
		void script() {
			if (this.state == null) {
				this.state = "created";
				calls.add("created");
			}
			calls.add("called");
		}

	}

	@AgiScript("handler")
	@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.INTERFACES)
	static class ScopedHandler implements AgiHandler {

		ScopedHandler() {
			calls.add("created handler");
		}

		@Override
		public void handle(Agi agi, AgiRequest request) {
			calls.add("called handler");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Advice {

		@Bean
		static MethodInterceptor advice() {
			return (invocation) -> {
				calls.add("advice");
				return invocation.proceed();
			};
		}

		static BeanNameAutoProxyCreator proxies(boolean ofClasses) {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames("proxied", "*Demo");
			creator.setInterceptorNames("advice");
			creator.setProxyTargetClass(ofClasses);
			return creator;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Advice.class)
	static class ClassProxies {

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			return Advice.proxies(true);
		}

		@Bean
		Proxied proxied() {
			return new Proxied();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Advice.class)
	static class InterfaceProxies {

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			return Advice.proxies(false);
		}

	}

	static class Proxied {

		@AgiScript("proxied")
		void script() {
			calls.add("proxied");
		}

	}

	static class Hidden implements Comparable<Hidden> {

		@AgiScript("hidden")
		void script() {
		}

		@Override
		public int compareTo(Hidden other) {
			return 0;
		}

	}

	@Component
	static class Named {

		@AgiScript(value = "queue/\\d+", name = "${name}")
		@Order(0)
		void script() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Interceptors {

		@Bean
		AgiInterceptor any() {
			return (agi, request, next) -> next.handle(agi, request);
		}

		@Bean
		@Order(2)
		AgiInterceptor inner() {
			return (agi, request, next) -> next.handle(agi, request);
		}

		@Bean
		@Order(1)
		AgiInterceptor outer() {
			return (agi, request, next) -> next.handle(agi, request);
		}

	}

	interface Contract {

		@AgiScript("abstract/(?<name>\\w+)")
		void implemented(@AgiGroup("name") String name);

		@AgiScript("default")
		default void inDefaultMethod() {
			calls.add("default");
		}

	}

	static class Parent {

		@AgiScript("inherited")
		void inherited() {
			calls.add("inherited");
		}

		@AgiScript("overridden")
		void overridden() {
			calls.add("overridden by nobody");
		}

	}

	@Component
	static class Child extends Parent implements Contract {

		@Override
		void overridden() {
			calls.add("overridden by child");
		}

		@Override
		public void implemented(String name) {
			calls.add("abstract " + name);
		}

	}

	static class OnlyInterface implements Contract {

		@Override
		public void implemented(String name) {
			calls.add("abstract " + name);
		}

	}

	@Component
	@ConditionalOnBooleanProperty("conditional")
	static class Conditional {

		@AgiScript("conditional")
		void script() {
		}

	}

	@Component
	static class Failing {

		@AgiScript("failing")
		void script() throws java.io.IOException {
			throw new java.io.IOException("no");
		}

	}

}
