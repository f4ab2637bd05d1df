package io.pystrix.agi;

import java.util.Map;

/**
 * Asterisk answered with a code, or a line, that AGI does not define.
 *
 * @since 0.1.0
 */
public class AgiUnknownResponseException extends AgiErrorException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiUnknownResponseException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiUnknownResponseException(String message, Map<String, String> items) {
		super(message, items);
	}

}
