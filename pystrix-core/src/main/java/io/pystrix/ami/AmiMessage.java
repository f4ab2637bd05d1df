package io.pystrix.ami;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * What Asterisk sent: an {@link AmiEvent} or an {@link AmiResponse}. It is a view over
 * the {@linkplain #headers() headers}; subclasses add typed accessors, and every header
 * stays readable by name, known or not.
 */
public abstract class AmiMessage {

	private final AmiHeaders headers;

	AmiMessage(AmiHeaders headers) {
		this.headers = headers;
	}

	/**
	 * All headers in wire order.
	 * @return the headers
	 */
	public final AmiHeaders headers() {
		return this.headers;
	}

	/**
	 * Returns the first value of a header.
	 * @param name the name, in any case
	 * @return the value, perhaps empty; {@code null} if there is no such header
	 */
	public final @Nullable String get(String name) {
		return this.headers.get(name);
	}

	/**
	 * Returns all values of a header.
	 * @param name the name, in any case
	 * @return the values in wire order; empty if there is no such header
	 */
	public final List<String> getAll(String name) {
		return this.headers.getAll(name);
	}

	/**
	 * The ActionID of the action that this message belongs to.
	 * @return the id, or {@code null} if the message has none
	 */
	public final @Nullable String actionId() {
		return this.headers.get("ActionID");
	}

	/**
	 * Returns a header that Asterisk always sends.
	 * @param name the name, in any case
	 * @return the value, perhaps empty
	 * @throws NoSuchElementException if it is missing all the same
	 */
	protected final String required(String name) {
		String value = get(name);
		if (value == null) {
			throw new NoSuchElementException("The message has no header '" + name + "': " + this);
		}
		return value;
	}

	/**
	 * Returns a header as a number.
	 * @param name the name, in any case
	 * @return the number; empty if the header is missing or holds something else
	 */
	protected final OptionalInt integer(String name) {
		String value = get(name);
		try {
			return (value != null) ? OptionalInt.of(Integer.parseInt(value.strip())) : OptionalInt.empty();
		}
		catch (NumberFormatException ex) {
			return OptionalInt.empty();
		}
	}

	/**
	 * Returns a header as a long number.
	 * @param name the name, in any case
	 * @return the number; empty if the header is missing or holds something else
	 */
	protected final OptionalLong longInteger(String name) {
		String value = get(name);
		try {
			return (value != null) ? OptionalLong.of(Long.parseLong(value.strip())) : OptionalLong.empty();
		}
		catch (NumberFormatException ex) {
			return OptionalLong.empty();
		}
	}

	/**
	 * Returns a header as a truth value, in any of the words that Asterisk uses.
	 * @param name the name, in any case
	 * @return {@code true}, {@code false}, or {@code null} if the header is missing or
	 * holds something else
	 */
	protected final @Nullable Boolean truth(String name) {
		String value = get(name);
		if (value == null) {
			return null;
		}
		return switch (value.strip().toLowerCase(Locale.ROOT)) {
			case "yes", "true", "on", "1", "enabled" -> Boolean.TRUE;
			case "no", "false", "off", "0", "disabled" -> Boolean.FALSE;
			default -> null;
		};
	}

	@Override
	public String toString() {
		return this.headers.toString();
	}

}
