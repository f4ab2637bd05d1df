package io.pystrix.agi.internal;

import java.io.IOException;

/**
 * What came instead of an environment is not from Asterisk.
 *
 * @since 0.1.0
 */
public final class EnvironmentException extends IOException {

	private static final long serialVersionUID = 1L;

	EnvironmentException(String message) {
		super(message);
	}

}
