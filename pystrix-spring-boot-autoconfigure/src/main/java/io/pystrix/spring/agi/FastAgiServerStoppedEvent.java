package io.pystrix.spring.agi;

import io.pystrix.agi.fastagi.FastAgiServer;

import org.springframework.context.ApplicationEvent;

/**
 * The FastAGI server has stopped, and its calls have ended. Published each time it is
 * stopped.
 *
 * @since 0.1.0
 */
public final class FastAgiServerStoppedEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an event.
	 * @param server the server, which is not running
	 */
	public FastAgiServerStoppedEvent(FastAgiServer server) {
		super(server);
	}

	/**
	 * Returns the server.
	 * @return the server
	 */
	public FastAgiServer server() {
		return (FastAgiServer) getSource();
	}

}
