package io.pystrix.spring.support;

import org.jspecify.annotations.Nullable;

/**
 * An annotated bean or method cannot be used as its annotation asks for. Thrown while the
 * application starts.
 *
 * @since 0.1.0
 */
public class InvalidHandlerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String handler;

	private final String problem;

	/**
	 * Creates an exception.
	 * @param handler the bean, and the method if it is about one
	 * @param problem what is wrong with it
	 * @param cause why it was noticed, {@code null} if there is no more to say
	 */
	public InvalidHandlerException(Object handler, String problem, @Nullable Throwable cause) {
		super("Invalid " + handler + ": " + problem, cause);
		this.handler = handler.toString();
		this.problem = problem;
	}

	/**
	 * Creates an exception.
	 * @param handler the bean, and the method if it is about one
	 * @param problem what is wrong with it
	 */
	public InvalidHandlerException(Object handler, String problem) {
		this(handler, problem, null);
	}

	/**
	 * Returns what is wrong.
	 * @return the bean, and the method if it is about one
	 */
	public String handler() {
		return this.handler;
	}

	/**
	 * Returns what is wrong with it.
	 * @return a sentence
	 */
	public String problem() {
		return this.problem;
	}

}
