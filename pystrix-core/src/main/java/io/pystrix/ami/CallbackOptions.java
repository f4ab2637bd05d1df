package io.pystrix.ami;

import org.jspecify.annotations.Nullable;

/**
 * How a callback is served. Immutable.
 *
 * @param name the name of its thread and in log lines; {@code null} to use what it is
 * registered for
 * @param queueCapacity how many events may wait for it, 1 at least
 * @param overflow what happens when more come
 */
public record CallbackOptions(@Nullable String name, int queueCapacity, OverflowPolicy overflow) {

	/** 10,000 events, the oldest make room. */
	public static final CallbackOptions DEFAULTS = new CallbackOptions(null, 10_000, OverflowPolicy.DROP_OLDEST);

	public CallbackOptions {
		if (queueCapacity < 1) {
			throw new IllegalArgumentException("The capacity of a queue must be 1 at least, not " + queueCapacity);
		}
	}

	/**
	 * Returns these options with another name.
	 * @param name the name
	 * @return new options
	 */
	public CallbackOptions withName(String name) {
		return new CallbackOptions(name, this.queueCapacity, this.overflow);
	}

	/**
	 * Returns these options with another capacity.
	 * @param queueCapacity how many events may wait, 1 at least
	 * @return new options
	 */
	public CallbackOptions withQueueCapacity(int queueCapacity) {
		return new CallbackOptions(this.name, queueCapacity, this.overflow);
	}

	/**
	 * Returns these options with another policy.
	 * @param overflow what happens when more come
	 * @return new options
	 */
	public CallbackOptions withOverflow(OverflowPolicy overflow) {
		return new CallbackOptions(this.name, this.queueCapacity, overflow);
	}

}
