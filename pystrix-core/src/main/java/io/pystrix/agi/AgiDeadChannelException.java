package io.pystrix.agi;

import java.util.Map;

/**
 * The channel has hung up and the command needs a living one (reply code 511). Commands
 * that work without a caller, {@link Agi#setVariable} among them, still do.
 *
 * @since 0.1.0
 */
public class AgiDeadChannelException extends AgiErrorException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiDeadChannelException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiDeadChannelException(String message, Map<String, String> items) {
		super(message, items);
	}

}
