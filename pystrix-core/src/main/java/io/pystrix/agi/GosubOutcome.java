package io.pystrix.agi;

/**
 * How a dialplan routine ended.
 *
 * @since 0.1.0
 */
public enum GosubOutcome {

	/**
	 * It came to its {@code Return}. What it returned is in the channel variable
	 * {@code GOSUB_RETVAL}.
	 */
	RETURNED,

	/**
	 * It ended without one; as a rule the call ends as well.
	 */
	NOT_RETURNED

}
