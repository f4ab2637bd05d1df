package io.pystrix.agi.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import io.pystrix.agi.AgiListener;
import io.pystrix.internal.Loggable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of a server. What one of them throws, errors included, reaches nobody
 * else: not the script, nor the thread that takes the calls.
 *
 * @param <L> what they listen to
 * @since 0.1.0
 */
public final class CallListeners<L extends AgiListener> {

	private static final Logger logger = LoggerFactory.getLogger(AgiListener.class);

	private final List<L> listeners;

	/**
	 * Creates a group of listeners.
	 * @param listeners the listeners, which are told in this order
	 */
	public CallListeners(Collection<? extends L> listeners) {
		this.listeners = List.copyOf(listeners);
	}

	/**
	 * Whether there is nobody to tell.
	 * @return whether there are no listeners
	 */
	public boolean isEmpty() {
		return this.listeners.isEmpty();
	}

	/**
	 * Tells every listener.
	 * @param event what happened, as the method to call
	 */
	public void tell(Consumer<? super L> event) {
		for (L listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (Throwable ex) {
				logger.error("An AGI listener failed", Loggable.of(ex));
			}
		}
	}

}
