package io.pystrix.spring.ami;

import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.Manager;

import org.springframework.context.ApplicationEvent;

/**
 * The connection of a manager has changed its state. Published for every change, on a
 * thread of the manager's own and in order; for the two that matter most as an
 * {@link AmiConnectedEvent} or an {@link AmiDisconnectedEvent}.
 */
public class AmiConnectionEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient ConnectionStateChange change;

	AmiConnectionEvent(Manager manager, ConnectionStateChange change) {
		super(manager);
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
	 * Returns what has changed.
	 * @return the states before and since, and the reason
	 */
	public final ConnectionStateChange change() {
		return this.change;
	}

}
