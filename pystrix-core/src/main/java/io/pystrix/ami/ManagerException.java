package io.pystrix.ami;

import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;

/**
 * Something went wrong between this side and Asterisk's manager interface. The subclasses
 * say what a caller can do about it. A message is one line, whatever Asterisk sent.
 *
 * @since 0.1.0
 */
public class ManagerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public ManagerException(@Nullable String message) {
		super((message != null) ? Printable.of(message) : null);
	}

	public ManagerException(@Nullable String message, @Nullable Throwable cause) {
		super((message != null) ? Printable.of(message) : null, cause);
	}

}
