package io.pystrix.test.ami;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * What is still to be written to one client. Others only add to it, so that a client that
 * does not read holds up nobody but its own writer thread.
 */
final class SessionOutput {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private final Deque<Chunk> pending = new ArrayDeque<>();

	private final ConnectionFaults faults;

	private boolean finished;

	private boolean aborted;

	private int piece;

	SessionOutput(ConnectionFaults faults) {
		this.faults = faults;
	}

	void add(byte[] bytes) {
		change(() -> {
			if (!this.finished) {
				this.pending.add(new Chunk(bytes, System.nanoTime()));
			}
		});
	}

	/**
	 * Look at the faults again.
	 */
	void faultsChanged() {
		change(() -> {
		});
	}

	/**
	 * Take nothing more; the writer ends when what is pending is written.
	 */
	void finish() {
		change(() -> this.finished = true);
	}

	/**
	 * Finish because nobody sends requests any more; a frozen session would otherwise
	 * wait for ever.
	 */
	void abandon() {
		change(() -> end(this.faults.frozen));
	}

	/**
	 * Forget what is pending and end the writer, frozen or not.
	 */
	void abort() {
		change(() -> end(true));
	}

	private void end(boolean forgetPending) {
		if (forgetPending) {
			this.pending.clear();
			this.aborted = true;
		}
		this.finished = true;
	}

	private void change(Runnable change) {
		this.lock.lock();
		try {
			change.run();
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Write until finished, or until the connection is to be cut.
	 * @param socket the client
	 */
	void drainTo(OutputStream socket) throws IOException, InterruptedException {
		OutputStream output = new BufferedOutputStream(socket, 64 * 1024);
		for (byte[] bytes = take(output); bytes != null; bytes = take(output)) {
			int length = (int) Math.min(bytes.length, this.faults.cutAt - this.faults.written);
			write(output, bytes, length);
			if (length < bytes.length) {
				output.flush();
				return;
			}
		}
	}

	private void write(OutputStream output, byte[] bytes, int length) throws IOException {
		List<Integer> pieces = this.faults.pieces;
		for (int start = 0; start < length;) {
			int size = length - start;
			if (!pieces.isEmpty()) {
				size = Math.min(size, pieces.get(this.piece++ % pieces.size()));
			}
			output.write(bytes, start, size);
			this.faults.written += size;
			start += size;
			if (!pieces.isEmpty()) {
				output.flush();
			}
		}
	}

	private byte @Nullable [] take(OutputStream output) throws IOException, InterruptedException {
		byte[] ready = poll(false);
		if (ready != null) {
			return ready;
		}
		output.flush();
		return poll(true);
	}

	private byte @Nullable [] poll(boolean waiting) throws InterruptedException {
		this.lock.lock();
		try {
			while (true) {
				if (this.faults.written >= this.faults.cutAt) {
					// Cut as soon as the last byte is written, not when there is one more
					return null;
				}
				Chunk next = this.pending.peek();
				boolean frozen = this.faults.frozen && !this.aborted;
				long wait = (next != null) ? next.added() + this.faults.outputDelay.toNanos() - System.nanoTime() : 0;
				if (!frozen && wait <= 0 && (next != null || this.finished)) {
					this.pending.poll();
					return (next != null) ? next.bytes() : null;
				}
				if (!waiting) {
					return null;
				}
				if (frozen || next == null) {
					this.changed.await();
				}
				else {
					this.changed.awaitNanos(wait);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Bytes to write.
	 *
	 * @param bytes the bytes
	 * @param added when they were added, as {@link System#nanoTime()}
	 */
	private record Chunk(byte[] bytes, long added) {

	}

}
