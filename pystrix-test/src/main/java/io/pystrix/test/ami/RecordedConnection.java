package io.pystrix.test.ami;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection between a client and Asterisk that is written down.
 */
final class RecordedConnection implements Closeable {

	private static final Logger logger = LoggerFactory.getLogger(RecordedConnection.class);

	private static final Pattern SECRET = Pattern.compile("(?im)^Secret:[ \\t]*(.*?)\\r?$");

	private final Socket client;

	private final Socket asterisk;

	private final OutputStream file;

	private final SecretMask mask;

	private final CountDownLatch finished = new CountDownLatch(1);

	RecordedConnection(Socket client, Socket asterisk, Path file, SecretMask mask) throws IOException {
		this.client = client;
		this.asterisk = asterisk;
		this.file = Files.newOutputStream(file);
		this.mask = mask;
	}

	void start() {
		startThread("requests", this::passRequests);
		startThread("answers", this::passAnswers);
	}

	private void startThread(String duty, Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				logger.debug("The recorded connection has ended: {}", ex.toString());
			}
			finally {
				// Whichever side has ended it, the other one learns of it
				end(this.client);
				end(this.asterisk);
			}
		}, "ami-recorder-" + this.client.getPort() + "-" + duty);
		thread.setDaemon(true);
		thread.start();
	}

	private void passRequests() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		byte[] buffer = new byte[8192];
		InputStream from = this.client.getInputStream();
		for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
			for (int i = 0; i < count; i++) {
				line.write(buffer[i]);
				if (buffer[i] == '\n') {
					learn(line.toString(StandardCharsets.UTF_8));
					line.reset();
				}
			}
			this.asterisk.getOutputStream().write(buffer, 0, count);
		}
	}

	private void learn(String line) {
		Matcher secret = SECRET.matcher(line.stripTrailing());
		if (secret.matches()) {
			this.mask.add(secret.group(1));
		}
	}

	private void passAnswers() throws IOException {
		try (this.file) {
			ByteArrayOutputStream pending = new ByteArrayOutputStream();
			try {
				byte[] buffer = new byte[64 * 1024];
				InputStream from = this.asterisk.getInputStream();
				for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
					pending.write(buffer, 0, count);
					// Written down first: who has seen it finds it in the file
					writeWholeMessages(pending);
					this.client.getOutputStream().write(buffer, 0, count);
				}
			}
			finally {
				this.file.write(this.mask.mask(pending.toByteArray()));
			}
		}
		finally {
			this.finished.countDown();
		}
	}

	private void writeWholeMessages(ByteArrayOutputStream pending) throws IOException {
		byte[] bytes = pending.toByteArray();
		int end = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("\r\n\r\n") + 4;
		if (end >= 4) {
			this.file.write(this.mask.mask(Arrays.copyOf(bytes, end)));
			pending.reset();
			pending.write(bytes, end, bytes.length - end);
		}
	}

	/**
	 * End the connection, and wait a while at most until the file is complete.
	 */
	@Override
	public void close() {
		end(this.client);
		end(this.asterisk);
		try {
			this.finished.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void end(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			logger.trace("Already closed", ex);
		}
	}

	/**
	 * Reads and writes.
	 */
	@FunctionalInterface
	private interface Task {

		void run() throws IOException;

	}

}
