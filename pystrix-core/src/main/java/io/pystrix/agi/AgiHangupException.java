package io.pystrix.agi;

import java.util.Map;

/**
 * The caller is gone. This is how most calls end: a script that has nothing to tidy up
 * lets it pass, and whoever runs the script ends the call quietly.
 *
 * @since 0.1.0
 */
public class AgiHangupException extends AgiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what was noticed
	 */
	public AgiHangupException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what was noticed
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiHangupException(String message, Map<String, String> items) {
		super(message, items);
	}

	/**
	 * Creates an exception that has a cause.
	 * @param message what was noticed
	 * @param cause what it was noticed by
	 */
	public AgiHangupException(String message, Throwable cause) {
		super(message, cause);
	}

}
