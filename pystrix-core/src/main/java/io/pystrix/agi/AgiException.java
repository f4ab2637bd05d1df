package io.pystrix.agi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.pystrix.internal.Printable;

/**
 * Root of everything that an AGI session throws. Unchecked: a script handles what it can
 * handle and lets the rest end the call. A message is one line, whatever the other side
 * sent.
 *
 * @since 0.1.0
 */
public class AgiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	// Declared as the class, since an exception has to be serializable
	private final LinkedHashMap<String, String> items;

	/**
	 * Creates an exception without key-value pairs.
	 * @param message what went wrong
	 */
	public AgiException(String message) {
		this(message, Map.of());
	}

	/**
	 * Creates an exception.
	 * @param message what went wrong
	 * @param items the key-value pairs of Asterisk's reply, empty if there are none
	 */
	public AgiException(String message, Map<String, String> items) {
		super(Printable.of(message));
		this.items = new LinkedHashMap<>(items);
	}

	/**
	 * Creates an exception that has a cause.
	 * @param message what went wrong
	 * @param cause why
	 */
	public AgiException(String message, Throwable cause) {
		super(Printable.of(message), cause);
		this.items = new LinkedHashMap<>();
	}

	/**
	 * Returns the key-value pairs of the reply that led here, such as {@code result} and
	 * {@code endpos}.
	 * @return an unmodifiable map, empty if there was no such reply
	 */
	public Map<String, String> items() {
		return Collections.unmodifiableMap(this.items);
	}

}
