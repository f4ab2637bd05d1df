package io.pystrix.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs a recurring problem as a warning once a minute, and at DEBUG in between. Safe for
 * use by several threads.
 *
 * @since 0.1.0
 */
public final class RareWarning {

	private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

	private final Logger logger;

	private final AtomicLong last = new AtomicLong(System.nanoTime() - INTERVAL);

	/**
	 * Creates a warning.
	 * @param logger where to log
	 */
	public RareWarning(Logger logger) {
		this.logger = logger;
	}

	/**
	 * Logs the problem.
	 * @param message the message
	 * @param cause the cause, {@code null} if there is none
	 */
	public void log(String message, @Nullable Throwable cause) {
		@Nullable Throwable shown = (cause != null) ? Loggable.of(cause) : null;
		long now = System.nanoTime();
		long last = this.last.get();
		if (now - last >= INTERVAL && this.last.compareAndSet(last, now)) {
			this.logger.warn(message, shown);
		}
		else {
			this.logger.debug(message, shown);
		}
	}

}
