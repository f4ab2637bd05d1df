package io.pystrix.agi;

import java.util.Map;

/**
 * The reply to a command says that the caller hung up while it ran.
 *
 * @since 0.1.0
 */
public class AgiResultHangupException extends AgiHangupException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiResultHangupException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiResultHangupException(String message, Map<String, String> items) {
		super(message, items);
	}

}
