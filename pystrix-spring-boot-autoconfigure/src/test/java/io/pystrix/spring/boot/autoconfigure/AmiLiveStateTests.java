package io.pystrix.spring.boot.autoconfigure;

import java.util.Map;

import io.pystrix.ami.Manager;
import io.pystrix.ami.control.Calls;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for live states and the control of calls in {@link AmiAutoConfiguration}.
 */
@Timeout(120)
class AmiLiveStateTests {

	@AutoClose
	private final AmiSimulator asterisk = BusyAsterisk.start();

	private final ApplicationContextRunner emptyRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class))
		.withPropertyValues("asterisk.ami.username=admin", "asterisk.ami.password=secret");

	private final ApplicationContextRunner singleRunner = this.emptyRunner
		.withPropertyValues("asterisk.ami.port=" + this.asterisk.port());

	private final ApplicationContextRunner severalRunner = this.emptyRunner.withPropertyValues(
			"asterisk.ami.servers.berlin.port=" + this.asterisk.port(),
			"asterisk.ami.servers.paris.port=" + this.asterisk.port());

	@Test
	void followsFromTheFirstConnectOnUntilTheContextIsClosed() {
		AsteriskState[] states = new AsteriskState[1];
		this.singleRunner.withPropertyValues("asterisk.ami.live.enabled=true").run((context) -> {
			states[0] = context.getBean("asteriskState", AsteriskState.class);
			await().until(() -> states[0].status() == SyncStatus.LIVE);
			assertThat(states[0].channels()).hasSize(2);
			assertThat(states[0].queue("sales").orElseThrow().callers()).hasSize(1);
			assertThat(context.getBean(AmiServers.class).states()).containsOnlyKeys("asterisk")
				.containsValue(states[0]);
			assertThat(context).hasSingleBean(Calls.class);
			assertClosedBefore(context, "asteriskState", "asteriskManager");
			assertClosedBefore(context, "asteriskCalls", "asteriskState");
		});
		assertThat(states[0].status()).isEqualTo(SyncStatus.STALE);
		assertThat(states[0].channels()).hasSize(2);
	}

	@Test
	void isNotThereUnlessAskedFor() {
		this.singleRunner.run((context) -> {
			assertThat(context).doesNotHaveBean(AsteriskState.class).doesNotHaveBean(Calls.class);
			assertThat(context.getBean(AmiServers.class).states()).isEmpty();
		});
		this.singleRunner.withPropertyValues("asterisk.ami.live.enabled=true", "asterisk.ami.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AsteriskState.class));
		this.severalRunner.run((context) -> assertThat(context).doesNotHaveBean(AsteriskState.class));
	}

	@Test
	void backsOff() {
		this.singleRunner.withPropertyValues("asterisk.ami.live.enabled=true")
			.withUserConfiguration(OwnState.class)
			.run((context) -> {
				assertThat(context).getBeanNames(AsteriskState.class).containsExactly("own");
				assertThat(context).getBeanNames(Calls.class).containsExactly("ownCalls");
				assertThat(context.getBean(AmiServers.class).states().get("asterisk"))
					.isSameAs(context.getBean(AsteriskState.class));
			});
	}

	@Test
	void isNamedAsTheManagerThatItFollows() {
		this.singleRunner.withPropertyValues("asterisk.ami.live.enabled=true")
			.withBean("pbxManager", Manager.class, () -> Manager.builder().port(this.asterisk.port()).build())
			.run((context) -> {
				assertThat(context.getBean(AsteriskState.class).manager()).isSameAs(context.getBean("pbxManager"));
				assertThat(context.getBean(AmiServers.class).states()).containsOnlyKeys("pbx");
			});
	}

	@Test
	void followsWhenItIsAskedForIfBeansAreLazy() {
		this.singleRunner.withPropertyValues("asterisk.ami.live.enabled=true")
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				await().until(context.getBean(Manager.class)::isConnected);
				AsteriskState state = context.getBean(AsteriskState.class);
				await().until(() -> state.status() == SyncStatus.LIVE);
			});
	}

	@Test
	void eachOfSeveralServersHasItsState() {
		this.severalRunner.withPropertyValues("asterisk.ami.live.enabled=true", "asterisk.ami.primary=paris")
			.withUserConfiguration(Injected.class)
			.run((context) -> {
				Injected injected = context.getBean(Injected.class);
				assertThat(injected.berlin).isSameAs(context.getBean("berlinState"));
				assertThat(injected.primary).isSameAs(context.getBean("parisState"));
				assertThat(context.getBean(AmiServers.class).states())
					.containsExactly(Map.entry("berlin", injected.berlin), Map.entry("paris", injected.primary));
				assertThat(injected.berlin.manager()).isSameAs(context.getBean("berlinManager"));
				await().until(() -> injected.berlin.status() == SyncStatus.LIVE
						&& injected.primary.status() == SyncStatus.LIVE);
				assertThat(injected.calls).isSameAs(context.getBean("berlinCalls"));
				assertThat(context).getBeanNames(Calls.class).containsExactly("berlinCalls", "parisCalls");
				assertClosedBefore(context, "berlinState", "berlinManager");
				assertClosedBefore(context, "berlinCalls", "berlinState");
			});
	}

	@Test
	void aServerMaySayOtherwise() {
		this.severalRunner
			.withPropertyValues("asterisk.ami.live.enabled=true", "asterisk.ami.servers.paris.live.enabled=false")
			.run((context) -> assertThat(context).getBeanNames(AsteriskState.class).containsExactly("berlinState"));
		this.severalRunner.withPropertyValues("asterisk.ami.servers.paris.live.enabled=true")
			.run((context) -> assertThat(context).getBeanNames(AsteriskState.class).containsExactly("parisState"));
	}

	@Test
	void aStateOfTheServersNameTakesItsPlace() {
		this.severalRunner.withPropertyValues("asterisk.ami.live.enabled=true")
			.withUserConfiguration(OwnBerlinState.class)
			.run((context) -> {
				assertThat(context).getBeanNames(AsteriskState.class)
					.containsExactlyInAnyOrder("berlinState", "parisState");
				assertThat(context.getBean(OwnBerlinState.class).made).isSameAs(context.getBean("berlinState"));
			});
	}

	private static void assertClosedBefore(AssertableApplicationContext context, String first, String second) {
		assertThat(context.getSourceApplicationContext().getBeanFactory().getDependentBeans(second)).contains(first);
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnState {

		@Bean
		AsteriskState own(Manager manager) {
			return new AsteriskState(manager);
		}

		@Bean
		Calls ownCalls(Manager manager, AsteriskState state) {
			return new Calls(manager, state);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBerlinState {

		private AsteriskState made;

		@Bean
		AsteriskState berlinState(@Qualifier("berlin") Manager manager) {
			this.made = new AsteriskState(manager);
			return this.made;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Injected {

		private final AsteriskState berlin;

		private final AsteriskState primary;

		private final Calls calls;

		Injected(@Qualifier("berlin") AsteriskState berlin, AsteriskState primary, @Qualifier("berlin") Calls calls) {
			this.berlin = berlin;
			this.primary = primary;
			this.calls = calls;
		}

	}

}
