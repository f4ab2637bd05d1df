package io.pystrix.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import org.springframework.boot.ssl.SslBundle;

/**
 * Secures the connections to a simulator, and tells which protocol was agreed upon.
 */
final class TlsFront implements AutoCloseable {

	private final SSLServerSocket server;

	private final int target;

	private volatile String protocol = "";

	TlsFront(SslBundle bundle, int target) throws IOException {
		SSLContext context = bundle.createSslContext();
		this.server = (SSLServerSocket) context.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.target = target;
		run(this::accept);
	}

	/** Makes a key store with a key pair and its certificate. */
	static Path keyStore(Path folder, String host) throws Exception {
		Path file = Files.createTempDirectory(folder, "keys").resolve("peer.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "peer", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host,
				"-validity", "2", "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", "changeit")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (keytool.waitFor() != 0) {
			throw new IllegalStateException("keytool failed");
		}
		return file;
	}

	int port() {
		return this.server.getLocalPort();
	}

	String protocol() {
		return this.protocol;
	}

	private void accept() throws IOException {
		while (true) {
			SSLSocket client = (SSLSocket) this.server.accept();
			run(() -> serve(client));
		}
	}

	private void serve(SSLSocket client) throws IOException {
		try (client; Socket asterisk = new Socket(InetAddress.getLoopbackAddress(), this.target)) {
			client.startHandshake();
			this.protocol = client.getSession().getProtocol();
			run(() -> pump(client, asterisk));
			pump(asterisk, client);
		}
	}

	private static void pump(Socket from, Socket to) throws IOException {
		try (from; to) {
			InputStream input = from.getInputStream();
			byte[] buffer = new byte[8192];
			int count = input.read(buffer);
			while (count >= 0) {
				to.getOutputStream().write(buffer, 0, count);
				count = input.read(buffer);
			}
		}
	}

	private static void run(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// The other side has closed
			}
		}, "tls-front");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	/**
	 * Work that ends with its connection.
	 */
	@FunctionalInterface
	private interface Work {

		void run() throws IOException;

	}

}
