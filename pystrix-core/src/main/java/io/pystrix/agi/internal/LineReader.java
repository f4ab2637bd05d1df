package io.pystrix.agi.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines at line feeds, nothing else. Bytes of a line that is not complete
 * when a deadline passes are kept for the next attempt.
 *
 * @since 0.1.0
 */
public final class LineReader {

	private static final int INITIAL_SIZE = 1024;

	// What a long line needed is not kept for the rest of a long call
	private static final int MAX_IDLE_SIZE = 1 << 14;

	private final ByteSource source;

	private final Charset charset;

	private byte[] buffer = new byte[INITIAL_SIZE];

	private int start = 0;

	private int end = 0;

	// Up to here there is no line feed, so that no byte is looked at twice
	private int searched = 0;

	/**
	 * Creates a reader.
	 * @param source where the bytes come from
	 * @param charset what they mean; invalid ones are replaced
	 */
	public LineReader(ByteSource source, Charset charset) {
		this.source = source;
		this.charset = charset;
	}

	/**
	 * Reads a line.
	 * @param maxBytes the longest line allowed
	 * @param deadline when to give up
	 * @return the line without its end, {@code null} at the end of the stream
	 * @throws LineTooLongException if the line is longer than allowed
	 * @throws IOException if reading fails or the deadline passes
	 */
	public @Nullable String readLine(int maxBytes, Deadline deadline) throws IOException {
		while (!hasLine()) {
			if (!fill(maxBytes, deadline)) {
				return null;
			}
		}
		if (this.searched - this.start > maxBytes) {
			throw new LineTooLongException(maxBytes);
		}
		String line = lineInBuffer();
		this.searched++;
		this.start = this.searched;
		return line;
	}

	/**
	 * Whether a line can be read without waiting for bytes.
	 * @return whether there is a whole line in the buffer
	 */
	public boolean hasLine() {
		while (this.searched < this.end) {
			if (this.buffer[this.searched] == '\n') {
				return true;
			}
			this.searched++;
		}
		return false;
	}

	/**
	 * Returns what was read that was not returned as a line.
	 * @return the bytes in the buffer as text
	 */
	String peek() {
		return hasBytes() ? new String(this.buffer, this.start, this.end - this.start, this.charset) : "";
	}

	/**
	 * Whether anything was read that was not returned as a line.
	 * @return whether the buffer holds bytes
	 */
	public boolean hasBytes() {
		return this.end > this.start;
	}

	/**
	 * Whether bytes can be read without waiting.
	 * @return whether {@link #fill} with {@link Deadline#NOW} reads any
	 * @throws IOException if there is no telling
	 */
	public boolean isReadable() throws IOException {
		return this.source.available() > 0;
	}

	/**
	 * Reads bytes.
	 * @param maxBytes how many may be kept that were not returned as a line
	 * @param deadline when to give up; {@link Deadline#NOW} to read only what is there
	 * @return whether there may be more, false at the end of the stream
	 * @throws LineTooLongException if more are kept already
	 * @throws IOException if reading fails or the deadline passes
	 */
	public boolean fill(int maxBytes, Deadline deadline) throws IOException {
		if (this.end - this.start > maxBytes) {
			throw new LineTooLongException(maxBytes);
		}
		if (deadline.isNow() && this.source.available() == 0) {
			return true;
		}
		makeRoom();
		Deadline wait = deadline.isNow() ? Deadline.NEVER : deadline;
		int count = this.source.read(this.buffer, this.end, this.buffer.length - this.end, wait);
		this.end += Math.max(count, 0);
		return count >= 0;
	}

	private String lineInBuffer() {
		return new String(this.buffer, this.start, this.searched - this.start, this.charset);
	}

	private void makeRoom() {
		if (this.start > 0) {
			System.arraycopy(this.buffer, this.start, this.buffer, 0, this.end - this.start);
			this.searched -= this.start;
			this.end -= this.start;
			this.start = 0;
		}
		if (this.end == 0 && this.buffer.length > MAX_IDLE_SIZE) {
			this.buffer = new byte[INITIAL_SIZE];
		}
		if (this.end == this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, this.buffer.length * 2);
		}
	}

}
