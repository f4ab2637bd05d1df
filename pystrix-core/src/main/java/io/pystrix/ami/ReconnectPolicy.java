package io.pystrix.ami;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * When to try again after a connection was lost or could not be made. Immutable.
 *
 * @since 0.1.0
 */
public final class ReconnectPolicy {

	/** From 500 ms, doubling to 30 s, half of it random, for ever. */
	public static final ReconnectPolicy DEFAULTS = new ReconnectPolicy(Duration.ofMillis(500), Duration.ofSeconds(30),
			2, 0.5, 0);

	/** Refused credentials stay refused for a while, and attempts look like an attack. */
	private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

	private final Values values;

	private ReconnectPolicy(Duration initialDelay, Duration maxDelay, double multiplier, double jitter,
			int maxAttempts) {
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
		this.values = new Values(initialDelay, maxDelay, multiplier, jitter, maxAttempts);
	}

	/**
	 * {@return the delay before the first attempt}
	 */
	public Duration initialDelay() {
		return this.values.initialDelay();
	}

	/**
	 * {@return the longest delay}
	 */
	public Duration maxDelay() {
		return this.values.maxDelay();
	}

	/**
	 * {@return by how much the delay grows from attempt to attempt, 1 at least}
	 */
	public double multiplier() {
		return this.values.multiplier();
	}

	/**
	 * {@return the part of a delay that is random, 0 to 1, so that many clients do not
	 * come at once}
	 */
	public double jitter() {
		return this.values.jitter();
	}

	/**
	 * {@return how many attempts in a row are made, 0 for no limit}
	 */
	public int maxAttempts() {
		return this.values.maxAttempts();
	}

	/**
	 * Returns this policy with other delays.
	 * @param initialDelay the delay before the first attempt, not negative
	 * @param maxDelay the longest delay, not below the first
	 * @return a new policy
	 * @throws IllegalArgumentException if they are
	 */
	public ReconnectPolicy withDelays(Duration initialDelay, Duration maxDelay) {
		return new ReconnectPolicy(initialDelay, maxDelay, multiplier(), jitter(), maxAttempts());
	}

	/**
	 * Returns this policy with another growth.
	 * @param multiplier by how much the delay grows from attempt to attempt, 1 at least
	 * @return a new policy
	 * @throws IllegalArgumentException if it is less
	 */
	public ReconnectPolicy withMultiplier(double multiplier) {
		return new ReconnectPolicy(initialDelay(), maxDelay(), multiplier, jitter(), maxAttempts());
	}

	/**
	 * Returns this policy with another randomness.
	 * @param jitter the part of a delay that is random, 0 to 1
	 * @return a new policy
	 * @throws IllegalArgumentException if it is out of range
	 */
	public ReconnectPolicy withJitter(double jitter) {
		return new ReconnectPolicy(initialDelay(), maxDelay(), multiplier(), jitter, maxAttempts());
	}

	/**
	 * Returns this policy with another limit.
	 * @param maxAttempts how many attempts in a row are made, 0 for no limit
	 * @return a new policy
	 * @throws IllegalArgumentException if it is negative
	 */
	public ReconnectPolicy withMaxAttempts(int maxAttempts) {
		return new ReconnectPolicy(initialDelay(), maxDelay(), multiplier(), jitter(), maxAttempts);
	}

	Duration delay(int attempt) {
		double grown = this.values.initialDelay().toMillis() * Math.pow(this.values.multiplier(), attempt - 1);
		double capped = Math.min(grown, this.values.maxDelay().toMillis());
		double random = this.values.jitter() * ThreadLocalRandom.current().nextDouble();
		return Duration.ofMillis(Math.round(capped * (1 - random)));
	}

	Duration delayAfterRefusal() {
		return (this.values.maxDelay().compareTo(AFTER_REFUSAL) > 0) ? this.values.maxDelay() : AFTER_REFUSAL;
	}

	boolean allows(int attempt) {
		return this.values.maxAttempts() == 0 || attempt <= this.values.maxAttempts();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ReconnectPolicy that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "ReconnectPolicy");
	}

	private record Values(Duration initialDelay, Duration maxDelay, double multiplier, double jitter, int maxAttempts) {

	}

}
