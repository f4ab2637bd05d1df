package io.pystrix.demo.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A browser that reads a stream, or does not; too old to be sent chunks.
 */
final class OpenPage implements AutoCloseable {

	private static final int PATIENCE = 60_000;

	private final Socket socket = new Socket();

	private final BufferedReader reader;

	OpenPage(int port) throws IOException {
		this.socket.setReceiveBufferSize(4096);
		this.socket.setSoTimeout(PATIENCE);
		this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		this.socket.getOutputStream()
			.write("GET /api/stream HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		this.reader = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
	}

	/** Reads on to a line that contains a text. */
	String awaitLine(String text) throws IOException {
		String line = this.reader.readLine();
		while (line != null && !line.contains(text)) {
			line = this.reader.readLine();
		}
		if (line == null) {
			throw new IOException("The stream has ended without '" + text + "'");
		}
		return line;
	}

	/** Reads on to the end. */
	void awaitEnd() throws IOException {
		while (this.reader.readLine() != null) {
			// What it says does not matter
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
