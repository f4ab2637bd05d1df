package io.pystrix.agi;

import java.util.Map;

/**
 * Asterisk reported success and gave no result.
 *
 * @since 0.1.0
 */
public class AgiNoResultException extends AgiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiNoResultException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiNoResultException(String message, Map<String, String> items) {
		super(message, items);
	}

}
