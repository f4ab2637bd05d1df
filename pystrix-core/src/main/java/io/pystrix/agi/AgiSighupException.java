package io.pystrix.agi;

import java.util.Map;

/**
 * Asterisk told a process of the hang-up by a SIGHUP. Thrown once, by the command after
 * it; the commands after that one are sent, so that a script can still tidy up.
 *
 * @since 0.1.0
 */
public class AgiSighupException extends AgiHangupException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiSighupException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiSighupException(String message, Map<String, String> items) {
		super(message, items);
	}

}
