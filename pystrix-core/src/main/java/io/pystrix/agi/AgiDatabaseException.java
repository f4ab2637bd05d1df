package io.pystrix.agi;

import java.util.Map;

/**
 * Asterisk's database refused, or has no such key.
 *
 * @since 0.1.0
 */
public class AgiDatabaseException extends AgiApplicationException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiDatabaseException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiDatabaseException(String message, Map<String, String> items) {
		super(message, items);
	}

}
