package io.pystrix.integration;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of AMI that knows nothing of this library: it logs in and notes the events
 * that Asterisk sends.
 */
final class RawAmi implements AutoCloseable {

	private final Socket socket;

	private final List<String> events = new ArrayList<>();

	RawAmi() throws IOException {
		this.socket = new Socket(RealAsterisk.HOST, RealAsterisk.PORT);
		this.socket.getOutputStream()
			.write("Action: Login\r\nUsername: %s\r\nSecret: %s\r\n\r\n"
				.formatted(RealAsterisk.USERNAME, RealAsterisk.PASSWORD)
				.getBytes(StandardCharsets.UTF_8));
		Thread reader = new Thread(this::read, "raw-ami");
		reader.setDaemon(true);
		reader.start();
	}

	/** The events so far, in order, each as {@link #note} writes it. */
	List<String> events() {
		synchronized (this.events) {
			return List.copyOf(this.events);
		}
	}

	/** What tells an event from others. */
	static String note(String name, String uniqueid, String userEvent) {
		return name + ' ' + uniqueid + ' ' + userEvent;
	}

	private void read() {
		try (InputStream in = new BufferedInputStream(this.socket.getInputStream())) {
			readLine(in);
			while (true) {
				readMessage(in);
			}
		}
		catch (IOException ex) {
			// Closed by this side or by Asterisk
		}
	}

	private void readMessage(InputStream in) throws IOException {
		String line = readLine(in);
		boolean event = line.startsWith("Event: ");
		String name = event ? line.substring("Event: ".length()) : "";
		String uniqueid = "";
		String userEvent = "";
		for (; !line.isEmpty(); line = readLine(in)) {
			// Asterisk writes it in more than one way
			if (line.regionMatches(true, 0, "Uniqueid: ", 0, "Uniqueid: ".length()) && uniqueid.isEmpty()) {
				uniqueid = line.substring("Uniqueid: ".length());
			}
			else if (line.startsWith("UserEvent: ") && userEvent.isEmpty()) {
				userEvent = line.substring("UserEvent: ".length());
			}
		}
		if (event) {
			synchronized (this.events) {
				this.events.add(note(name, uniqueid, userEvent));
			}
		}
	}

	private static String readLine(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(80);
		int last = 0;
		for (int next = in.read(); next != '\n' || last != '\r'; next = in.read()) {
			if (next < 0) {
				throw new IOException("The end");
			}
			line.write(next);
			last = next;
		}
		String text = line.toString(StandardCharsets.UTF_8);
		return text.substring(0, text.length() - 1);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
