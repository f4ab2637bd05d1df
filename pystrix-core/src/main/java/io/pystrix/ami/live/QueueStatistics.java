package io.pystrix.ami.live;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * The settings and figures of a queue. Asterisk does not tell when a figure changes, so
 * they are asked for after each call that has ended or was abandoned.
 *
 * @since 0.1.0
 */
public final class QueueStatistics implements LiveObject {

	private final Values values;

	QueueStatistics(String queue, @Nullable String strategy, OptionalInt max, OptionalInt weight, OptionalInt completed,
			OptionalInt abandoned, @Nullable Duration holdTime, @Nullable Duration talkTime,
			@Nullable Duration serviceLevel, OptionalDouble serviceLevelPerformance) {
		this.values = new Values(queue, strategy, max, weight, completed, abandoned, holdTime, talkTime, serviceLevel,
				serviceLevelPerformance);
	}

	/**
	 * {@return the name of the queue}
	 */
	public String queue() {
		return this.values.queue();
	}

	/**
	 * {@return who is called next, such as {@code ringall}; {@code null} if not known}
	 */
	public @Nullable String strategy() {
		return this.values.strategy();
	}

	/**
	 * {@return how many callers may wait, 0 for any number}
	 */
	public OptionalInt max() {
		return this.values.max();
	}

	/**
	 * {@return the weight against other queues of the same member}
	 */
	public OptionalInt weight() {
		return this.values.weight();
	}

	/**
	 * {@return how many calls were answered since the queue was loaded or reset}
	 */
	public OptionalInt completed() {
		return this.values.completed();
	}

	/**
	 * {@return how many callers gave up}
	 */
	public OptionalInt abandoned() {
		return this.values.abandoned();
	}

	/**
	 * {@return how long callers wait, on average}
	 */
	public @Nullable Duration holdTime() {
		return this.values.holdTime();
	}

	/**
	 * {@return how long calls take, on average}
	 */
	public @Nullable Duration talkTime() {
		return this.values.talkTime();
	}

	/**
	 * {@return within what time calls should be answered}
	 */
	public @Nullable Duration serviceLevel() {
		return this.values.serviceLevel();
	}

	/**
	 * {@return how many of the completed calls were answered within that time, in per
	 * cent}
	 */
	public OptionalDouble serviceLevelPerformance() {
		return this.values.serviceLevelPerformance();
	}

	static QueueStatistics unknown(String queue) {
		return new QueueStatistics(queue, null, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
				OptionalInt.empty(), null, null, null, OptionalDouble.empty());
	}

	@Override
	public String id() {
		return this.values.queue();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof QueueStatistics that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "QueueStatistics");
	}

	private record Values(String queue, @Nullable String strategy, OptionalInt max, OptionalInt weight,
			OptionalInt completed, OptionalInt abandoned, @Nullable Duration holdTime, @Nullable Duration talkTime,
			@Nullable Duration serviceLevel, OptionalDouble serviceLevelPerformance) {

	}

}
