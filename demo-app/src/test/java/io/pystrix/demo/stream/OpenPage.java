package io.pystrix.demo.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A browser that reads a stream, all that comes at once, or stops reading; too old to be
 * sent chunks.
 */
final class OpenPage implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 60;

	private final Socket socket = new Socket();

	private final BufferedReader reader;

	/** What was read; empty for the end. */
	private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

	private final String last;

	private OpenPage(int port, String last) throws IOException {
		this.last = last;
		this.socket.setReceiveBufferSize(4096);
		this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		this.socket.getOutputStream()
			.write("GET /api/stream HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		this.reader = new BufferedReader(new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
		Thread thread = new Thread(this::read, "browser");
		thread.setDaemon(true);
		thread.start();
	}

	/** Opens one that reads as long as there is something. */
	static OpenPage reading(int port) throws IOException {
		return new OpenPage(port, "");
	}

	/** Opens one that reads nothing behind a line that contains a text. */
	static OpenPage readingTo(String last, int port) throws IOException {
		return new OpenPage(port, last);
	}

	private void read() {
		try {
			for (String line = this.reader.readLine(); line != null; line = this.reader.readLine()) {
				this.lines.add(Optional.of(line));
				if (!this.last.isEmpty() && line.contains(this.last)) {
					return;
				}
			}
		}
		catch (IOException ex) {
			// The server has cut it off, or the test has closed it
		}
		this.lines.add(Optional.empty());
	}

	/** Goes on to a line that contains a text. */
	String awaitLine(String text) throws IOException, InterruptedException {
		Optional<String> line = next();
		while (line.isPresent() && !line.get().contains(text)) {
			line = next();
		}
		return line.orElseThrow(() -> new IOException("The stream has ended without '" + text + "'"));
	}

	/** Goes on to the end. */
	void awaitEnd() throws IOException, InterruptedException {
		while (next().isPresent()) {
			// What it says does not matter
		}
	}

	private Optional<String> next() throws IOException, InterruptedException {
		Optional<String> line = this.lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (line == null) {
			throw new IOException("Nothing comes");
		}
		return line;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
