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
 *
 * @since 0.1.0
 */
public final class FrameReader {

	private static final int INITIAL_CAPACITY = 64 * 1024;

	private static final int MAX_GREETING = 1024;

	private static final int CHEAP_TO_MOVE = 4096;

	private static final long LINE_FEEDS = Swar.repeat('\n');

	/** How main/manager.c of Asterisk 13 answers Command; from 14 on it does not. */
	private static final byte[] FOLLOWS = "Response: Follows\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] END_COMMAND = "--END COMMAND--\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private final InputStream in;

	private final Limits limits;

	/**
	 * A message of so few bytes cannot break the limits of lines and headers, so nobody
	 * has to look for its lines.
	 */
	private final int harmless;

	private byte[] buffer = new byte[INITIAL_CAPACITY];

	private int limit;

	private int start;

	private int end;

	/** Where the search for the end of the message goes on. */
	private int scanned;

	/** Where the search for the lines of a large message goes on. */
	private int counted;

	private int lineStart;

	private int lines;

	/** Whether the message is the raw output of a command, once its headers are here. */
	private boolean follows;

	private volatile long lastReceived = System.nanoTime();

	/**
	 * Creates a reader.
	 * @param in the stream to read from
	 * @param limits what is refused
	 */
	public FrameReader(InputStream in, Limits limits) {
		this.in = in;
		this.limits = limits;
		// Each header takes two bytes at least
		this.harmless = (int) Math.min(limits.maxLineSize(), 2L * limits.maxHeaders());
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
					checkGreeting(scanned);
					int length = (scanned > 0 && this.buffer[scanned - 1] == '\r') ? scanned - 1 : scanned;
					this.end = scanned + 1;
					return new String(this.buffer, 0, length, StandardCharsets.ISO_8859_1);
				}
			}
			checkGreeting(this.limit);
			fill();
		}
	}

	private static void checkGreeting(int length) throws ProtocolException {
		if (length > MAX_GREETING) {
			throw new ProtocolException("the peer's greeting has no end within " + MAX_GREETING + " bytes");
		}
	}

	/**
	 * Moves on to the next message, waiting for it. Empty messages are skipped.
	 * @throws EOFException if the stream has ended; a part of a message is then discarded
	 * @throws IOException if the stream fails, or a message is too large
	 */
	public void next() throws IOException {
		while (!advance()) {
			makeRoom();
			fill();
		}
	}

	/**
	 * Moves on to the next message, if all of it has been read already. After
	 * {@code false} only this method and {@link #next()} may be called.
	 * @return whether there is one
	 * @throws ProtocolException if it is too large
	 */
	public boolean advance() throws ProtocolException {
		if (this.end > this.start) {
			begin(this.end);
		}
		skipEmptyLines();
		int found = findEnd();
		if (found > 0) {
			checkSize(found);
			this.end = found;
			return true;
		}
		this.end = this.start;
		checkLines(this.limit);
		checkLine(this.limit);
		checkSize(this.limit);
		return false;
	}

	private void checkSize(int to) throws ProtocolException {
		if (to - this.start > this.limits.maxMessageSize()) {
			throw new ProtocolException("a message is larger than " + this.limits.maxMessageSize() + " bytes");
		}
	}

	private void begin(int start) {
		this.start = start;
		this.scanned = start;
		this.counted = start;
		this.lineStart = start;
		this.lines = 0;
		this.follows = false;
	}

	private void skipEmptyLines() {
		while (this.scanned <= this.start + 1 && this.limit - this.start >= 2 && this.buffer[this.start] == '\r'
				&& this.buffer[this.start + 1] == '\n') {
			begin(this.start + 2);
		}
	}

	private int findEnd() throws ProtocolException {
		int from = Math.max(this.scanned, this.start + 3);
		int found = findEmptyLine(this.buffer, from, this.limit);
		if (found > 0 && !this.follows) {
			this.follows = isFollows(found + 1);
		}
		while (found > 0 && this.follows && !endsWith(END_COMMAND, found + 1)) {
			found = findEmptyLine(this.buffer, found + 1, this.limit);
		}
		if (found < 0) {
			this.scanned = this.limit;
			return -1;
		}
		// Without the empty line
		checkLines(found - 1);
		return found + 1;
	}

	/**
	 * Finds the last byte of CR LF CR LF, by eight bytes in one go. Where a line feed
	 * stands, and another one two bytes before, a message almost always ends; so the
	 * processor foresees the many steps that find nothing, which it could not if each
	 * line end made a difference.
	 * @param from the first place for the last byte, three behind the start at least
	 */
	private static int findEmptyLine(byte[] bytes, int from, int to) {
		int i = from;
		for (; i <= to - Long.BYTES; i += Long.BYTES) {
			long differences = (Swar.at(bytes, i) ^ LINE_FEEDS) | (Swar.at(bytes, i - 2) ^ LINE_FEEDS);
			if (Swar.zeros(differences) != 0) {
				int found = findEmptyLineByBytes(bytes, i, i + Long.BYTES);
				if (found > 0) {
					return found;
				}
			}
		}
		return findEmptyLineByBytes(bytes, i, to);
	}

	private static int findEmptyLineByBytes(byte[] bytes, int from, int to) {
		for (int i = from; i < to; i++) {
			if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
				return i;
			}
		}
		return -1;
	}

	/** Checks the lines of a message that may break the limits. */
	private void checkLines(int to) throws ProtocolException {
		if (to - this.start <= this.harmless) {
			return;
		}
		for (int i = Math.max(this.counted, this.start + 1); i < to; i++) {
			if (this.buffer[i] == '\n' && this.buffer[i - 1] == '\r') {
				checkLine(i);
				this.lineStart = i + 1;
				if (++this.lines > this.limits.maxHeaders()) {
					throw new ProtocolException("a message has more than " + this.limits.maxHeaders() + " headers");
				}
			}
		}
		this.counted = to;
	}

	private void checkLine(int lineEnd) throws ProtocolException {
		if (lineEnd - this.lineStart > this.limits.maxLineSize()) {
			throw new ProtocolException("a line is longer than " + this.limits.maxLineSize() + " bytes");
		}
	}

	/** Up to Asterisk 13 the output of a command is raw text that ends in a marker. */
	private boolean isFollows(int candidate) {
		int line = MessageStart.find(this.buffer, this.start, candidate);
		return line >= 0 && candidate - line >= FOLLOWS.length
				&& Arrays.equals(this.buffer, line, line + FOLLOWS.length, FOLLOWS, 0, FOLLOWS.length);
	}

	private boolean endsWith(byte[] text, int candidate) {
		int from = candidate - text.length;
		return from >= this.start && Arrays.equals(this.buffer, from, candidate, text, 0, text.length);
	}

	/** Leaves room for as large a read as possible, if that is cheap. */
	private void makeRoom() {
		int length = this.limit - this.start;
		boolean full = this.limit == this.buffer.length;
		if (this.start == 0 && !full || length > CHEAP_TO_MOVE && !full) {
			return;
		}
		int moved = this.start;
		byte[] target = (length > this.buffer.length / 2) ? new byte[this.buffer.length * 2] : this.buffer;
		System.arraycopy(this.buffer, this.start, target, 0, length);
		this.buffer = target;
		this.limit = length;
		this.start = 0;
		this.end = 0;
		this.scanned -= moved;
		this.counted -= moved;
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
	 * @since 0.1.0
	 */
	public record Limits(int maxLineSize, int maxHeaders, int maxMessageSize) {

		/** Far more than Asterisk sends: lines of 1 MiB, 10,000 headers, 4 MiB in all. */
		public static final Limits DEFAULTS = new Limits(1024 * 1024, 10_000, 4 * 1024 * 1024);

	}

}
