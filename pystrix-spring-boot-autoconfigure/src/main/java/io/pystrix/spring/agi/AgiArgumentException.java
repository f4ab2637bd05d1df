package io.pystrix.spring.agi;

import org.jspecify.annotations.Nullable;

/**
 * A call has not what a method needs: a value is missing, or it cannot be converted to
 * the type of the parameter. The method was not called, and the script has failed by it
 * unless an {@link AgiExceptionHandler} sees to it.
 *
 * @since 0.1.0
 */
public final class AgiArgumentException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	AgiArgumentException(String message) {
		super(message);
	}

	AgiArgumentException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
