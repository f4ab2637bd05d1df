package io.pystrix.spring.ami;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerStatus;

import org.springframework.context.ApplicationEvent;

/**
 * Published when a connected Asterisk begins to refuse every action, because it is
 * shutting down and waits for calls to end, and when it executes actions again, because
 * the shutdown was aborted. Published on a thread of the manager, in order with the
 * {@link AmiConnectionEvent}s. If the connection ends instead, an
 * {@link AmiDisconnectedEvent} follows.
 *
 * @since 0.1.0
 * @see ManagerStatus#shuttingDown()
 */
public final class AmiShuttingDownEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final String server;

	private final boolean shuttingDown;

	AmiShuttingDownEvent(Manager manager, String server, boolean shuttingDown) {
		super(manager);
		this.server = server;
		this.shuttingDown = shuttingDown;
	}

	/**
	 * Returns the manager.
	 * @return the manager
	 */
	public Manager manager() {
		return (Manager) getSource();
	}

	/**
	 * Returns the name of the manager's server.
	 * @return the name, as {@link AmiServers} knows it
	 */
	public String server() {
		return this.server;
	}

	/**
	 * Returns whether Asterisk refuses every action.
	 * @return {@code true} if it does, {@code false} if it executes actions again
	 */
	public boolean isShuttingDown() {
		return this.shuttingDown;
	}

}
