package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.pystrix.ami.message.AmiEvent;

/**
 * The call of a listener with one event.
 *
 * @since 0.1.0
 */
public class AmiListenerObservationContext extends Observation.Context {

	private final String listener;

	private final String server;

	private final AmiEvent event;

	/**
	 * Creates a context.
	 * @param listener the id of the listener
	 * @param server the name of the server
	 * @param event the event
	 */
	public AmiListenerObservationContext(String listener, String server, AmiEvent event) {
		this.listener = listener;
		this.server = server;
		this.event = event;
	}

	/**
	 * Returns who listens.
	 * @return the id of the listener
	 */
	public String getListener() {
		return this.listener;
	}

	/**
	 * Returns where the event comes from.
	 * @return the name of the server
	 */
	public String getServer() {
		return this.server;
	}

	/**
	 * Returns the event.
	 * @return the event
	 */
	public AmiEvent getEvent() {
		return this.event;
	}

}
