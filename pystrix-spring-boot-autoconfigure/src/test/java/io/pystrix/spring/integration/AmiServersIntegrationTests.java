package io.pystrix.spring.integration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.ami.AmiEventListener;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One real Asterisk as two servers, one of them secured by TLS.
 */
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_TLS_CERTIFICATE", matches = ".+")
@Timeout(120)
class AmiServersIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, SslAutoConfiguration.class))
		// Which would set asterisk.ami.host
		.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
		.withPropertyValues("asterisk.ami.username=" + System.getenv("ASTERISK_AMI_USERNAME"),
				"asterisk.ami.password=" + System.getenv("ASTERISK_AMI_PASSWORD"),
				"spring.ssl.bundle.pem.pbx.truststore.certificate=file:"
						+ System.getenv("ASTERISK_AMI_TLS_CERTIFICATE"),
				"asterisk.ami.servers.plain.host=" + System.getenv("ASTERISK_AMI_HOST"),
				"asterisk.ami.servers.plain.port=" + System.getenv("ASTERISK_AMI_PORT"),
				"asterisk.ami.servers.secured.host=" + System.getenv("ASTERISK_AMI_HOST"),
				"asterisk.ami.servers.secured.port=" + System.getenv("ASTERISK_AMI_TLS_PORT"),
				"asterisk.ami.servers.secured.ssl.bundle=pbx");

	@Test
	void listenersHearTheSecuredServerAndAll() {
		this.contextRunner.withUserConfiguration(Listeners.class).run((context) -> {
			AmiServers servers = context.getBean(AmiServers.class);
			await().until(() -> servers.managers().values().stream().allMatch(Manager::isConnected));
			servers.manager("secured")
				.sendAction(AmiAction.named("UserEvent").with("UserEvent", "Wiring").with("Text", "hello"));
			List<String> heard = context.getBean(Listeners.class).heard;
			await().untilAsserted(
					() -> assertThat(heard).containsExactlyInAnyOrder("all hello", "all hello", "secured hello"));
		});
	}

	@Test
	void aCertificateThatNobodyTrustsIsRefused() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.servers.secured.ssl.enabled=true",
					"asterisk.ami.servers.secured.ssl.bundle=")
			.run((context) -> {
				Manager manager = context.getBean("securedManager", Manager.class);
				await().untilAsserted(
						() -> assertThat(manager.status().lastFailure()).isNotNull().hasMessageContaining("PKIX"));
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		@AmiEventListener(names = "UserEvent", condition = "#event.get('UserEvent') == 'Wiring'")
		void all(AmiEvent event) {
			this.heard.add("all " + event.get("Text"));
		}

		@AmiEventListener(names = "UserEvent", server = "secured", condition = "#event.get('UserEvent') == 'Wiring'")
		void secured(AmiEvent event) {
			this.heard.add("secured " + event.get("Text"));
		}

	}

}
