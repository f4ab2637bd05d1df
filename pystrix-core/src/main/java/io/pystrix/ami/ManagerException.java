package io.pystrix.ami;

import org.jspecify.annotations.Nullable;

/**
 * Something went wrong between this side and Asterisk's manager interface. The subclasses
 * say what a caller can do about it.
 */
public class ManagerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ManagerException(@Nullable String message) {
		super(message);
	}

	public ManagerException(@Nullable String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
