package io.pystrix.spring.ami;

import io.pystrix.ami.Manager;

import org.springframework.context.ApplicationEvent;

/**
 * A listener did not keep up and has missed events. Published on the listener's own
 * thread, between the event before the gap and the one after it.
 *
 * @since 0.1.0
 */
public final class AmiEventsLostEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final String server;

	private final String listener;

	private final long count;

	AmiEventsLostEvent(Manager manager, String server, String listener, long count) {
		super(manager);
		this.server = server;
		this.listener = listener;
		this.count = count;
	}

	/**
	 * Returns the manager whose events were missed.
	 * @return the manager
	 */
	public Manager manager() {
		return (Manager) getSource();
	}

	/**
	 * Returns the name of the manager's server.
	 * @return the name
	 */
	public String server() {
		return this.server;
	}

	/**
	 * Returns who missed them.
	 * @return the identifier of the listener
	 */
	public String listener() {
		return this.listener;
	}

	/**
	 * Returns how many were missed.
	 * @return the number, 1 at least
	 */
	public long count() {
		return this.count;
	}

	@Override
	public String toString() {
		return "AmiEventsLostEvent[server=" + this.server + ", listener=" + this.listener + ", count=" + this.count
				+ "]";
	}

}
