package io.pystrix.agi;

import java.util.Map;

/**
 * The server stopped while the command was in progress, and its grace period is over.
 * Asterisk's answer, if any, is lost. The thread of the call is interrupted when this is
 * thrown. The script has a moment to clean up: for about a second and a half, commands
 * still work, in a {@code finally} block for example.
 *
 * @since 0.1.0
 */
public class AgiAbortedException extends AgiErrorException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiAbortedException(String message) {
		super(message);
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiAbortedException(String message, Map<String, String> items) {
		super(message, items);
	}

}
