package io.pystrix.spring.ami;

import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.context.ApplicationEventPublisher;

/**
 * What the manager calls for a listener: logs what the listener throws, and tells the
 * application, too, what was lost.
 *
 * @param <E> the type of the events
 */
final class RegisteredListener<E extends AmiEvent> implements AmiEventCallback<E> {

	private static final Log logger = LogFactory.getLog(AmiListenerRegistry.class);

	private final AmiListenerInterceptor.Listener listener;

	private final AmiEventCallback<? super E> callback;

	private final AmiEventCallback<AmiEvent> chain;

	private final ApplicationEventPublisher publisher;

	/**
	 * Creates a registered listener.
	 * @param listener what it is called
	 * @param callback the listener itself
	 * @param chain the interceptors, with the listener at the end
	 * @param publisher is told of lost events
	 */
	RegisteredListener(AmiListenerInterceptor.Listener listener, AmiEventCallback<? super E> callback,
			AmiEventCallback<AmiEvent> chain, ApplicationEventPublisher publisher) {
		this.listener = listener;
		this.callback = callback;
		this.chain = chain;
		this.publisher = publisher;
	}

	@Override
	public void onEvent(E event, Manager manager) {
		try {
			this.chain.onEvent(event, manager);
		}
		catch (BeanCreationNotAllowedException ex) {
			logger.debug(
					"The application is closing, without AMI listener '" + this.listener.id() + "' for " + name(event));
		}
		catch (Exception ex) {
			logger.error("AMI listener '" + this.listener.id() + "' failed at " + name(event) + ": " + this.callback,
					ex);
		}
	}

	/** Without what would begin a line of its own in the log. */
	private static String name(AmiEvent event) {
		return event.name().replaceAll("\\p{Cntrl}", "?");
	}

	@Override
	public void onEventsLost(EventsLostEvent event, Manager manager) throws Exception {
		this.callback.onEventsLost(event, manager);
		this.publisher
			.publishEvent(new AmiEventsLostEvent(manager, this.listener.server(), this.listener.id(), event.count()));
	}

}
