package io.pystrix.agi.internal;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A moment at which waiting ends.
 *
 * @since 0.1.0
 */
public final class Deadline {

	/** Waiting never ends. */
	public static final Deadline NEVER = new Deadline(0, false);

	/** No waiting at all. */
	public static final Deadline NOW = new Deadline(0, true);

	private final long nanoTime;

	private final boolean now;

	private Deadline(long nanoTime, boolean now) {
		this.nanoTime = nanoTime;
		this.now = now;
	}

	/**
	 * Returns a deadline that counts from now.
	 * @param timeout how long to wait, {@code null} for ever
	 * @return the deadline
	 */
	public static Deadline in(@Nullable Duration timeout) {
		return (timeout != null) ? new Deadline(System.nanoTime() + timeout.toNanos(), false) : NEVER;
	}

	/**
	 * Returns this deadline, or another one that is sooner.
	 * @param timeout how long to wait at most
	 * @return the earlier of both
	 */
	Deadline orIn(Duration timeout) {
		Deadline other = in(timeout);
		boolean sooner = this == NOW || this != NEVER && this.nanoTime - other.nanoTime < 0;
		return sooner ? this : other;
	}

	boolean isNow() {
		return this.now;
	}

	/**
	 * Returns the time left as sockets want it.
	 * @return milliseconds, at least 1; 0 if there is no end
	 * @throws SocketTimeoutException if no time is left
	 */
	public int remainingMillis() throws SocketTimeoutException {
		if (this == NEVER) {
			return 0;
		}
		long left = this.now ? 0 : this.nanoTime - System.nanoTime();
		if (left <= 0) {
			throw new SocketTimeoutException("Nothing arrived in time");
		}
		return (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left) + 1);
	}

}
