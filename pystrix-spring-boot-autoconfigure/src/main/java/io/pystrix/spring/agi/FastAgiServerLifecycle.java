package io.pystrix.spring.agi;

import java.time.Duration;

import io.pystrix.agi.fastagi.FastAgiServer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;

/**
 * Starts and stops a {@link FastAgiServer} with the application. It starts late and stops
 * early, beside the web server's graceful shutdown: what scripts use is there for as long
 * as they run.
 *
 * @since 0.1.0
 */
public final class FastAgiServerLifecycle implements SmartLifecycle {

	/** After {@code ManagerLifecycle} on the way up, before it on the way down. */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1024;

	private final FastAgiServer server;

	private final Duration gracePeriod;

	private final ApplicationEventPublisher publisher;

	/**
	 * Creates a lifecycle.
	 * @param server the server
	 * @param gracePeriod how long calls may run on when the server is to stop, zero for
	 * not at all; should be less than the container gives a phase to shut down
	 * @param publisher is told when the server listens, and when it has stopped
	 * @throws IllegalArgumentException if the grace period is negative
	 */
	public FastAgiServerLifecycle(FastAgiServer server, Duration gracePeriod, ApplicationEventPublisher publisher) {
		Assert.isTrue(!gracePeriod.isNegative(), "The grace period must not be negative");
		this.server = server;
		this.gracePeriod = gracePeriod;
		this.publisher = publisher;
	}

	@Override
	public void start() {
		if (!this.server.isRunning()) {
			this.server.start();
			this.publisher.publishEvent(new FastAgiServerStartedEvent(this.server));
		}
	}

	@Override
	public void stop() {
		if (this.server.isRunning()) {
			this.server.stop(this.gracePeriod);
			this.publisher.publishEvent(new FastAgiServerStoppedEvent(this.server));
		}
	}

	@Override
	public void stop(Runnable callback) {
		if (!this.server.isRunning()) {
			callback.run();
			return;
		}
		BackgroundStop.run("fastagi-shutdown", this::stop, callback);
	}

	@Override
	public boolean isRunning() {
		return this.server.isRunning();
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
