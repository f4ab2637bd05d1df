package io.pystrix.spring.ami;

import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.Manager;

/**
 * Advice around the listeners of an {@link AmiListenerRegistry}, those that are marked
 * with {@link AmiEventListener} included. Beans of this type take part in their order,
 * the first one outermost. One instance serves all listeners, several at a time.
 */
@FunctionalInterface
public interface AmiListenerInterceptor {

	/**
	 * Handles an event. Called on the thread of the listener.
	 * @param listener who listens
	 * @param event the event
	 * @param manager the manager that received it
	 * @param next the next interceptor, or the listener; to be called on this thread,
	 * once or not at all
	 * @throws Exception anything; it is logged, and the next event follows
	 */
	void intercept(Listener listener, AmiEvent event, Manager manager, AmiEventCallback<AmiEvent> next)
			throws Exception;

	/**
	 * A listener at one server.
	 *
	 * @param id the identifier of the listener
	 * @param server the name of the server
	 */
	record Listener(String id, String server) {

	}

}
