package io.pystrix.agi;

import io.pystrix.NotForImplementation;

/**
 * What an {@link AgiServer} does at one moment, and what it has done since it was made.
 * Immutable.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiServerStatus {

	/**
	 * {@return whether the server takes calls}
	 */
	boolean isRunning();

	/**
	 * {@return how many calls there are, and connections that have not said yet what they
	 * want}
	 */
	int activeCalls();

	/**
	 * {@return how many calls wait for their turn}
	 */
	int queuedCalls();

	/**
	 * {@return how many calls there have been, whether or not there was a script for
	 * them}
	 */
	long totalCalls();

	/**
	 * Returns how many calls have ended in one way.
	 * @param outcome how they ended
	 * @return the number of calls
	 */
	long endedCalls(ScriptOutcome outcome);

	/**
	 * {@return how many calls were refused}
	 */
	long refusedCalls();

	/**
	 * Returns how many calls were refused for a reason.
	 * @param reason the reason
	 * @return the number of calls
	 */
	long refusedCalls(RefusalReason reason);

}
