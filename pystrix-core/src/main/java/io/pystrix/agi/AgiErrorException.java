package io.pystrix.agi;

import java.util.Map;

/**
 * A command was not carried out: the parent of everything that Asterisk refuses while the
 * caller is still there.
 *
 * @since 0.1.0
 */
public class AgiErrorException extends AgiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiErrorException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiErrorException(String message, Map<String, String> items) {
		super(message, items);
	}

}
