package io.pystrix.ami;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When to try again after a connection was lost or could not be made. Immutable.
 *
 * @param initialDelay the delay before the first attempt
 * @param maxDelay the longest delay
 * @param multiplier by how much the delay grows from attempt to attempt, 1 at least
 * @param jitter the part of a delay that is random, 0 to 1, so that many clients do not
 * come at once
 * @param maxAttempts how many attempts in a row are made, 0 for no limit
 */
public record ReconnectPolicy(Duration initialDelay, Duration maxDelay, double multiplier, double jitter,
		int maxAttempts) {

	/** From 500 ms, doubling to 30 s, half of it random, for ever. */
	public static final ReconnectPolicy DEFAULTS = new ReconnectPolicy(Duration.ofMillis(500), Duration.ofSeconds(30),
			2, 0.5, 0);

	/** Refused credentials stay refused for a while, and attempts look like an attack. */
	private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

	public ReconnectPolicy {
		if (initialDelay.isNegative() || maxDelay.compareTo(initialDelay) < 0) {
			throw new IllegalArgumentException("The delays must not be negative, nor the longest below the first");
		}
		if (multiplier < 1) {
			throw new IllegalArgumentException("The multiplier must be 1 at least, not " + multiplier);
		}
		if (jitter < 0 || jitter > 1) {
			throw new IllegalArgumentException("The jitter must be between 0 and 1, not " + jitter);
		}
		if (maxAttempts < 0) {
			throw new IllegalArgumentException("The number of attempts must not be negative");
		}
	}

	Duration delay(int attempt) {
		double grown = this.initialDelay.toMillis() * Math.pow(this.multiplier, attempt - 1);
		double capped = Math.min(grown, this.maxDelay.toMillis());
		double random = this.jitter * ThreadLocalRandom.current().nextDouble();
		return Duration.ofMillis(Math.round(capped * (1 - random)));
	}

	Duration delayAfterRefusal() {
		return (this.maxDelay.compareTo(AFTER_REFUSAL) > 0) ? this.maxDelay : AFTER_REFUSAL;
	}

	boolean allows(int attempt) {
		return this.maxAttempts == 0 || attempt <= this.maxAttempts;
	}

}
