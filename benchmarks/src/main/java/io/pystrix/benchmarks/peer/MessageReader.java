package io.pystrix.benchmarks.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Cuts what a client sends at empty lines.
 */
final class MessageReader {

	private final InputStream in;

	private byte[] buffer = new byte[64 * 1024];

	private int start;

	private int limit;

	MessageReader(InputStream in) {
		this.in = in;
	}

	/**
	 * Waits for a message.
	 * @return the message, {@code null} at the end of the stream
	 */
	@Nullable String next() throws IOException {
		int end = end();
		while (end < 0) {
			// A few small actions never fill it, so there is no need to grow
			System.arraycopy(this.buffer, this.start, this.buffer, 0, this.limit - this.start);
			this.limit -= this.start;
			this.start = 0;
			int read = this.in.read(this.buffer, this.limit, this.buffer.length - this.limit);
			if (read <= 0) {
				return null;
			}
			this.limit += read;
			end = end();
		}
		String message = new String(this.buffer, this.start, end - this.start, StandardCharsets.ISO_8859_1);
		this.start = end;
		return message;
	}

	/** Whether there is a whole message already. */
	boolean hasNext() {
		return end() >= 0;
	}

	private int end() {
		for (int i = this.start + 3; i < this.limit; i++) {
			if (this.buffer[i] == '\n' && this.buffer[i - 2] == '\n') {
				return i + 1;
			}
		}
		return -1;
	}

	/** The value of a header, whatever the case of its name; empty if there is none. */
	static String header(String message, String name) {
		int line = 0;
		while (line < message.length()) {
			int end = message.indexOf('\r', line);
			if (message.regionMatches(true, line, name, 0, name.length())
					&& message.charAt(line + name.length()) == ':') {
				return message.substring(line + name.length() + 1, end).strip();
			}
			line = end + 2;
		}
		return "";
	}

}
