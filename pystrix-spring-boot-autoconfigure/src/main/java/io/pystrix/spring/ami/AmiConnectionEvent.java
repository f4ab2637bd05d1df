package io.pystrix.spring.ami;

import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.Manager;

import org.springframework.context.ApplicationEvent;

/**
 * The connection of a manager has changed its state. Published for every change, on a
 * thread of the manager's own and in order; for the two that matter most as an
 * {@link AmiConnectedEvent} or an {@link AmiDisconnectedEvent}.
 *
 * @since 0.1.0
 */
public class AmiConnectionEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final String server;

	private final transient ConnectionStateChange change;

	AmiConnectionEvent(Manager manager, String server, ConnectionStateChange change) {
		super(manager);
		this.server = server;
		this.change = change;
	}

	/**
	 * Returns the manager.
	 * @return the manager
	 */
	public final Manager manager() {
		return (Manager) getSource();
	}

	/**
	 * Returns the name of the manager's server.
	 * @return the name, as {@link AmiServers} knows it
	 */
	public final String server() {
		return this.server;
	}

	/**
	 * Returns what has changed.
	 * @return the states before and since, and the reason
	 */
	public final ConnectionStateChange change() {
		return this.change;
	}

}
