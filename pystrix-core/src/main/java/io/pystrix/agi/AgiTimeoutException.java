package io.pystrix.agi;

import java.util.Map;

/**
 * No reply came within the command time-out. What arrives later could belong to any
 * command, so the session is of no further use and every later command fails like this.
 *
 * @since 0.1.0
 */
public class AgiTimeoutException extends AgiErrorException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiTimeoutException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiTimeoutException(String message, Map<String, String> items) {
		super(message, items);
	}

}
