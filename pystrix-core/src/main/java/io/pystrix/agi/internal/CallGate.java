package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.pystrix.agi.RefusalReason;
import io.pystrix.internal.Loggable;
import io.pystrix.internal.RareWarning;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Lets as many calls run as there may be at once, knows them, and waits for them in the
 * end. The lock guards the two collections, and nothing blocks under it.
 * <p>
 * Whatever the executor of the user does, a call either begins within the time limit or
 * is refused: also if the executor rejects its task, drops it, blocks or fails.
 *
 * @param <C> what a call is
 * @since 0.1.0
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

	private final Map<C, CallTurn<C>> running = new LinkedHashMap<>();

	private final Deque<C> waiting = new ArrayDeque<>();

	private final int max;

	private final boolean queues;

	private final Executor own;

	private final @Nullable Executor users;

	private final Duration patience;

	// One for each message, so that none hides another
	private final RareWarning rejectionWarning;

	private final RareWarning lateWarning;

	private final RareWarning failureWarning;

	private boolean closed = false;

	/**
	 * Creates a gate that is open.
	 * @param max how many calls may run at once, 0 for any number
	 * @param queues whether further calls wait for their turn
	 * @param own runs each task at once, on a thread of its own
	 * @param users the executor of the user, which runs the calls; {@code null} to run
	 * them on the own threads
	 * @param patience how long the executor of the user may take to begin a call, to the
	 * millisecond
	 * @param logger the logger of the server
	 */
	public CallGate(int max, boolean queues, Executor own, @Nullable Executor users, Duration patience, Logger logger) {
		this.max = max;
		this.queues = queues;
		this.own = own;
		this.users = users;
		this.patience = patience;
		this.logger = logger;
		this.rejectionWarning = new RareWarning(logger);
		this.lateWarning = new RareWarning(logger);
		this.failureWarning = new RareWarning(logger);
	}

	/**
	 * Runs a call, now or later, on another thread. Neither blocks nor runs user code.
	 * @param call the call
	 * @return why the caller has to refuse the call, {@code null} if the gate runs it, or
	 * refuses it because there is no thread
	 */
	public @Nullable RefusalReason admit(C call) {
		return admit(call, this::start);
	}

	/**
	 * Runs a call as {@link #admit} does, but gives it to the executor from this thread
	 * if its turn is now: the executor may block this thread, or run the call on it.
	 * @param call the call
	 * @return why the caller has to refuse the call, {@code null} if the gate runs it, or
	 * refuses it because there is no thread
	 */
	public @Nullable RefusalReason handOver(C call) {
		return admit(call, this::handOver);
	}

	/**
	 * Runs a call, on this thread if its turn is now, which returns when the call has
	 * ended; otherwise later.
	 * @param call the call
	 * @return why the caller has to refuse the call, {@code null} if the gate runs it, or
	 * refuses it because there is no thread
	 */
	public @Nullable RefusalReason serve(C call) {
		return admit(call, (turn) -> execute(turn, Runnable::run, turn));
	}

	private @Nullable RefusalReason admit(C call, Predicate<CallTurn<C>> beginning) {
		CallTurn<C> turn = new CallTurn<>(call, this::run);
		this.lock.lock();
		try {
			if (this.closed) {
				return RefusalReason.STOPPING;
			}
			if (this.max > 0 && this.running.size() >= this.max) {
				return (this.queues && this.waiting.add(call)) ? null : RefusalReason.FULL;
			}
			this.running.put(call, turn);
		}
		finally {
			this.lock.unlock();
		}
		if (!beginning.test(turn)) {
			ended(call);
		}
		return null;
	}

	/**
	 * Admits no more calls, refuses the calls that wait, and waits for those that run.
	 * When the time is over, or when this thread is interrupted, those that have not
	 * begun are refused, and the others are aborted. They may clean up, then their
	 * sessions end whatever they do. Returns two seconds after the abort at the latest.
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
			turns().forEach(this::end);
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
			return new ArrayList<>(this.running.keySet());
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

	private List<CallTurn<C>> turns() {
		this.lock.lock();
		try {
			return new ArrayList<>(this.running.values());
		}
		finally {
			this.lock.unlock();
		}
	}

	private void end(CallTurn<C> turn) {
		if (turn.decide()) {
			turn.call().refuse(RefusalReason.NO_THREAD);
			ended(turn.call());
		}
		else {
			turn.call().abort();
		}
	}

	// Like handOver and execute, returns false if the call was refused because there is
	// no thread for it; the caller takes it out of the collection then
	private boolean start(CallTurn<C> turn) {
		if (this.users == null) {
			return execute(turn, this.own, turn);
		}
		// Not from this thread: the executor of the user may block it, or run the call
		return execute(turn, this.own, () -> {
			if (!handOver(turn)) {
				ended(turn.call());
			}
		});
	}

	private boolean handOver(CallTurn<C> turn) {
		if (this.users == null) {
			return execute(turn, this.own, turn);
		}
		turn.limit(this.patience, this::late);
		return execute(turn, this.users, turn);
	}

	private boolean execute(CallTurn<C> turn, Executor executor, Runnable task) {
		try {
			executor.execute(task);
			return true;
		}
		catch (Throwable ex) {
			if (!turn.decide()) {
				this.failureWarning.log("The executor failed after it took the call of " + turn.call(), ex);
				return true;
			}
			this.rejectionWarning.log("Refused the call of " + turn.call() + ": there is no thread for it", ex);
			turn.call().refuse(RefusalReason.NO_THREAD);
			return false;
		}
	}

	private void late(C call) {
		Runnable refusal = () -> {
			try {
				this.lateWarning.log("Refused the call of " + call + ": the executor has not begun it within "
						+ this.patience.toMillis() + " ms", null);
				call.refuse(RefusalReason.NO_THREAD);
			}
			finally {
				ended(call);
			}
		};
		try {
			// Not on the thread of the timer: listeners are notified
			this.own.execute(refusal);
		}
		catch (Throwable ex) {
			this.logger.debug("No thread to refuse the call of {}", call, Loggable.of(ex));
			refusal.run();
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

	private void ended(C call) {
		CallTurn<C> next = next(call);
		while (next != null && !start(next)) {
			next = next(next.call());
		}
	}

	private @Nullable CallTurn<C> next(C ended) {
		this.lock.lock();
		try {
			this.running.remove(ended);
			C next = this.waiting.poll();
			if (next != null) {
				CallTurn<C> turn = new CallTurn<>(next, this::run);
				this.running.put(next, turn);
				return turn;
			}
			if (this.running.isEmpty()) {
				this.idle.signalAll();
			}
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * What goes through a gate. Its text is for the log.
	 *
	 * @since 0.1.0
	 */
	public interface Call {

		/**
		 * Serves the call, until it ends.
		 */
		void run();

		/**
		 * Turns the call away. Called at most once, and then instead of running it. Does
		 * not block.
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
