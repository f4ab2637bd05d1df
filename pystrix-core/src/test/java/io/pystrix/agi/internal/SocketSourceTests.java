package io.pystrix.agi.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(120)
class SocketSourceTests {

	private final byte[] buffer = new byte[8];

	private ServerSocket server;

	private Socket peer;

	private Socket socket;

	private ByteSource source;

	@BeforeEach
	void connect() throws IOException {
		this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		this.peer = new Socket(this.server.getInetAddress(), this.server.getLocalPort());
		this.socket = this.server.accept();
		this.source = ByteSource.of(this.socket);
	}

	@AfterEach
	void close() throws IOException {
		this.socket.close();
		this.peer.close();
		this.server.close();
	}

	@Test
	void whatIsThereBeforeTheFirstReadIsSeen() throws IOException {
		send("HANGUP");
		await().until(() -> this.source.available() == 6);
	}

	@Test
	void whatAReadHasNotTakenIsSeenAtOnce() throws IOException {
		send("0123456789");
		await().until(() -> this.source.available() == 10);
		assertThat(this.source.read(this.buffer, 0, 8, Deadline.NEVER)).isEqualTo(8);
		assertThat(this.source.available()).isEqualTo(2);
	}

	@Test
	void whatComesAfterAReadThatTookAllIsSeenSoon() throws IOException {
		send("200");
		assertThat(this.source.read(this.buffer, 0, 8, Deadline.NEVER)).isPositive();
		send("HANGUP");
		await().until(() -> this.source.available() >= 6);
	}

	private void send(String text) throws IOException {
		this.peer.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

}
