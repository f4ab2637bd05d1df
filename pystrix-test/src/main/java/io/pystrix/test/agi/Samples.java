package io.pystrix.test.agi;

import java.time.Duration;

/**
 * Sound is counted in samples, 8000 a second.
 */
final class Samples {

	private static final int PER_MILLI = 8;

	private Samples() {
	}

	static long of(Duration duration) {
		return duration.toMillis() * PER_MILLI;
	}

	static Duration duration(long samples) {
		return Duration.ofMillis(samples / PER_MILLI);
	}

}
