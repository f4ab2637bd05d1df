package io.pystrix.ami.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts the stream of an AMI connection into messages without copying them: after
 * {@link #next()} the message lies in {@link #buffer()} from {@link #start()} to
 * {@link #end()}, until the next call. Only CRLF ends a line, because Asterisk sends bare
 * line feeds inside values. For one thread.
 */
public final class FrameReader {

	private static final int INITIAL_CAPACITY = 64 * 1024;

	private static final int MAX_GREETING = 1024;

	private static final byte[] FOLLOWS = "Response: Follows\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] END_COMMAND = "--END COMMAND--\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private final InputStream in;

	private final Limits limits;

	private byte[] buffer = new byte[INITIAL_CAPACITY];

	private int limit;

	private int start;

	private int end;

	/** Where the search for the end of the message goes on. */
	private int scanned;

	private int lineStart;

	private int lines;

	private volatile long lastReceived = System.nanoTime();

	/**
	 * Creates a reader.
	 * @param in the stream to read from
	 * @param limits what is refused
	 */
	public FrameReader(InputStream in, Limits limits) {
		this.in = in;
		this.limits = limits;
	}

	/**
	 * Reads the greeting, the one line that is not followed by an empty line.
	 * @return the line without its end
	 * @throws IOException if the stream ends or fails, or no line comes within 1024 bytes
	 */
	public String readGreeting() throws IOException {
		int scanned = 0;
		while (true) {
			for (; scanned < this.limit; scanned++) {
				if (this.buffer[scanned] == '\n') {
					int length = (scanned > 0 && this.buffer[scanned - 1] == '\r') ? scanned - 1 : scanned;
					this.end = scanned + 1;
					return new String(this.buffer, 0, length, StandardCharsets.ISO_8859_1);
				}
			}
			if (this.limit > MAX_GREETING) {
				throw new ProtocolException("the peer's greeting has no end within " + MAX_GREETING + " bytes");
			}
			fill();
		}
	}

	/**
	 * Moves on to the next message, waiting for it. Empty messages are skipped.
	 * @throws EOFException if the stream has ended; a part of a message is then discarded
	 * @throws IOException if the stream fails, or a message is too large
	 */
	public void next() throws IOException {
		begin(this.end);
		while (true) {
			skipEmptyLines();
			int found = findEnd();
			if (found > 0) {
				this.end = found;
				return;
			}
			checkSize();
			makeRoom();
			fill();
		}
	}

	private void begin(int start) {
		this.start = start;
		this.scanned = start;
		this.lineStart = start;
		this.lines = 0;
	}

	private void skipEmptyLines() {
		while (this.scanned <= this.start + 1 && this.limit - this.start >= 2 && this.buffer[this.start] == '\r'
				&& this.buffer[this.start + 1] == '\n') {
			begin(this.start + 2);
		}
	}

	private int findEnd() throws IOException {
		byte[] bytes = this.buffer;
		int last = this.limit;
		for (int i = Math.max(this.scanned, this.start + 3); i < last; i++) {
			if (bytes[i] == '\n' && bytes[i - 1] == '\r') {
				if (bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
					if (isWhole(i + 1)) {
						return i + 1;
					}
				}
				else {
					endLine(i);
				}
			}
		}
		this.scanned = last;
		return -1;
	}

	private void endLine(int newline) throws IOException {
		checkLine(newline);
		this.lineStart = newline + 1;
		if (++this.lines > this.limits.maxHeaders()) {
			throw new ProtocolException("a message has more than " + this.limits.maxHeaders() + " headers");
		}
	}

	private void checkLine(int lineEnd) throws IOException {
		if (lineEnd - this.lineStart > this.limits.maxLineSize()) {
			throw new ProtocolException("a line is longer than " + this.limits.maxLineSize() + " bytes");
		}
	}

	private void checkSize() throws IOException {
		checkLine(this.limit);
		if (this.limit - this.start > this.limits.maxMessageSize()) {
			throw new ProtocolException("a message is larger than " + this.limits.maxMessageSize() + " bytes");
		}
	}

	/** Up to Asterisk 13 the output of a command is raw text that ends in a marker. */
	private boolean isWhole(int candidate) {
		return !matches(FOLLOWS, this.start, candidate)
				|| matches(END_COMMAND, candidate - END_COMMAND.length, candidate);
	}

	private boolean matches(byte[] text, int from, int to) {
		return from >= this.start && to - from >= text.length
				&& Arrays.equals(this.buffer, from, from + text.length, text, 0, text.length);
	}

	private void makeRoom() {
		if (this.limit < this.buffer.length) {
			return;
		}
		int moved = this.start;
		int length = this.limit - this.start;
		byte[] target = (length > this.buffer.length / 2) ? new byte[this.buffer.length * 2] : this.buffer;
		System.arraycopy(this.buffer, this.start, target, 0, length);
		this.buffer = target;
		this.limit = length;
		this.start = 0;
		this.scanned -= moved;
		this.lineStart -= moved;
	}

	private void fill() throws IOException {
		int read = this.in.read(this.buffer, this.limit, this.buffer.length - this.limit);
		if (read < 0) {
			throw new EOFException("the peer closed the connection");
		}
		this.limit += read;
		this.lastReceived = System.nanoTime();
	}

	public byte[] buffer() {
		return this.buffer;
	}

	public int start() {
		return this.start;
	}

	public int end() {
		return this.end;
	}

	/**
	 * When the last byte came.
	 * @return a value of {@link System#nanoTime()}; may be read by any thread
	 */
	public long lastReceived() {
		return this.lastReceived;
	}

	/**
	 * What is refused, so that a peer cannot fill the memory.
	 *
	 * @param maxLineSize the size in bytes of the longest line
	 * @param maxHeaders how many headers a message may have
	 * @param maxMessageSize the size in bytes of the largest message
	 */
	public record Limits(int maxLineSize, int maxHeaders, int maxMessageSize) {

		/** Far more than Asterisk sends: lines of 1 MiB, 10,000 headers, 4 MiB in all. */
		public static final Limits DEFAULTS = new Limits(1024 * 1024, 10_000, 4 * 1024 * 1024);

	}

}
