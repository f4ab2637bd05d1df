package io.pystrix.agi;

import java.util.Map;

/**
 * The arguments of a command do not fit it (reply code 520). The message is the usage
 * text that Asterisk sends.
 *
 * @since 0.1.0
 */
public class AgiUsageException extends AgiErrorException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiUsageException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiUsageException(String message, Map<String, String> items) {
		super(message, items);
	}

}
