package io.pystrix.agi.internal;

import java.io.IOException;

/**
 * The environment of a call is not, or may not be, what Asterisk said about it: a value
 * with a line feed made lines up, or Asterisk has cut it.
 *
 * @since 0.1.0
 */
public final class ForgedEnvironmentException extends IOException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message what is forged
	 */
	public ForgedEnvironmentException(String message) {
		super(message);
	}

}
