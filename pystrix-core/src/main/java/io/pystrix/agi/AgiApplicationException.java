package io.pystrix.agi;

import java.util.Map;

/**
 * Asterisk understood a command and failed to carry it out: a missing sound file, an
 * unknown dialplan application, a result that makes no sense. The session goes on.
 *
 * @since 0.1.0
 */
public class AgiApplicationException extends AgiErrorException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiApplicationException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiApplicationException(String message, Map<String, String> items) {
		super(message, items);
	}

}
