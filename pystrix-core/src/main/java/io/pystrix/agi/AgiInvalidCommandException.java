package io.pystrix.agi;

import java.util.Map;

/**
 * Asterisk does not know the command (reply code 510), perhaps because a module is not
 * loaded.
 *
 * @since 0.1.0
 */
public class AgiInvalidCommandException extends AgiErrorException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiInvalidCommandException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiInvalidCommandException(String message, Map<String, String> items) {
		super(message, items);
	}

}
