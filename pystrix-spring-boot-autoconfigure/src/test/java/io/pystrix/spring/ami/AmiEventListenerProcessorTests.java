package io.pystrix.spring.ami;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import io.pystrix.ami.OverflowPolicy;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.NewchannelEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.support.InvalidHandlerException;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link AmiEventListenerProcessor}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AmiEventListenerProcessorTests {

	private static final List<String> calls = new CopyOnWriteArrayList<>();

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Processor.class)
		.withInitializer((context) -> calls.clear())
		.withBean(Manager.class,
				() -> Manager.builder().port(this.asterisk.port()).credentials("admin", "secret").build());

	@Test
	void theTypeOfTheParameterSaysWhichEvents() {
		run(ByType.class, (context) -> {
			send("Newchannel", "Hangup", "Unheard");
			await().untilAsserted(() -> assertThat(calls).contains("hangup at " + context.getBean(Manager.class),
					"any Newchannel", "any Hangup", "any Unheard"));
			assertThat(calls).filteredOn((call) -> call.startsWith("hangup")).hasSize(1);
		});
	}

	@Test
	void eventsAreNamedInOrderOrMatched() {
		run(ByName.class, (context) -> {
			send("Newchannel", "QueueMemberAdded", "NewchannelX", "Hangup", "XQueue", "Newchannel", "Done");
			await().untilAsserted(() -> assertThat(calls).contains("done"));
			await().untilAsserted(() -> assertThat(calls).filteredOn((call) -> call.startsWith("named"))
				.containsExactly("named Newchannel", "named Hangup", "named Newchannel"));
			await().untilAsserted(() -> assertThat(calls).filteredOn((call) -> call.startsWith("matched"))
				.containsExactly("matched QueueMemberAdded"));
		});
	}

	@Test
	void lazyScopedAndProxiedBeansListen() {
		run(context(LazyListener.class, ScopedListener.class, Proxies.class), (context) -> {
			assertThat(calls).isEmpty();
			send("Hangup");
			await().untilAsserted(() -> assertThat(calls).containsExactlyInAnyOrder("lazy created", "lazy called",
					"scoped called", "advice", "proxied called"));
		});
	}

	@Test
	void aFailureIsLoggedOnceAndTheListenerGoesOn(CapturedOutput output) {
		run(Failing.class, (context) -> {
			send("Hangup", "Hangup");
			await().untilAsserted(() -> assertThat(calls).hasSize(2));
			await().untilAsserted(() -> assertThat(output).contains("no luck 2"));
			assertThat(output.toString()
				.split("AMI listener 'faulty' failed at Hangup: "
						+ "method Failing.fail\\(HangupEvent\\) of bean 'failing'"))
				.hasSize(3);
			assertThat(output).doesNotContain("InvocationTargetException").doesNotContain("Callback 'faulty' failed");
		});
	}

	@Test
	void optionsComeFromTheAnnotationOrTheDefaults() {
		Manager manager = mock();
		new ApplicationContextRunner().withUserConfiguration(Processor.class, Options.class)
			.withBean(Manager.class, () -> manager)
			.withPropertyValues("name=fast")
			.run((context) -> {
				ArgumentCaptor<CallbackOptions> options = ArgumentCaptor.captor();
				verify(manager, atLeastOnce()).registerCallback(ArgumentMatchers.<Class<AmiEvent>>any(), any(),
						options.capture());
				assertThat(options.getAllValues()).containsExactlyInAnyOrder(
						CallbackOptions.DEFAULTS.withName("options.plain")
							.withQueueCapacity(77)
							.withOverflow(OverflowPolicy.DROP_NEWEST),
						CallbackOptions.DEFAULTS.withName("fast-lane")
							.withQueueCapacity(5)
							.withOverflow(OverflowPolicy.DISCONNECT));
			});
	}

	@Test
	void overloadedMethodsAreToldApart() {
		Manager manager = mock();
		new ApplicationContextRunner().withUserConfiguration(Processor.class)
			.withBean("overloaded", Overloaded.class)
			.withBean(Manager.class, () -> manager)
			.run((context) -> {
				ArgumentCaptor<CallbackOptions> options = ArgumentCaptor.captor();
				verify(manager, atLeastOnce()).registerCallback(ArgumentMatchers.<Class<AmiEvent>>any(), any(),
						options.capture());
				assertThat(options.getAllValues()).extracting(CallbackOptions::name).doesNotHaveDuplicates().hasSize(2);
			});
	}

	@Test
	void aConditionDecidesForEachEvent() {
		run(context(Conditional.class).withPropertyValues("technology=PJSIP"), (context) -> {
			this.asterisk.broadcast(AmiFrame.event("Hangup").with("Channel", "SIP/1"));
			this.asterisk.broadcast(AmiFrame.event("Hangup").with("Channel", "PJSIP/2"));
			this.asterisk.broadcast(AmiFrame.event("Hangup"));
			this.asterisk.broadcast(AmiFrame.event("Hangup").with("Channel", "PJSIP/3"));
			await().untilAsserted(() -> assertThat(calls).filteredOn((call) -> call.startsWith("met"))
				.containsExactly("met 2", "met 3"));
			await().untilAsserted(() -> assertThat(calls).filteredOn((call) -> call.startsWith("named"))
				.containsExactly("named SIP/1", "named PJSIP/2", "named PJSIP/3"));
		});
	}

	@Test
	void aConditionThatFailsIsAFailureOfTheListener(CapturedOutput output) {
		run(FailingCondition.class, (context) -> {
			send("Hangup", "Hangup");
			await().untilAsserted(
					() -> assertThat(output.toString().split("AMI listener 'odd' failed at Hangup")).hasSize(3));
			assertThat(calls).isEmpty();
		});
	}

	@Test
	void resolversProvideOtherArguments() {
		run(Resolved.class, (context) -> {
			send("Hangup");
			await().untilAsserted(() -> assertThat(calls).containsExactly("Hangup PJSIP/100-1"));
		});
	}

	@Test
	void composedInheritedAndInterfaceAnnotationsAreFound() {
		run(context(Composed.class, Inheriting.class, Implementing.class), (context) -> {
			assertThat(calls).isEmpty();
			send("Hangup");
			await().untilAsserted(() -> assertThat(calls).containsExactlyInAnyOrder("composed", "inherited", "default",
					"implemented"));
		});
	}

	@Test
	void mistakesNameTheBeanAndTheMethod() {
		assertFailure(NoEvent.class, "method NoEvent.listen() of bean", "It needs a parameter that is an AmiEvent");
		assertFailure(Lost.class, "method Lost.listen(EventsLostEvent)", "sends no EventsLostEvent");
		assertFailure(Strange.class, "method Strange.listen(AmiEvent, String)", "of type java.lang.String");
		assertFailure(TwoEvents.class, "method TwoEvents.listen(HangupEvent, NewchannelEvent)", "one AmiEvent");
		assertFailure(Both.class, "method Both.listen()", "not both");
		assertFailure(EmptyName.class, "method EmptyName.listen()", "must not be empty");
		assertFailure(TypedByName.class, "method TypedByName.listen(HangupEvent)", "not a HangupEvent");
		assertFailure(BadPattern.class, "method BadPattern.listen()", "'a(b' is no regular expression");
		assertFailure(BadCapacity.class, "method BadCapacity.listen(AmiEvent)", "must be 1 at least, not 0");
		assertFailure(SameId.class, "There is a listener with the id 'same' already: method SameId.");
		assertFailure(BadCondition.class, "method BadCondition.listen(AmiEvent)",
				"The condition '#event.(' is no expression");
		assertFailure(Returning.class, "method Returning.listen(AmiEvent)", "returns a value");
	}

	@Test
	void theManagerIsNotAskedForWithoutListeners() {
		new ApplicationContextRunner().withUserConfiguration(Processor.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private ApplicationContextRunner context(Class<?>... configurations) {
		return this.contextRunner.withUserConfiguration(configurations);
	}

	private void run(Class<?> configuration, ContextConsumer<AssertableApplicationContext> consumer) {
		run(context(configuration), consumer);
	}

	private void run(ApplicationContextRunner runner, ContextConsumer<AssertableApplicationContext> consumer) {
		runner.run((context) -> {
			context.getBean(Manager.class).connect();
			consumer.accept(context);
		});
	}

	private void send(String... events) {
		for (String event : events) {
			this.asterisk.broadcast(AmiFrame.event(event).with("Channel", "PJSIP/100-1"));
		}
	}

	private void assertFailure(Class<?> configuration, String... messages) {
		context(configuration).run((context) -> assertThat(context).getFailure()
			.isInstanceOf(InvalidHandlerException.class)
			.hasMessageContainingAll(messages));
	}

	@Configuration(proxyBeanMethods = false)
	static class Processor {

		@Bean
		AmiEventListenerProcessor processor(ConfigurableListableBeanFactory beanFactory,
				ApplicationEventPublisher publisher) {
			return new AmiEventListenerProcessor(beanFactory, new AmiListenerRegistry(new AmiServers(beanFactory),
					(server) -> CallbackOptions.DEFAULTS.withQueueCapacity(77).withOverflow(OverflowPolicy.DROP_NEWEST),
					publisher, List.of()));
		}

	}

	@Component
	static class ByType {

		@AmiEventListener
		void hangup(Manager manager, HangupEvent event) {
			calls.add("hangup at " + manager);
		}

		@AmiEventListener
		void any(AmiEvent event) {
			calls.add("any " + event.name());
		}

	}

	@Component
	static class ByName {

		@AmiEventListener(names = { "Newchannel", "Hangup" })
		void named(AmiEvent event) {
			calls.add("named " + event.name());
		}

		@AmiEventListener(pattern = "Queue.*")
		void matched(AmiEvent event, Manager manager) {
			calls.add("matched " + event.name());
		}

		@AmiEventListener(names = "Done")
		void done() {
			calls.add("done");
		}

	}

	@Lazy
	@Component
	static class LazyListener {

		LazyListener() {
			calls.add("lazy created");
		}

		@AmiEventListener
		void listen(HangupEvent event) {
			calls.add("lazy called");
		}

	}

	@Component
	@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class ScopedListener {

		@AmiEventListener
		void listen(HangupEvent event) {
			calls.add("scoped called");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxies {

		@Bean
		static MethodInterceptor advice() {
			return (invocation) -> {
				calls.add("advice");
				return invocation.proceed();
			};
		}

		@Bean
		static BeanNameAutoProxyCreator proxies() {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames("proxied");
			creator.setInterceptorNames("advice");
			creator.setProxyTargetClass(true);
			return creator;
		}

		@Bean
		Proxied proxied() {
			return new Proxied();
		}

	}

	static class Proxied {

		@AmiEventListener
		void listen(HangupEvent event) {
			calls.add("proxied called");
		}

	}

	@Component("failing")
	static class Failing {

		@AmiEventListener(id = "faulty")
		void fail(HangupEvent event) {
			calls.add("called");
			throw new IllegalStateException("no luck " + calls.size());
		}

	}

	@Component("options")
	static class Options {

		@AmiEventListener
		void plain(HangupEvent event) {
		}

		@AmiEventListener(id = "${name}-lane", queueCapacity = 5, overflow = OverflowPolicy.DISCONNECT)
		void special(HangupEvent event) {
		}

	}

	static class Overloaded {

		@AmiEventListener
		void listen(HangupEvent event) {
		}

		@AmiEventListener
		void listen(NewchannelEvent event) {
		}

	}

	@Component
	static class NoEvent {

		@AmiEventListener
		void listen() {
		}

	}

	@Component
	static class Lost {

		@AmiEventListener
		void listen(EventsLostEvent event) {
		}

	}

	@Component
	static class Strange {

		@AmiEventListener
		void listen(AmiEvent event, String text) {
		}

	}

	@Component
	static class TwoEvents {

		@AmiEventListener
		void listen(HangupEvent event, NewchannelEvent other) {
		}

	}

	@Component
	static class Both {

		@AmiEventListener(names = "Hangup", pattern = "Queue.*")
		void listen() {
		}

	}

	@Component
	static class EmptyName {

		@AmiEventListener(names = "")
		void listen() {
		}

	}

	@Component
	static class TypedByName {

		@AmiEventListener(names = "Hangup")
		void listen(HangupEvent event) {
		}

	}

	@Component
	static class BadPattern {

		@AmiEventListener(pattern = "a(b")
		void listen() {
		}

	}

	@Component
	static class BadCapacity {

		@AmiEventListener(queueCapacity = 0)
		void listen(AmiEvent event) {
		}

	}

	@Component
	static class SameId {

		@AmiEventListener(id = "same")
		void one(AmiEvent event) {
		}

		@AmiEventListener(id = "same")
		void two(AmiEvent event) {
		}

	}

	@Component
	static class BadCondition {

		@AmiEventListener(condition = "#event.(")
		void listen(AmiEvent event) {
		}

	}

	@Component
	static class Conditional {

		@AmiEventListener(
				condition = "#event.channel?.startsWith('${technology}/') and @answer.equals(42) and #manager.isConnected()")
		void met(HangupEvent event) {
			calls.add("met " + event.get("Channel").substring(6));
		}

		@AmiEventListener(names = "Hangup", condition = "#event.get('Channel') != null")
		void named(AmiEvent event) {
			calls.add("named " + event.get("Channel"));
		}

		@Bean
		static Integer answer() {
			return 42;
		}

	}

	@Component
	static class FailingCondition {

		@AmiEventListener(id = "odd", condition = "#event.nothing")
		void listen(HangupEvent event) {
			calls.add("called");
		}

	}

	@Component
	static class Resolved {

		@AmiEventListener
		void listen(HangupEvent event, String channel) {
			calls.add(event.name() + " " + channel);
		}

		@Bean
		static AmiMethodArgumentResolver channels() {
			return new AmiMethodArgumentResolver() {

				@Override
				public boolean supports(MethodParameter parameter) {
					return parameter.getParameterType() == String.class;
				}

				@Override
				public Object resolve(MethodParameter parameter, AmiEvent event, Manager manager) {
					return event.get("Channel");
				}

			};
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@AmiEventListener
	@interface OnCalls {

		@AliasFor(annotation = AmiEventListener.class)
		String condition();

	}

	@Component
	static class Composed {

		@OnCalls(condition = "#event.name() == 'Hangup'")
		void listen(AmiEvent event) {
			calls.add("composed");
		}

	}

	static class Base {

		@AmiEventListener
		void listen(HangupEvent event) {
			calls.add("inherited");
		}

	}

	@Component
	static class Inheriting extends Base {

	}

	interface Contract {

		@AmiEventListener
		default void byDefault(HangupEvent event) {
			calls.add("default");
		}

		@AmiEventListener
		void listen(HangupEvent event);

	}

	@Component
	static class Implementing implements Contract {

		@Override
		public void listen(HangupEvent event) {
			calls.add("implemented");
		}

	}

	@Component
	static class Returning {

		@AmiEventListener
		String listen(AmiEvent event) {
			return "";
		}

	}

}
