package io.pystrix.ami;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Waits for an answer with open eyes, if it is likely to be there in a moment. To put a
 * thread to sleep and to wake it takes about as long as an Asterisk on the same host
 * needs for a short action; meanwhile the processor is offered to whoever wants it, the
 * reader above all. The more actions are under way, the longer that pays: those who wait
 * share the processors, and each of them would have to be woken. Where answers take
 * longer, as over most networks, this does nothing.
 */
final class BriefWait {

	private static final long ALONE_NANOS = 50_000;

	/** Processor time that it takes to put one thread to sleep and to wake it. */
	private static final long NANOS_PER_OTHER = 10_000;

	private static final long LONGEST_NANOS = 400_000;

	/** On a single processor the answer comes only if this thread sleeps. */
	private static final boolean USEFUL = Runtime.getRuntime().availableProcessors() > 1;

	/** About what the last answers took; threads may overwrite what others say. */
	private volatile long usualNanos = 2 * LONGEST_NANOS;

	/**
	 * Waits, but for a moment at most.
	 * @param answered whether the answer is there
	 * @param pending how many actions are under way, this one included
	 */
	void await(BooleanSupplier answered, int pending) {
		long longest = Math.min(ALONE_NANOS + (pending - 1) * NANOS_PER_OTHER, LONGEST_NANOS);
		if (!USEFUL || this.usualNanos > longest) {
			return;
		}
		long start = System.nanoTime();
		while (!answered.getAsBoolean() && System.nanoTime() - start < longest) {
			Thread.yield();
		}
	}

	/** Learns how long an answer took. */
	void learn(@Nullable Duration roundTrip) {
		if (roundTrip != null) {
			// One very slow answer shall not count for many
			long nanos = (roundTrip.compareTo(Duration.ofMillis(1)) > 0) ? 1_000_000 : roundTrip.toNanos();
			long usual = this.usualNanos;
			this.usualNanos = usual + (nanos - usual) / 8;
		}
	}

}
