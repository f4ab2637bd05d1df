package io.pystrix.spring.agi;

import java.net.InetSocketAddress;

import io.pystrix.agi.fastagi.FastAgiServer;

import org.springframework.context.ApplicationEvent;

/**
 * The FastAGI server listens. Published each time it is started.
 *
 * @since 0.1.0
 */
public final class FastAgiServerStartedEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient InetSocketAddress address;

	/**
	 * Creates an event.
	 * @param server the server, which is running
	 */
	public FastAgiServerStartedEvent(FastAgiServer server) {
		super(server);
		this.address = server.address();
	}

	/**
	 * Returns the server.
	 * @return the server
	 */
	public FastAgiServer server() {
		return (FastAgiServer) getSource();
	}

	/**
	 * Returns where the server listens.
	 * @return the address and the actual port
	 */
	public InetSocketAddress address() {
		return this.address;
	}

	/**
	 * Returns the port that the server listens on.
	 * @return the actual port
	 */
	public int port() {
		return this.address.getPort();
	}

}
