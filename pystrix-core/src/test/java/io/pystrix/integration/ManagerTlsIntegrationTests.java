package io.pystrix.integration;

import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.action.PingAction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@RealAsterisk.Required
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
		return RealAsterisk.builder().port(RealAsterisk.TLS_PORT);
	}

	/** Trusts the certificate that Asterisk shows, which is its own and nobody else's. */
	private static SSLContext trusting() throws Exception {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		store.setCertificateEntry("asterisk", certificate());
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	private static Certificate certificate() throws Exception {
		SSLContext curious = SSLContext.getInstance("TLS");
		curious.init(null, new TrustManager[] { new Credulous() }, null);
		try (SSLSocket socket = (SSLSocket) curious.getSocketFactory()
			.createSocket(RealAsterisk.HOST, RealAsterisk.TLS_PORT)) {
			socket.startHandshake();
			return socket.getSession().getPeerCertificates()[0];
		}
	}

	private static final class Credulous extends X509ExtendedTrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
