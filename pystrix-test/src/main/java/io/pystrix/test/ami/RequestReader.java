package io.pystrix.test.ami;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads requests the way Asterisk does: LF or CRLF ends a line, every empty line ends a
 * message (so a stray one is an empty message), a NUL cuts its line.
 */
final class RequestReader {

	private static final int MAX_LINE = 1022;

	private static final int MAX_HEADERS = 128;

	private final InputStream input;

	RequestReader(InputStream input) {
		this.input = new BufferedInputStream(input);
	}

	/**
	 * Read the next message.
	 * @return the message, or {@code null} at the end of the stream
	 */
	@Nullable Message read() throws IOException {
		List<AmiFrame.Header> headers = new ArrayList<>();
		String fault = null;
		while (true) {
			String line = readLine();
			if (line == null) {
				return null;
			}
			if (line.isEmpty()) {
				return new Message(new AmiFrame(headers), fault);
			}
			if (line.length() > MAX_LINE) {
				fault = "Failed to parse message: line too long";
			}
			else if (headers.size() == MAX_HEADERS) {
				fault = "Too many lines in message or allocation failure";
			}
			else {
				headers.add(AmiFrame.Header.parse(line));
			}
		}
	}

	private @Nullable String readLine() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream(80);
		boolean cut = false;
		int last = -1;
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				return null;
			}
			cut |= (next == 0);
			if (last >= 0 && !cut) {
				line.write(last);
			}
			last = cut ? -1 : next;
		}
		// Only a carriage return right before the line feed belongs to the line's end
		if (last >= 0 && last != '\r') {
			line.write(last);
		}
		return line.toString(StandardCharsets.UTF_8);
	}

	/**
	 * A message, parsable or not.
	 *
	 * @param frame the headers that were understood
	 * @param fault what Asterisk complains of, or {@code null}
	 */
	record Message(AmiFrame frame, @Nullable String fault) {

	}

}
