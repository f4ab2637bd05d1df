package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.pystrix.agi.RefusalReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets as many calls run as there may be at once, knows them, and waits for them in the
 * end. The lock guards the two collections, and nothing blocks under it.
 *
 * @param <C> what a call is
 */
public final class CallGate<C extends CallGate.Call> {

	private static final Logger logger = LoggerFactory.getLogger(CallGate.class);

	private static final Duration AFTER_ABORT = Duration.ofSeconds(2);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition idle = this.lock.newCondition();

	private final Set<C> running = new LinkedHashSet<>();

	private final Deque<C> waiting = new ArrayDeque<>();

	private final int max;

	private final boolean queues;

	private final Executor executor;

	private boolean closed = false;

	/**
	 * Creates a gate that is open.
	 * @param max how many calls may run at once, 0 for any number
	 * @param queues whether further calls wait for their turn
	 * @param executor runs the calls
	 */
	public CallGate(int max, boolean queues, Executor executor) {
		this.max = max;
		this.queues = queues;
		this.executor = executor;
	}

	/**
	 * Runs a call, now or later.
	 * @param call the call
	 * @return why it will not be run, {@code null} if it will
	 */
	public @Nullable RefusalReason admit(C call) {
		return admit(call, () -> start(call));
	}

	/**
	 * Runs a call, on this thread if its turn is now, which returns when the call has
	 * ended; otherwise later.
	 * @param call the call
	 * @return why it will not be run, {@code null} if it was or will be
	 */
	public @Nullable RefusalReason serve(C call) {
		return admit(call, () -> run(call));
	}

	private @Nullable RefusalReason admit(C call, Runnable beginning) {
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
		beginning.run();
		return null;
	}

	/**
	 * Lets nobody in any more, refuses the calls that wait, and waits for those that run;
	 * interrupts them when the time is over, or when this thread is interrupted.
	 * @param grace how long to let calls finish, zero for not at all
	 * @param server who stops, for the log
	 */
	public void stop(Duration grace, String server) {
		close().forEach((call) -> call.refuse(RefusalReason.STOPPING));
		try {
			if (!awaitIdle(grace.toNanos())) {
				abort(server);
				awaitIdle(AFTER_ABORT.toNanos());
			}
		}
		catch (InterruptedException ex) {
			abort(server);
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Returns the calls that run.
	 * @return a snapshot
	 */
	public List<C> running() {
		this.lock.lock();
		try {
			return new ArrayList<>(this.running);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns how many calls run.
	 * @return the number of calls
	 */
	public int runningCount() {
		this.lock.lock();
		try {
			return this.running.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns how many calls wait for their turn.
	 * @return the number of calls
	 */
	public int waitingCount() {
		this.lock.lock();
		try {
			return this.waiting.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	private List<C> close() {
		this.lock.lock();
		try {
			this.closed = true;
			List<C> turnedAway = List.copyOf(this.waiting);
			this.waiting.clear();
			return turnedAway;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean awaitIdle(long nanos) throws InterruptedException {
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

	private void abort(String server) {
		List<C> calls = running();
		logger.warn("{} interrupts {} calls", server, calls.size());
		calls.forEach(Call::abort);
	}

	private void start(C call) {
		boolean started = false;
		try {
			this.executor.execute(() -> run(call));
			started = true;
		}
		finally {
			if (!started) {
				ended(call);
			}
		}
	}

	private void run(C call) {
		try {
			call.run();
		}
		finally {
			ended(call);
		}
	}

	private void startWaiting(C call) {
		try {
			start(call);
		}
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("No thread for a call that waited for its turn: {}", call, ex);
			call.refuse(RefusalReason.NO_THREAD);
		}
	}

	private void ended(C call) {
		C next;
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

	/**
	 * What goes through a gate. Its text is for the log.
	 */
	public interface Call {

		/**
		 * Serves the call, until it ends. Runs on the gate's executor, if at all.
		 */
		void run();

		/**
		 * Turns the call away, instead of running it. Does not block.
		 * @param reason why
		 */
		void refuse(RefusalReason reason);

		/**
		 * Ends the call from outside, soon: its thread is interrupted. May be called at
		 * any time.
		 */
		void abort();

	}

}
