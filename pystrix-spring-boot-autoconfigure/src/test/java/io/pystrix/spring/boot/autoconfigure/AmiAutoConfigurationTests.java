package io.pystrix.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.ConnectionStateListener;
import io.pystrix.ami.Manager;
import io.pystrix.ami.OverflowPolicy;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.ami.AmiConnectedEvent;
import io.pystrix.spring.ami.AmiConnectionEvent;
import io.pystrix.spring.ami.AmiConnectionEventPublisher;
import io.pystrix.spring.ami.AmiDisconnectedEvent;
import io.pystrix.spring.ami.AmiEventListenerProcessor;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.ami.AmiShuttingDownEvent;
import io.pystrix.spring.ami.ListenerInfo;
import io.pystrix.spring.ami.ManagerLifecycle;
import io.pystrix.spring.ami.ManagerStartException;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link AmiAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class AmiAutoConfigurationTests {

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.emptyRunner.withPropertyValues(
			"asterisk.ami.port=" + this.asterisk.port(), "asterisk.ami.username=admin", "asterisk.ami.password=secret",
			"asterisk.ami.reconnect.initial-delay=20ms", "asterisk.ami.reconnect.max-delay=20ms");

	@Test
	void connectsWhenTheApplicationStarts() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(Manager.class)
				.hasSingleBean(ManagerLifecycle.class)
				.hasSingleBean(AmiConnectionEventPublisher.class)
				.hasSingleBean(AmiEventListenerProcessor.class)
				.hasSingleBean(AmiListenerRegistry.class)
				.hasSingleBean(AmiServers.class)
				.hasSingleBean(PropertiesAmiConnectionDetails.class);
			await().until(context.getBean(Manager.class)::isConnected);
		});
		await().until(() -> this.asterisk.sessions() == 0);
	}

	@Test
	void defaultsAreThoseOfTheCore() {
		this.emptyRunner.run((context) -> {
			try (Manager manager = Manager.builder().build()) {
				Object defaults = ReflectionTestUtils.getField(manager, "settings");
				assertThat(context.getBean(Manager.class)).extracting("settings").isEqualTo(defaults);
			}
		});
	}

	@Test
	void propertiesAreApplied() {
		this.emptyRunner
			.withPropertyValues("asterisk.ami.host=127.0.0.2", "asterisk.ami.port=1", "asterisk.ami.username=me",
					"asterisk.ami.password=pw", "asterisk.ami.connect-timeout=1", "asterisk.ami.action-timeout=2s",
					"asterisk.ami.event-mask=call,system", "asterisk.ami.filters[0]=!Event: RTCP.*",
					"asterisk.ami.filters[1]=action(exclude),name(VarSet)",
					"asterisk.ami.wire-log.masked-names=CallerIDNum,Exten", "asterisk.ami.charset=ISO-8859-1",
					"asterisk.ami.keep-alive.interval=3", "asterisk.ami.keep-alive.timeout=4",
					"asterisk.ami.ssl.verify-hostname=false", "asterisk.ami.reconnect.initial-delay=500",
					"asterisk.ami.reconnect.max-delay=6s", "asterisk.ami.reconnect.multiplier=1.5",
					"asterisk.ami.reconnect.jitter=0.25", "asterisk.ami.reconnect.max-attempts=7",
					"asterisk.ami.listener.queue-capacity=8", "asterisk.ami.listener.overflow=disconnect")
			.run((context) -> {
				assertThat(context.getBean(Manager.class)).extracting("settings")
					.hasFieldOrPropertyWithValue("endpoints", List.of(new AmiEndpoint("127.0.0.2", 1)))
					.hasFieldOrPropertyWithValue("credentials.username", "me")
					.hasFieldOrPropertyWithValue("connectTimeout", Duration.ofSeconds(1))
					.hasFieldOrPropertyWithValue("actionTimeout", Duration.ofSeconds(2))
					.hasFieldOrPropertyWithValue("eventMask", "call,system")
					.hasFieldOrPropertyWithValue("filters", List.of("!Event: RTCP.*", "action(exclude),name(VarSet)"))
					.hasFieldOrPropertyWithValue("wireLogMaskedNames", List.of("CallerIDNum", "Exten"))
					.hasFieldOrPropertyWithValue("charset", StandardCharsets.ISO_8859_1)
					.hasFieldOrPropertyWithValue("verifyHostname", false)
					.hasFieldOrPropertyWithValue("keepAliveInterval", Duration.ofSeconds(3))
					.hasFieldOrPropertyWithValue("keepAliveTimeout", Duration.ofSeconds(4))
					.hasFieldOrPropertyWithValue("reconnect",
							ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(500), Duration.ofSeconds(6))
								.withMultiplier(1.5)
								.withJitter(0.25)
								.withMaxAttempts(7));
				AmiListenerRegistry registry = context.getBean(AmiListenerRegistry.class);
				registry.register("mine", AmiEvent.class, (event, manager) -> {
				});
				assertThat(registry.listeners()).containsExactly(
						new ListenerInfo("mine", "asterisk", "AmiEvent", 0, 8, OverflowPolicy.DISCONNECT, 0));
			});
	}

	@Test
	void hostsReplaceTheHost() {
		this.emptyRunner.withPropertyValues("asterisk.ami.hosts=127.0.0.1:1,localhost", "asterisk.ami.port=2")
			.run((context) -> assertThat(context.getBean(AmiConnectionDetails.class).getEndpoints())
				.containsExactly(new AmiEndpoint("127.0.0.1", 1), new AmiEndpoint("localhost", 2)));
	}

	@Test
	void aHostAndHostsExcludeEachOther() {
		this.emptyRunner.withPropertyValues("asterisk.ami.hosts=127.0.0.1:1", "asterisk.ami.host=localhost")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(MutuallyExclusiveConfigurationPropertiesException.class,
						(ex) -> assertThat(ex.getMutuallyExclusiveNames())
							.containsExactlyInAnyOrder("asterisk.ami.host", "asterisk.ami.hosts")));
	}

	@Test
	void wrongValuesNameTheirProperty() {
		assertInvalid("asterisk.ami.port", "0");
		assertInvalid("asterisk.ami.host", " ");
		assertInvalid("asterisk.ami.hosts", "pbx:x");
		assertInvalid("asterisk.ami.username", "me");
		assertInvalid("asterisk.ami.event-mask", "call,calls");
		assertInvalid("asterisk.ami.event-mask", "");
		assertInvalid("asterisk.ami.primary", "nobody");
		assertInvalid("asterisk.ami.connect-timeout", "0");
		assertInvalid("asterisk.ami.action-timeout", "-1s");
		assertInvalid("asterisk.ami.keep-alive.interval", "-1s");
		assertInvalid("asterisk.ami.keep-alive.timeout", "0");
		assertInvalid("asterisk.ami.reconnect.initial-delay", "-1s");
		assertInvalid("asterisk.ami.reconnect.max-delay", "1ms");
		assertInvalid("asterisk.ami.reconnect.multiplier", "0.5");
		assertInvalid("asterisk.ami.reconnect.jitter", "2");
		assertInvalid("asterisk.ami.reconnect.max-attempts", "-1");
		assertInvalid("asterisk.ami.listener.queue-capacity", "0");
	}

	@Test
	void isNotThereIfDisabled() {
		this.contextRunner.withPropertyValues("asterisk.ami.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Manager.class)
				.doesNotHaveBean(AmiEventListenerProcessor.class));
	}

	@Test
	void isNotThereWithoutTheLibrary() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(Manager.class))
			.run((context) -> assertThat(context).doesNotHaveBean(AmiAutoConfiguration.class));
	}

	@Test
	void backsOff() {
		this.emptyRunner.withUserConfiguration(OwnBeans.class).run((context) -> {
			for (Class<?> type : List.of(Manager.class, ManagerLifecycle.class, AmiConnectionEventPublisher.class,
					AmiEventListenerProcessor.class, AmiListenerRegistry.class, AmiServers.class)) {
				assertThat(context.getBeanNamesForType(type)).as(type.getName())
					.singleElement()
					.asString()
					.startsWith("own");
			}
		});
	}

	@Test
	void connectionDetailsTakeTheirPropertiesPlace() {
		this.emptyRunner.withBean(AmiConnectionDetails.class, Details::new)
			.withPropertyValues("asterisk.ami.port=0", "asterisk.ami.username=ignored")
			.run((context) -> {
				assertThat(context).hasSingleBean(AmiConnectionDetails.class);
				assertThat(context.getBean(Manager.class)).extracting("settings")
					.hasFieldOrPropertyWithValue("endpoints", List.of(new AmiEndpoint("127.0.0.3", 3)))
					.hasFieldOrPropertyWithValue("credentials", null);
			});
	}

	@Test
	void customizersAreCalledInTheirOrder() {
		this.contextRunner.withUserConfiguration(Customizers.class)
			.run((context) -> assertThat(context.getBean(Manager.class)).extracting("settings.actionTimeout")
				.isEqualTo(Duration.ofSeconds(2)));
	}

	@Test
	void startsThoughAsteriskIsDownAndConnectsWhenItIsUp() {
		this.asterisk.stop();
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed();
			this.asterisk.start();
			await().until(context.getBean(Manager.class)::isConnected);
		});
	}

	@Test
	void failsFastIfToldTo() {
		this.asterisk.stop();
		this.contextRunner.withPropertyValues("asterisk.ami.fail-fast=true")
			.run((context) -> assertThat(context).getFailure().rootCause().isInstanceOf(IOException.class));
		this.asterisk.start();
		this.contextRunner.withPropertyValues("asterisk.ami.fail-fast=true", "asterisk.ami.password=wrong")
			.run((context) -> assertThat(context).getFailure().hasCauseInstanceOf(ManagerStartException.class));
	}

	@Test
	void connectsAgainWhenTheContextIsStoppedAndStarted() {
		this.contextRunner.run((context) -> {
			Manager manager = context.getBean(Manager.class);
			await().until(manager::isConnected);
			context.getSourceApplicationContext().stop();
			assertThat(manager.isConnected()).isFalse();
			context.getSourceApplicationContext().start();
			await().until(manager::isConnected);
		});
	}

	@Test
	void publishesWhatHappensToTheConnection() {
		this.contextRunner.withUserConfiguration(Events.class).run((context) -> {
			List<AmiConnectionEvent> events = context.getBean(Events.class).events;
			await().untilAsserted(() -> assertThat(events).last().isInstanceOf(AmiConnectedEvent.class));
			assertThat(events.get(0)).isExactlyInstanceOf(AmiConnectionEvent.class);
			assertThat(events.get(0).manager()).isSameAs(context.getBean(Manager.class));
			assertThat(events.get(0).server()).isEqualTo("asterisk");
			this.asterisk.dropConnections();
			await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(AmiDisconnectedEvent.class));
			await().untilAsserted(() -> assertThat(events).filteredOn(AmiConnectedEvent.class::isInstance).hasSize(2));
			assertThat(events).filteredOn(AmiDisconnectedEvent.class::isInstance)
				.singleElement()
				.satisfies((event) -> assertThat(event.change().cause()).isNotNull());
		});
	}

	@Test
	void publishesThatAsteriskRefusesAllActionsAndThatItExecutesThemAgain() {
		this.contextRunner.withUserConfiguration(Events.class).run((context) -> {
			Manager manager = context.getBean(Manager.class);
			await().until(manager::isConnected);
			this.asterisk.on("Getvar", (request) -> AmiAnswer.error("Asterisk is shutting down"));
			manager.exchange(AmiAction.named("Getvar"));
			manager.exchange(AmiAction.named("Ping"));
			await().untilAsserted(() -> assertThat(context.getBean(Events.class).shutdowns)
				.extracting(AmiShuttingDownEvent::isShuttingDown)
				.containsExactly(true, false));
			assertThat(context.getBean(Events.class).shutdowns)
				.allSatisfy((event) -> assertThat(event.manager()).isSameAs(manager))
				.allSatisfy((event) -> assertThat(event.server())
					.isEqualTo(context.getBean(AmiServers.class).managers().keySet().iterator().next()));
		});
	}

	@Test
	void stateListenersHearOfTheConnection() {
		List<ConnectionState> states = new CopyOnWriteArrayList<>();
		this.contextRunner
			.withBean(ConnectionStateListener.class, () -> (change, manager) -> states.add(change.current()))
			.run((context) -> await().untilAsserted(() -> assertThat(states).containsExactly(ConnectionState.CONNECTING,
					ConnectionState.AUTHENTICATING, ConnectionState.CONNECTED)));
	}

	@Test
	void connectsAndPublishesThoughBeansAreLazy() {
		this.contextRunner.withUserConfiguration(Events.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> await().untilAsserted(() -> assertThat(context.getBean(Events.class).events)
				.hasAtLeastOneElementOfType(AmiConnectedEvent.class)));
	}

	@Test
	void warnsThatItDoesNotLogIn(CapturedOutput output) {
		this.emptyRunner.withPropertyValues("asterisk.ami.port=" + this.asterisk.port()).run((context) -> {
			assertThat(output).contains("No 'asterisk.ami.username'");
			await().until(context.getBean(Manager.class)::isConnected);
		});
		assertThat(this.asterisk.loginAttempts()).isZero();
	}

	private void assertInvalid(String property, String value) {
		this.emptyRunner.withPropertyValues(property + "=" + value)
			.run((context) -> assertThat(context).as(property)
				.getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(property)));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans {

		@Bean
		Manager ownManager() {
			Manager manager = mock();
			given(manager.connectAsync()).willReturn(new CompletableFuture<>());
			return manager;
		}

		@Bean
		ManagerLifecycle ownLifecycle(Manager manager) {
			return new ManagerLifecycle(manager, false);
		}

		@Bean
		AmiServers ownServers(ListableBeanFactory beanFactory) {
			return new AmiServers(beanFactory);
		}

		@Bean
		AmiListenerRegistry ownRegistry(AmiServers servers, ApplicationEventPublisher publisher) {
			return new AmiListenerRegistry(servers, (server) -> CallbackOptions.DEFAULTS, publisher, List.of());
		}

		@Bean
		AmiConnectionEventPublisher ownPublisher(AmiServers servers, ApplicationContext context) {
			return new AmiConnectionEventPublisher(servers, context);
		}

		@Bean
		AmiEventListenerProcessor ownProcessor(ConfigurableListableBeanFactory beanFactory,
				AmiListenerRegistry registry) {
			return new AmiEventListenerProcessor(beanFactory, registry);
		}

	}

	static class Details implements AmiConnectionDetails {

		@Override
		public List<AmiEndpoint> getEndpoints() {
			return List.of(new AmiEndpoint("127.0.0.3", 3));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		ManagerBuilderCustomizer last() {
			return (builder) -> builder.actionTimeout(Duration.ofSeconds(2));
		}

		@Bean
		@Order(1)
		ManagerBuilderCustomizer first() {
			return (builder) -> builder.actionTimeout(Duration.ofSeconds(1));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Events {

		final List<AmiConnectionEvent> events = new CopyOnWriteArrayList<>();

		final List<AmiShuttingDownEvent> shutdowns = new CopyOnWriteArrayList<>();

		@EventListener
		void on(AmiConnectionEvent event) {
			this.events.add(event);
		}

		@EventListener
		void on(AmiShuttingDownEvent event) {
			this.shutdowns.add(event);
		}

	}

}
