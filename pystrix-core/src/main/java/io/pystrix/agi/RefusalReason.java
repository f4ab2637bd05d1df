package io.pystrix.agi;

/**
 * Why a server did not take a call.
 *
 * @since 0.1.0
 */
public enum RefusalReason {

	/** There are as many calls as there may be at once. */
	FULL,

	/** The client is in none of the networks that are allowed. */
	NOT_ALLOWED,

	/** The server is stopping. */
	STOPPING,

	/**
	 * The executor has no thread for the call: it rejected the call, or did not begin it
	 * within the handshake timeout or before the server was stopped.
	 */
	NO_THREAD,

	/**
	 * The environment holds lines that Asterisk did not send as such, see
	 * {@link AgiEnvironment#forged()}.
	 */
	FORGED

}
