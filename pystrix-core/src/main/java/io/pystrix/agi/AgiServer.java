package io.pystrix.agi;

import java.time.Duration;
import java.util.List;

import io.pystrix.NotForImplementation;

/**
 * Serves calls with scripts, whatever brings them: a
 * {@link io.pystrix.agi.fastagi.FastAgiServer} or an
 * {@link io.pystrix.agi.async.AsyncAgiServer}. Safe for use by several threads. May be
 * started again after it was stopped.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiServer extends AutoCloseable {

	/**
	 * Starts to take calls, and returns at once. Does nothing if the server is running.
	 */
	void start();

	/**
	 * Takes no more calls, lets those that are running finish, and interrupts those that
	 * have not when the time is over. Returns when all of them have ended, two seconds
	 * after the interruption at the latest. Does nothing if the server is not running.
	 * Not to be called by a script, which would wait for itself.
	 * @param grace how long to let calls finish, zero for not at all
	 */
	void stop(Duration grace);

	/**
	 * Stops at once: calls are interrupted.
	 */
	@Override
	default void close() {
		stop(Duration.ZERO);
	}

	/**
	 * Returns whether the server takes calls.
	 * @return whether it was started and not stopped since
	 */
	boolean isRunning();

	/**
	 * Returns the scripts, which may be changed at any time.
	 * @return the registry
	 */
	ScriptRegistry scripts();

	/**
	 * Returns the calls whose scripts are running.
	 * @return the calls, a snapshot
	 */
	List<ActiveCall> calls();

	/**
	 * Returns what the server does and has done, for monitoring.
	 * @return a snapshot
	 */
	AgiServerStatus status();

}
