package io.pystrix.spring.agi;

import io.pystrix.agi.async.AsyncAgiServer;

import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops an {@link AsyncAgiServer} with the application, in the phase of the
 * FastAGI server. Its calls end before the {@link io.pystrix.ami.Manager} disconnects.
 */
public final class AsyncAgiServerLifecycle implements SmartLifecycle {

	private final AsyncAgiServer server;

	private volatile boolean running;

	/**
	 * Creates a lifecycle.
	 * @param server the server
	 */
	public AsyncAgiServerLifecycle(AsyncAgiServer server) {
		this.server = server;
	}

	@Override
	public void start() {
		this.server.start();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.server.close();
	}

	@Override
	public boolean isRunning() {
		return this.running;
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
