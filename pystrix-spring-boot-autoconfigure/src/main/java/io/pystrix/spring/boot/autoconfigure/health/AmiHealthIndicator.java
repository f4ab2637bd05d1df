package io.pystrix.spring.boot.autoconfigure.health;

import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.ManagerStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Health.Builder;

/**
 * Reports whether a {@link Manager} is connected and Asterisk executes actions, from what
 * the keep-alive and other actions have found out. Does not ask Asterisk. An Asterisk
 * that refuses all actions because it is shutting down is out of service.
 *
 * @since 0.1.0
 */
public final class AmiHealthIndicator extends AbstractHealthIndicator {

	private final Manager manager;

	/**
	 * Creates an indicator.
	 * @param manager the manager
	 */
	public AmiHealthIndicator(Manager manager) {
		super("AMI health check failed");
		this.manager = manager;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		ManagerStatus status = this.manager.status();
		ManagerException failure = status.lastFailure();
		if (status.shuttingDown()) {
			builder.outOfService();
			detail(builder, "reason", "Asterisk is shutting down and refuses all actions and logins");
		}
		else if (status.state() == ConnectionState.CONNECTED) {
			builder.up();
		}
		else {
			builder.down();
			detail(builder, "reason", (failure != null) ? failure.getMessage() : "The manager is not connected");
		}
		detail(builder, "state", status.state().name());
		detail(builder, "since", status.since());
		detail(builder, "endpoint", (status.endpoint() != null) ? status.endpoint().toString() : null);
		detail(builder, "greeting", status.greeting());
		detail(builder, "fullyBooted", status.fullyBooted());
		detail(builder, "shuttingDown", status.shuttingDown());
		detail(builder, "connects", status.connects());
		detail(builder, "pendingActions", status.pendingActions());
		detail(builder, "lostEvents", status.lostEvents());
		detail(builder, "lastRoundTrip", status.lastRoundTrip());
		detail(builder, "lastFailure", (failure != null) ? failure.getMessage() : null);
	}

	private static void detail(Builder builder, String name, @Nullable Object value) {
		if (value != null) {
			builder.withDetail(name, value);
		}
	}

}
