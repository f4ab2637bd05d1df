package io.pystrix.test.agi;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads commands the way {@code run_agi()} in res/res_agi.c does it in all releases from
 * 13 on: it polls the socket, and then reads one line through a buffer of the C library.
 * What the buffer holds beyond that line is not seen by the poll, so a second command
 * that came along with the first runs only once more bytes arrive, or the end.
 */
final class CommandReader implements Closeable {

	/** How much glibc reads from a socket in one go: its st_blksize. */
	private static final int BUFFER = 4096;

	private final SocketChannel socket;

	private final Selector selector;

	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

	private final int limit;

	/**
	 * Read from a socket.
	 * @param socket the socket, which must not block
	 * @param limit how many bytes fit into the line buffer
	 */
	CommandReader(SocketChannel socket, int limit) throws IOException {
		this.socket = socket;
		this.limit = limit;
		this.selector = Selector.open();
		socket.register(this.selector, SelectionKey.OP_READ);
	}

	/**
	 * Wait until there are bytes to read, or the end. May be called by another thread
	 * than the one that reads.
	 * @return {@code false} if the reader is closed
	 */
	boolean poll() throws IOException {
		this.selector.select();
		if (!this.selector.isOpen() || !this.socket.isOpen()) {
			return false;
		}
		this.selector.selectedKeys().clear();
		return true;
	}

	/**
	 * Read the next command: a line, or as much of it as fits into the line buffer. A NUL
	 * hides the rest of its line, and what comes next is appended to what stands before
	 * it.
	 * @param more waits for more bytes; returns {@code false} if none will come
	 * @return the command without its line feed, or {@code null} at the end
	 */
	@Nullable String read(More more) throws InterruptedException {
		byte[] line = new byte[this.limit];
		int length = 0;
		boolean end = false;
		while (!end && length < this.limit && (length == 0 || line[length - 1] != '\n')) {
			int at = length;
			int next = 0;
			while (at < this.limit && next != '\n') {
				next = next(more);
				if (next < 0) {
					end = true;
					break;
				}
				line[at++] = (byte) next;
			}
			while (length < at && line[length] != 0) {
				length++;
			}
		}
		if (length == 0) {
			return null;
		}
		return new String(line, 0, (line[length - 1] == '\n') ? length - 1 : length, StandardCharsets.UTF_8);
	}

	private int next(More more) throws InterruptedException {
		while (!this.buffer.hasRemaining()) {
			this.buffer.clear();
			int count = fill();
			this.buffer.flip();
			if (count < 0 || (count == 0 && !more.await())) {
				return -1;
			}
		}
		return this.buffer.get() & 0xff;
	}

	private int fill() {
		try {
			return this.socket.read(this.buffer);
		}
		catch (IOException ex) {
			// A connection that was reset ends like any other
			return -1;
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		this.selector.close();
	}

	/**
	 * Waits for more bytes.
	 */
	@FunctionalInterface
	interface More {

		boolean await() throws InterruptedException;

	}

}
