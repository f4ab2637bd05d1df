package io.pystrix.test.ami;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
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

	private final Deque<byte[]> pending = new ArrayDeque<>();

	private final int segmentSize;

	private boolean frozen;

	private boolean finished;

	SessionOutput(int segmentSize, boolean frozen) {
		this.segmentSize = segmentSize;
		this.frozen = frozen;
	}

	void add(byte[] bytes) {
		change(() -> {
			if (!this.finished) {
				this.pending.add(bytes);
			}
		});
	}

	void freeze(boolean frozen) {
		change(() -> this.frozen = frozen);
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
		change(() -> end(this.frozen));
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
		}
		this.frozen = false;
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
	 * Write until finished.
	 * @param socket the client
	 */
	void drainTo(OutputStream socket) throws IOException, InterruptedException {
		OutputStream output = new BufferedOutputStream(socket, 64 * 1024);
		for (byte[] bytes = take(output); bytes != null; bytes = take(output)) {
			if (this.segmentSize == 0) {
				output.write(bytes);
				continue;
			}
			for (int start = 0; start < bytes.length; start += this.segmentSize) {
				output.write(bytes, start, Math.min(this.segmentSize, bytes.length - start));
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
			while (waiting && (this.frozen || (this.pending.isEmpty() && !this.finished))) {
				this.changed.await();
			}
			return this.frozen ? null : this.pending.poll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
