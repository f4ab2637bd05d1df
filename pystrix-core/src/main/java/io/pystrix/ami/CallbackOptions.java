package io.pystrix.ami;

import org.jspecify.annotations.Nullable;

/**
 * How a callback is served. Immutable.
 *
 * @since 0.1.0
 */
public final class CallbackOptions {

	/** 10,000 events, the oldest make room. */
	public static final CallbackOptions DEFAULTS = new CallbackOptions(null, 10_000, OverflowPolicy.DROP_OLDEST);

	private final Values values;

	private CallbackOptions(@Nullable String name, int queueCapacity, OverflowPolicy overflow) {
		if (queueCapacity < 1) {
			throw new IllegalArgumentException("The capacity of a queue must be 1 at least, not " + queueCapacity);
		}
		this.values = new Values(name, queueCapacity, overflow);
	}

	/**
	 * {@return the name of the callback's thread, also used in log lines; {@code null} to
	 * use what the callback is registered for}
	 */
	public @Nullable String name() {
		return this.values.name();
	}

	/**
	 * {@return how many events may wait for the callback, 1 at least}
	 */
	public int queueCapacity() {
		return this.values.queueCapacity();
	}

	/**
	 * {@return what happens when more events come}
	 */
	public OverflowPolicy overflow() {
		return this.values.overflow();
	}

	/**
	 * Returns these options with another name.
	 * @param name the name
	 * @return new options
	 */
	public CallbackOptions withName(String name) {
		return new CallbackOptions(name, this.values.queueCapacity(), this.values.overflow());
	}

	/**
	 * Returns these options with another capacity.
	 * @param queueCapacity how many events may wait, 1 at least
	 * @return new options
	 */
	public CallbackOptions withQueueCapacity(int queueCapacity) {
		return new CallbackOptions(this.values.name(), queueCapacity, this.values.overflow());
	}

	/**
	 * Returns these options with another policy.
	 * @param overflow what happens when more come
	 * @return new options
	 */
	public CallbackOptions withOverflow(OverflowPolicy overflow) {
		return new CallbackOptions(this.values.name(), this.values.queueCapacity(), overflow);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CallbackOptions that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "CallbackOptions");
	}

	private record Values(@Nullable String name, int queueCapacity, OverflowPolicy overflow) {

	}

}
