package io.pystrix.ami;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes requests in the order in which they come. Who finds somebody writing leaves the
 * request to him, so that what comes at the same time goes out in one system call, and
 * Asterisk's answers come back in one. For any thread.
 */
final class RequestWriter {

	/**
	 * With so many bytes left to somebody else, the peer does not read: wait with him.
	 */
	private static final int MAX_LEFT = 64 * 1024;

	private final OutputStream out;

	private final ReentrantLock writing = new ReentrantLock();

	private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

	private final AtomicInteger left = new AtomicInteger();

	RequestWriter(OutputStream out) {
		this.out = out;
	}

	/**
	 * Writes a request, or leaves it to whoever is writing.
	 * @param bytes the request
	 * @param pending is told when it has been written
	 * @param shared whether others are likely to write at this moment
	 */
	void write(byte[] bytes, PendingAction pending, boolean shared) throws IOException {
		this.requests.add(new Request(bytes, pending));
		if (this.left.addAndGet(bytes.length) > MAX_LEFT) {
			this.writing.lock();
			writeAllAndUnlock();
		}
		// Who has the lock may have looked for requests before this one came
		while (!this.requests.isEmpty() && this.writing.tryLock()) {
			if (shared) {
				Thread.yield();
			}
			writeAllAndUnlock();
		}
	}

	private void writeAllAndUnlock() throws IOException {
		try {
			writeAll();
		}
		finally {
			this.writing.unlock();
		}
	}

	private void writeAll() throws IOException {
		Request first = this.requests.poll();
		if (first == null) {
			return;
		}
		Request next = this.requests.poll();
		if (next == null) {
			write(first.bytes());
			first.pending().sent();
			return;
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(first.bytes());
		List<PendingAction> written = new ArrayList<>();
		written.add(first.pending());
		while (next != null) {
			bytes.writeBytes(next.bytes());
			written.add(next.pending());
			next = this.requests.poll();
		}
		write(bytes.toByteArray());
		written.forEach(PendingAction::sent);
	}

	private void write(byte[] bytes) throws IOException {
		this.left.addAndGet(-bytes.length);
		this.out.write(bytes);
	}

	/** Writes something at the very end, if nobody is writing. */
	void tryToEndWith(byte[] bytes) throws IOException {
		if (this.writing.tryLock()) {
			try {
				writeAll();
				this.out.write(bytes);
			}
			finally {
				this.writing.unlock();
			}
		}
	}

	private record Request(byte[] bytes, PendingAction pending) {

	}

}
