package io.pystrix.spring.ami;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiEvent;

/**
 * Advice around the listeners of an {@link AmiListenerRegistry}, those that are marked
 * with {@link AmiEventListener} included. Beans of this type take part in their order,
 * the first one outermost. One instance serves all listeners, several at a time.
 *
 * @since 0.1.0
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
	 * Returns whether this interceptor does nothing but set up a context for what is
	 * inside it, such as a log context or the scope of a trace: it always calls
	 * {@code next}, and lets every exception pass. What a listener throws is logged
	 * inside the outermost interceptors of this kind, so that the log line has their
	 * context.
	 * @return whether this is so, by default {@code false}
	 * @since 0.1.0
	 */
	default boolean isContextOnly() {
		return false;
	}

	/**
	 * A listener at one server.
	 *
	 * @param id the identifier of the listener
	 * @param server the name of the server
	 */
	record Listener(String id, String server) {

	}

}
