package io.pystrix.ami.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/**
 * What Asterisk sent: an {@link AmiEvent} or an {@link AmiResponse}. It is a view over
 * the {@linkplain #headers() headers}; subclasses add typed accessors, and every header
 * stays readable by name, known or not.
 *
 * @since 0.1.0
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
		Integer value = HeaderValues.number(get(name), Integer::valueOf);
		return (value != null) ? OptionalInt.of(value) : OptionalInt.empty();
	}

	/**
	 * Returns a header as a long number.
	 * @param name the name, in any case
	 * @return the number; empty if the header is missing or holds something else
	 */
	protected final OptionalLong longInteger(String name) {
		Long value = HeaderValues.number(get(name), Long::valueOf);
		return (value != null) ? OptionalLong.of(value) : OptionalLong.empty();
	}

	/**
	 * Returns a header as a number with a fraction.
	 * @param name the name, in any case
	 * @return the number; empty if the header is missing or holds something else
	 */
	protected final OptionalDouble decimal(String name) {
		Double value = HeaderValues.number(get(name), Double::valueOf);
		return (value != null) ? OptionalDouble.of(value) : OptionalDouble.empty();
	}

	/**
	 * Returns a header as a truth value, in any of the words that Asterisk uses.
	 * @param name the name, in any case
	 * @return {@code true}, {@code false}, or {@code null} if the header is missing or
	 * holds something else
	 */
	protected final @Nullable Boolean truth(String name) {
		return HeaderValues.truth(get(name));
	}

	/**
	 * Returns a header as a duration in seconds.
	 * @param name the name, in any case
	 * @return the duration; {@code null} if the header is missing or holds something else
	 */
	protected final @Nullable Duration seconds(String name) {
		return HeaderValues.seconds(get(name));
	}

	/**
	 * Returns a header as a duration in milliseconds.
	 * @param name the name, in any case
	 * @return the duration; {@code null} if the header is missing or holds something else
	 */
	protected final @Nullable Duration milliseconds(String name) {
		return HeaderValues.milliseconds(get(name));
	}

	/**
	 * Returns a header as a duration in hours, minutes and seconds.
	 * @param name the name, in any case
	 * @return the duration; {@code null} if the header is missing or holds something else
	 */
	protected final @Nullable Duration clock(String name) {
		return HeaderValues.clock(get(name));
	}

	/**
	 * Returns a header as a time in seconds since 1970.
	 * @param name the name, in any case
	 * @return the time; {@code null} if the header is missing or holds something else, or
	 * is 0, which stands for never
	 */
	protected final @Nullable Instant epoch(String name) {
		return HeaderValues.epoch(get(name));
	}

	/**
	 * Returns a header as a time that is spelt out with its offset.
	 * @param name the name, in any case
	 * @return the time; {@code null} if the header is missing or holds something else
	 */
	protected final @Nullable Instant instant(String name) {
		return HeaderValues.instant(get(name));
	}

	@Override
	public String toString() {
		return this.headers.toString();
	}

}
