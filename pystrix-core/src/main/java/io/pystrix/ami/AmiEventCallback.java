package io.pystrix.ami;

import io.pystrix.ami.message.AmiEvent;

/**
 * Is given events, one at a time and in order, on a thread of its own. It may take its
 * time, send actions and wait for them, close the manager, or unregister itself.
 *
 * @param <E> the type of the events
 * @since 0.1.0
 */
@FunctionalInterface
public interface AmiEventCallback<E extends AmiEvent> {

	/**
	 * An event came.
	 * @param event the event
	 * @param manager the manager that it came to
	 * @throws Exception anything; it is logged, and the next event follows
	 */
	void onEvent(E event, Manager manager) throws Exception;

	/**
	 * Events were lost at this place in the order, because the callback did not keep up
	 * and its mailbox was full. Does nothing by default; the loss is logged and counted
	 * in any case.
	 * @param event tells how many
	 * @param manager the manager
	 * @throws Exception anything; it is logged
	 */
	default void onEventsLost(EventsLostEvent event, Manager manager) throws Exception {
	}

}
