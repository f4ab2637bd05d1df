package io.pystrix.spring.boot.autoconfigure.health;

import java.net.InetSocketAddress;

import io.pystrix.agi.fastagi.FastAgiServer;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells whether a {@link FastAgiServer} takes calls.
 *
 * @since 0.1.0
 */
public final class FastAgiHealthIndicator extends AbstractHealthIndicator {

	private final FastAgiServer server;

	/**
	 * Creates an indicator.
	 * @param server the server
	 */
	public FastAgiHealthIndicator(FastAgiServer server) {
		super("FastAGI health check failed");
		this.server = server;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		if (this.server.isRunning()) {
			builder.up();
		}
		else {
			builder.down().withDetail("reason", "The server is not running");
		}
		InetSocketAddress address = this.server.address();
		builder.withDetail("address", address.getAddress().getHostAddress())
			.withDetail("port", address.getPort())
			.withDetail("activeCalls", this.server.status().activeCalls())
			.withDetail("totalCalls", this.server.status().totalCalls())
			.withDetail("refusedCalls", this.server.status().refusedCalls());
	}

}
