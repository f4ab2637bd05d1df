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
import java.util.stream.Collectors;

import io.pystrix.agi.RefusalReason;
import io.pystrix.internal.Loggable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Lets as many calls run as there may be at once, knows them, and waits for them in the
 * end. The lock guards the two collections, and nothing blocks under it.
 *
 * @param <C> what a call is
 */
public final class CallGate<C extends CallGate.Call> {

	// Scripts may clean up for that long after they were interrupted
	private static final Duration CLEAN_UP = Duration.ofMillis(1400);

	// What is sent to the dialplan then needs a moment to arrive
	private static final Duration FAREWELL = Duration.ofMillis(300);

	private static final int LISTED = 10;

	private final Logger logger;

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
	 * @param logger the logger of the server
	 */
	public CallGate(int max, boolean queues, Executor executor, Logger logger) {
		this.max = max;
		this.queues = queues;
		this.executor = executor;
		this.logger = logger;
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
	 * Admits no more calls, refuses the calls that wait, and waits for those that run.
	 * When the time is over, or when this thread is interrupted, the others are aborted.
	 * They may clean up, then their sessions end whatever they do. Returns two seconds
	 * after the abort at the latest.
	 * @param grace how long to let calls finish, zero for not at all
	 * @param server the server that stops, for the log
	 */
	public void stop(Duration grace, String server) {
		close().forEach((call) -> call.refuse(RefusalReason.STOPPING));
		boolean interrupted = false;
		long start = System.nanoTime();
		try {
			if (awaitIdle(grace.toNanos())) {
				return;
			}
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		List<C> calls = running();
		if (!calls.isEmpty()) {
			warn(server, calls, System.nanoTime() - start);
			calls.forEach(Call::abort);
			interrupted |= !pause(CLEAN_UP);
			running().forEach(Call::abandon);
			interrupted |= !pause(FAREWELL);
			running().forEach(Call::close);
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void warn(String server, List<C> calls, long nanos) {
		String list = calls.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
		this.logger.warn("Stopping {}: interrupting {} calls that are still running after {} seconds: {}{}", server,
				calls.size(), Math.round(nanos / 1e8) / 10.0, list, (calls.size() > LISTED) ? ", …" : "");
	}

	// The whole time in any case, as the thread that stops an application may be
	// interrupted again and again
	private boolean pause(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		boolean undisturbed = true;
		while (true) {
			try {
				awaitIdle(end - System.nanoTime());
				return undisturbed;
			}
			catch (InterruptedException ex) {
				undisturbed = false;
			}
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

	private void start(C call) {
		boolean started = false;
		try {
			execute(call);
			started = true;
		}
		finally {
			if (!started) {
				ended(call);
			}
		}
	}

	private void execute(C call) {
		this.executor.execute(() -> run(call));
	}

	private void run(C call) {
		try {
			call.run();
		}
		finally {
			ended(call);
		}
	}

	private void ended(C call) {
		C next = next(call);
		while (next != null && !startWaiting(next)) {
			next = next(next);
		}
	}

	private boolean startWaiting(C call) {
		try {
			execute(call);
			return true;
		}
		catch (Throwable ex) {
			this.logger.warn("No thread for a call that waited for its turn: {}", call, Loggable.of(ex));
			call.refuse(RefusalReason.NO_THREAD);
			return false;
		}
	}

	private @Nullable C next(C ended) {
		C next;
		this.lock.lock();
		try {
			this.running.remove(ended);
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
		return next;
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
		 * Interrupts the thread of the call, whose script may clean up. May be called at
		 * any time.
		 */
		void abort();

		/**
		 * Tells the dialplan that the call has failed, and ends its session, while the
		 * script may still be running. Does not block.
		 */
		void abandon();

		/**
		 * Releases what the call holds, after it was abandoned. Does not block.
		 */
		void close();

	}

}
