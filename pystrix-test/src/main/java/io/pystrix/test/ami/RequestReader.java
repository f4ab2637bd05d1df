package io.pystrix.test.ami;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.test.release.AsteriskRelease;
import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests the way Asterisk does: LF or CRLF ends a line, every empty line ends a
 * message (so a stray one is an empty message), a NUL cuts its line. Source:
 * {@code get_input()} and {@code do_message()} in main/manager.c, all releases from 13
 * on.
 */
final class RequestReader {

	/**
	 * How many bytes fit into the line buffer, the line's end included: {@code inbuf} of
	 * {@code struct mansession_session} in main/manager.c.
	 */
	private static final int LINE_BUFFER = 1024;

	/** AST_MAX_MANHEADERS in include/asterisk/manager.h. */
	private static final int MAX_HEADERS = 128;

	private final InputStream input;

	private final boolean keepsEndOfLongLine;

	/** Whether a line was too long, which the end of a message reports. */
	private boolean tooLong;

	RequestReader(InputStream input, AsteriskRelease release) {
		this.input = new BufferedInputStream(input);
		this.keepsEndOfLongLine = release.has(Habit.AMI_KEEPS_END_OF_LONG_LINE);
	}

	/**
	 * Read the next message.
	 * @return the message, or {@code null} at the end of the stream
	 */
	@Nullable Message read() throws IOException {
		List<AmiFrame.Header> headers = new ArrayList<>();
		boolean tooMany = false;
		while (true) {
			String line = readLine();
			if (line == null) {
				return null;
			}
			if (line.isEmpty()) {
				return new Message(new AmiFrame(headers), fault(tooMany));
			}
			if (headers.size() < MAX_HEADERS) {
				headers.add(AmiFrame.Header.parse(line));
			}
			else {
				tooMany = true;
			}
		}
	}

	private @Nullable String fault(boolean tooMany) {
		if (tooMany) {
			// A line that was too long is left for the next message to report
			return "Too many lines in message or allocation failure";
		}
		boolean reported = this.tooLong;
		this.tooLong = false;
		return reported ? "Failed to parse message: line too long" : null;
	}

	/**
	 * Read a line. What has filled the buffer is thrown away, and the rest of the line is
	 * a line too.
	 */
	private @Nullable String readLine() throws IOException {
		byte[] line = new byte[LINE_BUFFER];
		int length = 0;
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				return null;
			}
			line[length++] = (byte) next;
			if (length == LINE_BUFFER) {
				this.tooLong = true;
				line[0] = line[length - 1];
				length = this.keepsEndOfLongLine ? 1 : 0;
			}
		}
		// Only a carriage return right before the line feed belongs to the line's end
		if (length > 0 && line[length - 1] == '\r') {
			length--;
		}
		int end = 0;
		while (end < length && line[end] != 0) {
			end++;
		}
		return new String(line, 0, end, StandardCharsets.UTF_8);
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
