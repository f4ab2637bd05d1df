package io.pystrix;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long a link is faulty, and by which seed. By default for a second each, by a seed
 * that is always the same and by one that never is. The system property
 * {@code pystrix.fault.seconds} asks for one long run, with {@code pystrix.fault.seed} if
 * that is to be repeated.
 *
 * @param seed what makes all random decisions
 * @param duration how long
 * @param damages whether bytes are changed as well
 */
public record FaultRun(long seed, Duration duration, boolean damages) {

	private static final int SHORT = 1;

	public static Stream<FaultRun> all() {
		long random = Long.getLong("pystrix.fault.seed", new Random().nextInt(1_000_000));
		Duration duration = Duration.ofSeconds(Long.getLong("pystrix.fault.seconds", SHORT));
		Stream<FaultRun> fixed = (duration.toSeconds() == SHORT) ? Stream.of(new FaultRun(1, duration, false))
				: Stream.empty();
		return Stream.concat(fixed,
				Stream.of(new FaultRun(random, duration, false), new FaultRun(random + 1, duration, true)));
	}

	/** Those in which all that arrives is what was sent. */
	public static Stream<FaultRun> withoutDamage() {
		return all().filter((run) -> !run.damages());
	}

	/**
	 * Whether the time is over that has begun at a value of {@link System#nanoTime()}.
	 */
	public boolean isOver(long start) {
		return System.nanoTime() - start > this.duration.toNanos();
	}

}
