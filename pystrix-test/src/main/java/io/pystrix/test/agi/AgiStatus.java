package io.pystrix.test.agi;

/**
 * How a call left its script, as the channel variable {@code AGISTATUS} tells the
 * dialplan.
 *
 * @since 0.1.0
 */
public enum AgiStatus {

	/**
	 * The server closed the connection; Asterisk cannot tell a script that ended from a
	 * server that crashed.
	 */
	SUCCESS,

	/**
	 * A command failed while the channel was up, or the server could not be reached.
	 */
	FAILURE,

	/**
	 * The channel hung up during the script.
	 */
	HANGUP

}
