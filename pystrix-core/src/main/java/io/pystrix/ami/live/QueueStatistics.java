package io.pystrix.ami.live;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * The settings and figures of a queue. Asterisk does not tell when a figure changes, so
 * they are asked for after each call that has ended or was abandoned.
 *
 * @param queue the name of the queue
 * @param strategy who is called next, such as {@code ringall}; {@code null} if not known
 * @param max how many callers may wait, 0 for any number
 * @param weight its weight against other queues of the same member
 * @param completed how many calls were answered since the queue was loaded or reset
 * @param abandoned how many callers gave up
 * @param holdTime how long callers wait, on average
 * @param talkTime how long calls take, on average
 * @param serviceLevel within what time calls should be answered
 * @param serviceLevelPerformance how many calls were, in per cent of those completed
 */
public record QueueStatistics(String queue, @Nullable String strategy, OptionalInt max, OptionalInt weight,
		OptionalInt completed, OptionalInt abandoned, @Nullable Duration holdTime, @Nullable Duration talkTime,
		@Nullable Duration serviceLevel, OptionalDouble serviceLevelPerformance) implements LiveObject {

	static QueueStatistics unknown(String queue) {
		return new QueueStatistics(queue, null, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
				OptionalInt.empty(), null, null, null, OptionalDouble.empty());
	}

	@Override
	public String id() {
		return this.queue;
	}

}
