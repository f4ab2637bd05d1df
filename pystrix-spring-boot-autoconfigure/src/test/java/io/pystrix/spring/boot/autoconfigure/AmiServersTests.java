package io.pystrix.spring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.OverflowPolicy;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.spring.ami.AmiConnectedEvent;
import io.pystrix.spring.ami.AmiEventListener;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.ami.ListenerInfo;
import io.pystrix.spring.ami.ManagerLifecycle;
import io.pystrix.spring.boot.autoconfigure.health.AmiHealthContributorAutoConfiguration;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for several servers in {@link AmiAutoConfiguration}.
 */
@Timeout(120)
class AmiServersTests {

	@AutoClose
	private final AmiSimulator berlin = AmiSimulator.builder().account("admin", "secret").build().start();

	@AutoClose
	private final AmiSimulator paris = AmiSimulator.builder().account("paris", "geheim").build().start();

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(AmiAutoConfiguration.class, AmiHealthContributorAutoConfiguration.class));

	private final ApplicationContextRunner contextRunner = this.emptyRunner.withPropertyValues(
			"asterisk.ami.username=admin", "asterisk.ami.password=secret",
			"asterisk.ami.servers.berlin.port=" + this.berlin.port(),
			"asterisk.ami.servers.paris.hosts=127.0.0.1:" + this.paris.port(),
			"asterisk.ami.servers.paris.username=paris", "asterisk.ami.servers.paris.password=geheim");

	@Test
	void eachServerHasItsManagerAndLifecycle() {
		this.contextRunner.withUserConfiguration(Injected.class).run((context) -> {
			assertThat(context.getBeansOfType(Manager.class)).containsOnlyKeys("berlinManager", "parisManager");
			assertThat(context.getBeansOfType(AmiConnectionDetails.class))
				.containsOnlyKeys("berlinAmiConnectionDetails", "parisAmiConnectionDetails");
			assertThat(context.getBeansOfType(ManagerLifecycle.class)).containsOnlyKeys("berlinManagerLifecycle",
					"parisManagerLifecycle");
			Injected injected = context.getBean(Injected.class);
			assertThat(injected.berlin).isSameAs(context.getBean("berlinManager"));
			assertThat(injected.paris).isSameAs(context.getBean("parisManager"));
			assertThat(injected.servers.managers())
				.isEqualTo(Map.of("berlin", injected.berlin, "paris", injected.paris));
			await().until(() -> injected.berlin.isConnected() && injected.paris.isConnected());
			context.getBean("parisManagerLifecycle", ManagerLifecycle.class).stop();
			assertThat(injected.paris.isConnected()).isFalse();
			assertThat(injected.berlin.isConnected()).isTrue();
		});
		await().until(() -> this.berlin.sessions() == 0 && this.paris.sessions() == 0);
	}

	@Test
	void whatAServerDoesNotSayIsAsSaidForAll() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.action-timeout=3s", "asterisk.ami.filters=a,b",
					"asterisk.ami.keep-alive.interval=20s", "asterisk.ami.servers.paris.keep-alive.timeout=2s",
					"asterisk.ami.servers.paris.action-timeout=4s", "asterisk.ami.servers.paris.filters=c")
			.run((context) -> {
				assertThat(context.getBean("berlinManager")).extracting("settings")
					.hasFieldOrPropertyWithValue("endpoints", List.of(new AmiEndpoint("localhost", this.berlin.port())))
					.hasFieldOrPropertyWithValue("credentials.username", "admin")
					.hasFieldOrPropertyWithValue("actionTimeout", Duration.ofSeconds(3))
					.hasFieldOrPropertyWithValue("filters", List.of("a", "b"))
					.hasFieldOrPropertyWithValue("keepAliveInterval", Duration.ofSeconds(20))
					.hasFieldOrPropertyWithValue("keepAliveTimeout", Duration.ofSeconds(5));
				assertThat(context.getBean("parisManager")).extracting("settings")
					.hasFieldOrPropertyWithValue("endpoints", List.of(new AmiEndpoint("127.0.0.1", this.paris.port())))
					.hasFieldOrPropertyWithValue("credentials.username", "paris")
					.hasFieldOrPropertyWithValue("actionTimeout", Duration.ofSeconds(4))
					.hasFieldOrPropertyWithValue("filters", List.of("c"))
					.hasFieldOrPropertyWithValue("keepAliveInterval", Duration.ofSeconds(20))
					.hasFieldOrPropertyWithValue("keepAliveTimeout", Duration.ofSeconds(2));
			});
	}

	@Test
	void listenersHearOneServerOrAll() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.listener.queue-capacity=7", "where=paris",
					"asterisk.ami.servers.paris.listener.queue-capacity=9",
					"asterisk.ami.servers.paris.listener.overflow=drop-newest")
			.withUserConfiguration(Listeners.class)
			.run((context) -> {
				List<String> heard = context.getBean(Listeners.class).heard;
				Map<String, Manager> managers = context.getBean(AmiServers.class).managers();
				await().until(() -> managers.values().stream().allMatch(Manager::isConnected));
				this.berlin.broadcast(AmiFrame.event("Hangup").with("Channel", "b"));
				this.paris.broadcast(AmiFrame.event("Hangup").with("Channel", "p"));
				await().untilAsserted(
						() -> assertThat(heard).containsExactlyInAnyOrder("paris p", "all b berlin", "all p paris"));
				assertThat(context.getBean(AmiListenerRegistry.class).listeners()).containsExactlyInAnyOrder(
						new ListenerInfo("there", "paris", "HangupEvent", 0, 9, OverflowPolicy.DROP_NEWEST, 0),
						new ListenerInfo("everywhere", "berlin", "HangupEvent", 0, 7, OverflowPolicy.DROP_OLDEST, 0),
						new ListenerInfo("everywhere", "paris", "HangupEvent", 0, 9, OverflowPolicy.DROP_NEWEST, 0));
			});
	}

	@Test
	void connectionEventsSayWhichServer() {
		this.contextRunner.withUserConfiguration(Connected.class)
			.run((context) -> await().untilAsserted(() -> assertThat(context.getBean(Connected.class).servers)
				.containsExactlyInAnyOrder("berlin", "paris")));
	}

	@Test
	void healthHasAnEntryForEachServer() {
		this.contextRunner.run((context) -> assertThat(context.getBean("amiHealthContributor")).isInstanceOfSatisfying(
				CompositeHealthContributor.class,
				(composite) -> assertThat(composite.stream()).extracting(HealthContributors.Entry::name)
					.containsExactlyInAnyOrder("berlin", "paris")));
	}

	@Test
	void oneManagerMayBeThePrimaryOne() {
		this.contextRunner.run((context) -> assertThatExceptionOfType(NoUniqueBeanDefinitionException.class)
			.isThrownBy(() -> context.getBean(Manager.class)));
		this.contextRunner.withPropertyValues("asterisk.ami.primary=paris")
			.run((context) -> assertThat(context.getBean(Manager.class)).isSameAs(context.getBean("parisManager")));
	}

	@Test
	void detailsOfTheServersNameTakeItsPropertiesPlace() {
		AmiEndpoint elsewhere = new AmiEndpoint("127.0.0.3", 3);
		this.contextRunner
			.withBean("parisAmiConnectionDetails", AmiConnectionDetails.class, () -> () -> List.of(elsewhere))
			.run((context) -> {
				assertThat(context.getBean("parisManager")).extracting("settings")
					.hasFieldOrPropertyWithValue("endpoints", List.of(elsewhere))
					.hasFieldOrPropertyWithValue("credentials", null);
				assertThat(context.getBean("berlinManager")).extracting("settings.endpoints")
					.isEqualTo(List.of(new AmiEndpoint("localhost", this.berlin.port())));
			});
	}

	@Test
	void aManagerOfTheServersNameTakesItsPlace() {
		this.contextRunner
			.withBean("parisManager", Manager.class, () -> Manager.builder().port(this.paris.port()).build())
			.run((context) -> {
				Manager own = context.getBean("parisManager", Manager.class);
				assertThat(own).extracting("settings.credentials").isNull();
				await().until(own::isConnected);
			});
	}

	@Test
	void customizersKnowTheServer() {
		this.contextRunner.withUserConfiguration(Customizer.class).run((context) -> {
			assertThat(context.getBean("berlinManager")).extracting("settings.actionTimeout")
				.isEqualTo(Duration.ofSeconds(6));
			assertThat(context.getBean("parisManager")).extracting("settings.actionTimeout")
				.isEqualTo(Duration.ofSeconds(5));
		});
	}

	@Test
	void aNameMayHoldAnything() {
		this.emptyRunner.withPropertyValues("asterisk.ami.servers[Berlin.Mitte 2].port=7").run((context) -> {
			assertThat(context.getBean(AmiServers.class).managers()).containsOnlyKeys("Berlin.Mitte 2");
			assertThat(context.getBean("Berlin.Mitte 2Manager")).extracting("settings.endpoints")
				.isEqualTo(List.of(new AmiEndpoint("localhost", 7)));
		});
	}

	@Test
	void wrongValuesNameThePropertyThatHoldsThem() {
		assertInvalid("asterisk.ami.servers.berlin.port", "0");
		assertInvalid("asterisk.ami.servers.berlin.action-timeout", "-1s");
		assertInvalid("asterisk.ami.servers.berlin.reconnect.jitter", "2");
		assertInvalid("asterisk.ami.servers[Mitte.2].event-mask", "calls");
		assertInvalid("asterisk.ami.action-timeout", "-1s");
		assertInvalid("asterisk.ami.primary", "rome");
	}

	@Test
	void serversExcludeAHostForAll() {
		for (String property : Set.of("asterisk.ami.host", "asterisk.ami.hosts")) {
			this.contextRunner.withPropertyValues(property + "=pbx")
				.run((context) -> assertThat(context).getFailure()
					.isInstanceOfSatisfying(MutuallyExclusiveConfigurationPropertiesException.class,
							(ex) -> assertThat(ex.getConfiguredNames()).containsExactlyInAnyOrder(property,
									"asterisk.ami.servers.berlin.port")));
		}
	}

	private void assertInvalid(String property, String value) {
		this.emptyRunner.withPropertyValues("asterisk.ami.servers.berlin.charset=UTF-8", property + "=" + value)
			.run((context) -> assertThat(context).as(property)
				.getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo(property)));
	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		private final Manager berlin;

		private final Manager paris;

		private final AmiServers servers;

		Injected(@Qualifier("berlin") Manager berlin, @Qualifier("paris") Manager paris, AmiServers servers) {
			this.berlin = berlin;
			this.paris = paris;
			this.servers = servers;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		private final AmiServers servers;

		Listeners(AmiServers servers) {
			this.servers = servers;
		}

		@AmiEventListener(id = "there", server = "${where}")
		void paris(HangupEvent event) {
			this.heard.add("paris " + event.channel());
		}

		@AmiEventListener(id = "everywhere")
		void all(HangupEvent event, Manager manager) {
			String server = (manager == this.servers.manager("paris")) ? "paris" : "berlin";
			this.heard.add("all " + event.channel() + " " + server);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Connected {

		private final List<String> servers = new CopyOnWriteArrayList<>();

		@EventListener
		void on(AmiConnectedEvent event) {
			this.servers.add(event.server());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizer {

		@Bean
		ManagerBuilderCustomizer length() {
			return new ManagerBuilderCustomizer() {

				@Override
				public void customize(ManagerBuilder builder) {
					throw new IllegalStateException("Not asked for the server");
				}

				@Override
				public void customize(String server, ManagerBuilder builder) {
					builder.actionTimeout(Duration.ofSeconds(server.length()));
				}

			};
		}

	}

}
