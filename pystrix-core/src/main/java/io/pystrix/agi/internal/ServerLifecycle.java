package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Starts and stops a server, any number of times. What exists from a start to the next
 * stop is a run. Safe for use by several threads.
 *
 * @param <R> a run
 */
public final class ServerLifecycle<R extends ServerLifecycle.Run> {

	// Guards the change of the run, and is not held while calls are waited for
	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable R run;

	// Still has calls to wait for when it is not the run any more
	private volatile @Nullable R stopping;

	/**
	 * Returns the run, which is started if there is none.
	 * @param start starts one
	 * @return the run
	 */
	public R start(Supplier<R> start) {
		this.lock.lock();
		try {
			R current = this.run;
			if (current == null) {
				current = start.get();
				this.run = current;
			}
			return current;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Ends the run and waits for its calls.
	 * @param grace how long to let calls finish, zero for not at all
	 * @return the run that has ended, {@code null} if there was none
	 */
	public @Nullable R stop(Duration grace) {
		R ending;
		this.lock.lock();
		try {
			ending = this.run;
			this.run = null;
			// A second stop finds nothing to end, but calls may still be running
			this.stopping = (ending != null) ? ending : this.stopping;
		}
		finally {
			this.lock.unlock();
		}
		if (ending != null) {
			ending.stop(grace);
		}
		return ending;
	}

	/**
	 * Returns the run that takes calls.
	 * @return the run, {@code null} if the server is not running
	 */
	public @Nullable R running() {
		return this.run;
	}

	/**
	 * Returns the run that has calls: the one that takes them, or the last one.
	 * @return the run, {@code null} if there was none yet
	 */
	public @Nullable R current() {
		R current = this.run;
		return (current != null) ? current : this.stopping;
	}

	/**
	 * What exists between a start and the next stop.
	 */
	public interface Run {

		/**
		 * Takes no more calls and waits for those that there are.
		 * @param grace how long to let calls finish, zero for not at all
		 */
		void stop(Duration grace);

	}

}
