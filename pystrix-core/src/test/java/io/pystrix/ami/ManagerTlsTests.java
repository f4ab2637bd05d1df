package io.pystrix.ami;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A secured peer whose certificate is for {@code right.example} and 127.0.0.1.
 */
@Timeout(120)
class ManagerTlsTests {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private static SSLContext context;

	@BeforeAll
	static void makeCertificate(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("peer.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "peer", "-keyalg", "EC", "-dname", "CN=right.example", "-ext",
				"SAN=dns:right.example,ip:127.0.0.1", "-validity", "2", "-keystore", file.toString(), "-storetype",
				"PKCS12", "-storepass", new String(PASSWORD))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(keytool.waitFor()).isZero();
		context = context(file);
	}

	private static SSLContext context(Path file) throws Exception {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			keys.load(in, PASSWORD);
		}
		KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		identity.init(keys, PASSWORD);
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("peer", keys.getCertificate("peer"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
		return context;
	}

	@Test
	void peerWithTheRightCertificateIsConnectedTo() throws Exception {
		try (ScriptedPeer peer = peer();
				Manager manager = builder(peer).host("127.0.0.1").sslContext(context).build()) {
			manager.connect();
			assertThat(manager.status().greeting()).isEqualTo("Asterisk Call Manager/11.0.0");
		}
	}

	@Test
	void certificateForAnotherHostIsRefused() throws Exception {
		try (ScriptedPeer peer = peer();
				Manager manager = builder(peer).host("localhost").sslContext(context).build()) {
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect)
				.withMessageContaining("localhost");
		}
	}

	@Test
	void certificateForAnotherHostIsTakenByThoseWhoAskForIt() throws Exception {
		try (ScriptedPeer peer = peer();
				Manager manager = builder(peer).host("localhost").sslContext(context).verifyHostname(false).build()) {
			manager.connect();
			assertThat(manager.isConnected()).isTrue();
		}
	}

	@Test
	void sslParametersAreAppliedAndStayAsTheyAre() throws Exception {
		SSLParameters shared = new SSLParameters(null, new String[] { "TLSv1.2" });
		try (ScriptedPeer peer = peer();
				Manager strict = builder(peer).host("localhost").sslContext(context).sslParameters(shared).build();
				Manager lenient = builder(peer).host("localhost")
					.sslContext(context)
					.sslParameters(shared)
					.verifyHostname(false)
					.build()) {
			lenient.connect();
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(strict::connect)
				.withMessageContaining("localhost");
		}
		assertThat(shared.getEndpointIdentificationAlgorithm()).isNull();
		assertThat(shared.getProtocols()).containsExactly("TLSv1.2");
	}

	@Test
	void trustOfOneManagerIsNotThatOfAnother() throws Exception {
		try (ScriptedPeer peer = peer();
				Manager manager = builder(peer).host("127.0.0.1").sslContext(SSLContext.getDefault()).build()) {
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect)
				.withMessageContaining("PKIX");
		}
	}

	@Test
	void theContextIsAskedForAtEachAttempt() throws Exception {
		Iterator<SSLContext> contexts = List.of(SSLContext.getDefault(), context).iterator();
		try (ScriptedPeer peer = peer();
				Manager manager = builder(peer).host("127.0.0.1").sslContext(contexts::next).build()) {
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect);
			manager.connect();
			assertThat(manager.isConnected()).isTrue();
		}
	}

	@Test
	void aContextThatIsNotThereFailsTheAttempt() throws Exception {
		try (ScriptedPeer peer = peer(); Manager manager = builder(peer).host("127.0.0.1").sslContext(() -> {
			throw new IllegalStateException("no keys");
		}).build()) {
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect)
				.withMessageContaining(
						"the supplier of the TLS context failed: java.lang.IllegalStateException: no keys");
		}
	}

	@Test
	void peerThatDoesNotSecureTheLinkIsAClearException() throws Exception {
		try (ScriptedPeer peer = new ScriptedPeer((self, socket) -> {
			self.write(socket, "Asterisk Call Manager/11.0.0\r\n");
			self.rest();
		}); Manager manager = builder(peer).host("127.0.0.1").sslContext(context).build()) {
			assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect);
		}
	}

	private static ScriptedPeer peer() throws Exception {
		return new ScriptedPeer((peer, socket) -> {
			peer.write(socket, "Asterisk Call Manager/11.0.0\r\n");
			peer.rest();
		}, context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
	}

	private static ManagerBuilder builder(ScriptedPeer peer) {
		return Manager.builder().port(peer.port()).connectTimeout(Duration.ofSeconds(20));
	}

}
