package io.pystrix.spring.boot.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import io.pystrix.ami.AmiEndpoint;
import io.pystrix.ami.Manager;
import io.pystrix.test.ami.AmiSimulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for secured connections in {@link AmiAutoConfiguration}: the certificate is for
 * {@code localhost}.
 */
@Timeout(120)
class AmiTlsTests {

	private static Path keyStore;

	private static TlsFront front;

	private static final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class, SslAutoConfiguration.class))
		.withPropertyValues("asterisk.ami.port=" + front.port(), "asterisk.ami.username=admin",
				"asterisk.ami.password=secret", "asterisk.ami.reconnect.initial-delay=20ms",
				"asterisk.ami.reconnect.max-delay=20ms", "spring.ssl.bundle.jks.pbx.truststore.type=PKCS12",
				"spring.ssl.bundle.jks.pbx.truststore.location=file:" + keyStore,
				"spring.ssl.bundle.jks.pbx.truststore.password=changeit");

	@BeforeAll
	static void secure(@TempDir Path folder) throws Exception {
		keyStore = TlsFront.keyStore(folder, "localhost");
		front = new TlsFront(identity(keyStore), asterisk.port());
	}

	@AfterAll
	static void close() throws Exception {
		front.close();
		asterisk.close();
	}

	@Test
	void aBundleSecuresTheConnection() throws Exception {
		try (TlsFront own = new TlsFront(identity(keyStore), asterisk.port())) {
			this.contextRunner.withPropertyValues("asterisk.ami.ssl.bundle=pbx", "asterisk.ami.port=" + own.port())
				.run((context) -> {
					await().until(context.getBean(Manager.class)::isConnected);
					assertThat(own.protocol()).isEqualTo("TLSv1.3");
				});
		}
	}

	@Test
	void theOptionsOfTheBundleAreFollowed() throws Exception {
		try (TlsFront own = new TlsFront(identity(keyStore), asterisk.port())) {
			this.contextRunner
				.withPropertyValues("asterisk.ami.ssl.bundle=pbx", "asterisk.ami.port=" + own.port(),
						"spring.ssl.bundle.jks.pbx.options.enabled-protocols=TLSv1.2",
						"spring.ssl.bundle.jks.pbx.options.ciphers=TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")
				.run((context) -> {
					Manager manager = context.getBean(Manager.class);
					await().until(manager::isConnected);
					assertThat(own.protocol()).isEqualTo("TLSv1.2");
					assertThat(manager).extracting("settings.sslParameters.cipherSuites")
						.isEqualTo(new String[] { "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" });
				});
		}
	}

	@Test
	void aBundleThatIsSwitchedOffIsNotUsed() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.ssl.bundle=pbx", "asterisk.ami.ssl.enabled=false",
					"asterisk.ami.port=" + asterisk.port())
			.run((context) -> await().until(context.getBean(Manager.class)::isConnected));
	}

	@Test
	void withoutABundleTheJvmSaysWhomToTrust() {
		this.contextRunner.withPropertyValues("asterisk.ami.ssl.enabled=true")
			.run((context) -> assertRefused(context.getBean(Manager.class), "PKIX"));
	}

	@Test
	void theCertificateHasToBeForTheHost() {
		this.contextRunner.withPropertyValues("asterisk.ami.ssl.bundle=pbx", "asterisk.ami.host=127.0.0.1")
			.run((context) -> assertRefused(context.getBean(Manager.class), "127.0.0.1"));
		this.contextRunner
			.withPropertyValues("asterisk.ami.ssl.bundle=pbx", "asterisk.ami.host=127.0.0.1",
					"asterisk.ami.ssl.verify-hostname=false")
			.run((context) -> await().until(context.getBean(Manager.class)::isConnected));
	}

	@Test
	void aNewerBundleIsUsedAtOnce(@TempDir Path folder) throws Exception {
		Path renewed = TlsFront.keyStore(folder, "localhost");
		try (TlsFront other = new TlsFront(identity(renewed), asterisk.port())) {
			this.contextRunner
				.withPropertyValues("asterisk.ami.ssl.bundle=pbx", "asterisk.ami.port=" + other.port(),
						"asterisk.ami.reconnect.initial-delay=1h", "asterisk.ami.reconnect.max-delay=1h")
				.run((context) -> {
					Manager manager = context.getBean(Manager.class);
					assertRefused(manager, "PKIX");
					DefaultSslBundleRegistry bundles = context.getBean(DefaultSslBundleRegistry.class);
					bundles.updateBundle("pbx", trust(renewed));
					await().until(manager::isConnected);
					bundles.updateBundle("pbx", trust(keyStore));
					assertRefused(manager, "PKIX");
				});
		}
	}

	@Test
	void eachServerHasItsOwn() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.servers.berlin.ssl.bundle=pbx",
					"asterisk.ami.servers.paris.port=" + asterisk.port())
			.run((context) -> {
				await().until(context.getBean("berlinManager", Manager.class)::isConnected);
				await().until(context.getBean("parisManager", Manager.class)::isConnected);
			});
	}

	@Test
	void detailsMayBringABundle() {
		this.contextRunner.withBean(AmiConnectionDetails.class, () -> new AmiConnectionDetails() {

			@Override
			public List<AmiEndpoint> getEndpoints() {
				return List.of(new AmiEndpoint("localhost", front.port()));
			}

			@Override
			public @Nullable SslBundle getSslBundle() {
				return trust(keyStore);
			}

		}).run((context) -> await().until(context.getBean(Manager.class)::isConnected));
	}

	@Test
	void aBundleThatIsNotThereFailsTheStart() {
		this.contextRunner.withPropertyValues("asterisk.ami.ssl.bundle=absent")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("'absent' cannot be found"));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AmiAutoConfiguration.class))
			.withPropertyValues("asterisk.ami.ssl.bundle=pbx")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("SslBundles"));
	}

	@Test
	void aBundleThatCannotBeReadFailsTheStart() {
		this.contextRunner
			.withPropertyValues("asterisk.ami.ssl.bundle=pbx", "spring.ssl.bundle.jks.pbx.truststore.password=wrong")
			.run((context) -> assertThat(context).hasFailed());
	}

	private static void assertRefused(Manager manager, String reason) {
		await().untilAsserted(() -> {
			assertThat(manager.status().lastFailure()).isNotNull().hasMessageContaining(reason);
			assertThat(manager.isConnected()).isFalse();
		});
	}

	private static SslBundle identity(Path file) {
		JksSslStoreDetails store = new JksSslStoreDetails("PKCS12", null, "file:" + file, "changeit");
		return SslBundle.of(new JksSslStoreBundle(store, null));
	}

	private static SslBundle trust(Path file) {
		JksSslStoreDetails store = new JksSslStoreDetails("PKCS12", null, "file:" + file, "changeit");
		return SslBundle.of(new JksSslStoreBundle(null, store));
	}

}
