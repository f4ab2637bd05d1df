package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections on which the last word was said, and that Asterisk has to read before they
 * are closed. Closing at once could discard it: bytes that arrive at a closed socket,
 * such as the reply to the last command, or were not read before, make the system reset
 * the connection. So the connection is only half-closed, and what arrives is thrown away
 * until Asterisk closes its side, or for some seconds. That is done by a thread that
 * looks now and then, as nobody else has to wait for it.
 */
final class Lingering {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	// A command may go on for hours, but Asterisk's system has the bytes in a moment
	private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

	private static final long LAST_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

	// Each costs a file descriptor
	private static final int MAX = 1000;

	private static final int MAX_READS = 16;

	private final ReentrantLock lock = new ReentrantLock();

	private final Deque<Entry> entries = new ArrayDeque<>();

	private boolean closed = false;

	/**
	 * Half-closes a connection, and closes it later.
	 */
	void add(Socket socket) {
		if (!halfClose(socket)) {
			return;
		}
		@Nullable Entry surplus = null;
		this.lock.lock();
		try {
			Entry entry = new Entry(socket, System.nanoTime() + LIMIT_NANOS);
			if (this.closed) {
				surplus = entry;
			}
			else {
				this.entries.add(entry);
				surplus = (this.entries.size() > MAX) ? this.entries.poll() : null;
			}
		}
		finally {
			this.lock.unlock();
		}
		if (surplus != null) {
			surplus.close();
		}
	}

	/**
	 * Says that nothing more will be sent.
	 * @return whether the connection is still there; otherwise it is closed now
	 */
	static boolean halfClose(Socket socket) {
		try {
			if (!socket.isOutputShutdown()) {
				socket.shutdownOutput();
			}
			return true;
		}
		catch (IOException ex) {
			logger.trace("{} is gone already", socket, ex);
			close(socket);
			return false;
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			logger.debug("Closing {} failed", socket, ex);
		}
	}

	/**
	 * Closes the connections that Asterisk has closed, and those whose time is over.
	 * @return whether there are others
	 */
	boolean sweep() {
		boolean left = false;
		for (int i = size(); i > 0; i--) {
			Entry entry = poll();
			if (entry == null) {
				return left;
			}
			if (entry.isOver()) {
				entry.close();
			}
			else {
				left |= putBack(entry);
			}
		}
		return left;
	}

	/**
	 * Gives the connections a last moment, and closes them. Others are closed at once
	 * from now on.
	 */
	void close() {
		long end = System.nanoTime() + LAST_MOMENT_NANOS;
		while (sweep() && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		this.lock.lock();
		try {
			this.closed = true;
		}
		finally {
			this.lock.unlock();
		}
		for (Entry entry = poll(); entry != null; entry = poll()) {
			entry.close();
		}
	}

	private int size() {
		this.lock.lock();
		try {
			return this.entries.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable Entry poll() {
		this.lock.lock();
		try {
			return this.entries.poll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean putBack(Entry entry) {
		this.lock.lock();
		try {
			if (!this.closed) {
				this.entries.add(entry);
				return true;
			}
		}
		finally {
			this.lock.unlock();
		}
		entry.close();
		return false;
	}

	/**
	 * A connection.
	 *
	 * @param end when its time is over
	 */
	private record Entry(Socket socket, long end) {

		boolean isOver() {
			byte[] ignored = new byte[4096];
			try {
				this.socket.setSoTimeout(1);
				InputStream in = this.socket.getInputStream();
				for (int i = 0; i < MAX_READS; i++) {
					if (in.read(ignored) < 0) {
						return true;
					}
				}
			}
			catch (SocketTimeoutException ex) {
				logger.trace("{} has not been closed yet", this.socket);
			}
			catch (IOException ex) {
				return true;
			}
			return System.nanoTime() - this.end >= 0;
		}

		void close() {
			Lingering.close(this.socket);
		}

	}

}
