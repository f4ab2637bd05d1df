package io.pystrix.agi.internal;

import java.io.IOException;

/**
 * What came instead of an environment is not from Asterisk.
 */
public final class EnvironmentException extends IOException {

	private static final long serialVersionUID = 1L;

	private final boolean timeout;

	EnvironmentException(String message, boolean timeout) {
		super(message);
		this.timeout = timeout;
	}

	EnvironmentException(String message) {
		this(message, false);
	}

	/**
	 * Whether it is only that not all of it came in time.
	 * @return whether time ran out
	 */
	public boolean isTimeout() {
		return this.timeout;
	}

}
