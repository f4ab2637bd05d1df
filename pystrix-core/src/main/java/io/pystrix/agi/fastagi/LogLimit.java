package io.pystrix.agi.fastagi;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Keeps a flood of calls from becoming a flood of warnings: one in ten seconds, the
 * others at DEBUG. Used by one thread.
 */
final class LogLimit {

	private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

	private long last = System.nanoTime() - INTERVAL;

	void warn(Logger logger, String message, @Nullable Throwable cause) {
		long now = System.nanoTime();
		if (now - this.last >= INTERVAL) {
			this.last = now;
			logger.warn(message, cause);
		}
		else {
			logger.debug(message, cause);
		}
	}

}
