package io.pystrix.agi.fastagi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets as many calls run as there may be at once, and knows them. The lock guards the two
 * collections, and nothing blocks under it.
 */
final class CallGate {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition idle = this.lock.newCondition();

	private final Set<FastAgiCall> running = new LinkedHashSet<>();

	private final Deque<FastAgiCall> waiting = new ArrayDeque<>();

	private final int max;

	private final boolean queues;

	private final Executor executor;

	private boolean closed = false;

	CallGate(FastAgiSettings settings, Executor executor) {
		this.max = settings.maxCalls();
		this.queues = settings.whenFull() == WhenFull.QUEUE;
		this.executor = executor;
	}

	/**
	 * Runs a call, now or later.
	 * @param call the call
	 * @return why it will not be run, {@code null} if it will
	 */
	@Nullable RefusalReason admit(FastAgiCall call) {
		this.lock.lock();
		try {
			if (this.closed) {
				return RefusalReason.STOPPING;
			}
			if (this.max > 0 && this.running.size() >= this.max) {
				return (this.queues && this.waiting.add(call)) ? null : RefusalReason.FULL;
			}
			this.running.add(call);
		}
		finally {
			this.lock.unlock();
		}
		start(call);
		return null;
	}

	/**
	 * Lets nobody in any more.
	 * @return the calls that were waiting
	 */
	List<FastAgiCall> close() {
		this.lock.lock();
		try {
			this.closed = true;
			List<FastAgiCall> turnedAway = List.copyOf(this.waiting);
			this.waiting.clear();
			return turnedAway;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean awaitIdle(long nanos) throws InterruptedException {
		long left = nanos;
		this.lock.lock();
		try {
			while (!this.running.isEmpty() && left > 0) {
				left = this.idle.awaitNanos(left);
			}
			return this.running.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	List<FastAgiCall> running() {
		this.lock.lock();
		try {
			return new ArrayList<>(this.running);
		}
		finally {
			this.lock.unlock();
		}
	}

	int runningCount() {
		this.lock.lock();
		try {
			return this.running.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	int waitingCount() {
		this.lock.lock();
		try {
			return this.waiting.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void start(FastAgiCall call) {
		boolean started = false;
		try {
			this.executor.execute(() -> {
				try {
					call.run();
				}
				finally {
					ended(call);
				}
			});
			started = true;
		}
		finally {
			if (!started) {
				ended(call);
			}
		}
	}

	private void startWaiting(FastAgiCall call) {
		try {
			start(call);
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("No thread for a call that waited for its turn: {}", call.remote(), ex);
			call.refuse(RefusalReason.NO_THREAD);
		}
	}

	private void ended(FastAgiCall call) {
		FastAgiCall next;
		this.lock.lock();
		try {
			this.running.remove(call);
			next = this.waiting.poll();
			if (next != null) {
				this.running.add(next);
			}
			else if (this.running.isEmpty()) {
				this.idle.signalAll();
			}
		}
		finally {
			this.lock.unlock();
		}
		if (next != null) {
			startWaiting(next);
		}
	}

}
