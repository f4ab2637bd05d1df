package io.pystrix.integration;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.action.PingAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@RealAsterisk.Required
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_TLS_PORT", matches = ".+")
class ManagerTlsIntegrationTests {

	@Test
	void managerTalksOverTls() throws Exception {
		try (Manager manager = builder().sslContext(trusting()).build()) {
			manager.connect();
			assertThat(manager.sendAction(new PingAction()).isSuccess()).isTrue();
		}
	}

	@Test
	void certificateThatNobodyTrustsIsRefused() throws Exception {
		try (Manager manager = builder().sslContext(SSLContext.getDefault()).build()) {
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect)
				.withMessageContaining("PKIX");
		}
	}

	@Test
	void certificateForAnotherNameIsRefusedUnlessAskedFor() throws Exception {
		// The certificate is for localhost and 127.0.0.1, and this is the same host by
		// another name
		String other = "127.0.0.2";
		try (Manager manager = builder().host(other).sslContext(trusting()).build()) {
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect)
				.withMessageContaining(other);
		}
	}

	private static ManagerBuilder builder() {
		return RealAsterisk.builder().port(Integer.parseInt(System.getenv("ASTERISK_AMI_TLS_PORT")));
	}

	private static SSLContext trusting() throws Exception {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		try (InputStream certificate = Files.newInputStream(Path.of(System.getenv("ASTERISK_AMI_TLS_CERTIFICATE")))) {
			store.setCertificateEntry("asterisk",
					CertificateFactory.getInstance("X.509").generateCertificate(certificate));
		}
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

}
