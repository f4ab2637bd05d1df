package io.pystrix.agi.internal;

import java.time.Duration;

import io.pystrix.internal.Loggable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Keeps a flood of calls from becoming a flood of warnings: a few in ten seconds, the
 * others at DEBUG. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class LogLimit {

	private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

	private final int max;

	private long start = System.nanoTime();

	private int count = 0;

	/**
	 * Creates a limit.
	 * @param max how many warnings there may be in ten seconds
	 */
	public LogLimit(int max) {
		this.max = max;
	}

	/**
	 * Logs a problem.
	 * @param logger where to log
	 * @param message the message
	 * @param cause the cause, {@code null} if there is none
	 */
	public void warn(Logger logger, String message, @Nullable Throwable cause) {
		@Nullable Throwable shown = (cause != null) ? Loggable.of(cause) : null;
		if (mayWarn()) {
			logger.warn(message, shown);
		}
		else {
			logger.debug(message, shown);
		}
	}

	private synchronized boolean mayWarn() {
		long now = System.nanoTime();
		if (now - this.start >= INTERVAL) {
			this.start = now;
			this.count = 0;
		}
		return ++this.count <= this.max;
	}

}
