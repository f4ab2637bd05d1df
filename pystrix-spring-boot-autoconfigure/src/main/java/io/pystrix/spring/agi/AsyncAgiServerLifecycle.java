package io.pystrix.spring.agi;

import java.time.Duration;

import io.pystrix.agi.async.AsyncAgiServer;

import org.springframework.context.SmartLifecycle;
import org.springframework.util.Assert;

/**
 * Starts and stops an {@link AsyncAgiServer} with the application, in the phase of the
 * FastAGI server. Its calls end before the {@link io.pystrix.ami.Manager} disconnects.
 *
 * @since 0.1.0
 */
public final class AsyncAgiServerLifecycle implements SmartLifecycle {

	private final AsyncAgiServer server;

	private final Duration gracePeriod;

	/**
	 * Creates a lifecycle.
	 * @param server the server
	 * @param gracePeriod how long calls may run on when the server is to stop, zero for
	 * not at all; should be less than the container gives a phase to shut down
	 * @throws IllegalArgumentException if the grace period is negative
	 */
	public AsyncAgiServerLifecycle(AsyncAgiServer server, Duration gracePeriod) {
		Assert.isTrue(!gracePeriod.isNegative(), "The grace period must not be negative");
		this.server = server;
		this.gracePeriod = gracePeriod;
	}

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public void stop() {
		this.server.stop(this.gracePeriod);
	}

	@Override
	public void stop(Runnable callback) {
		BackgroundStop.run("asyncagi-shutdown", this::stop, callback);
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
		return FastAgiServerLifecycle.PHASE;
	}

}
