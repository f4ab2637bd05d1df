package io.pystrix.spring.ami;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiEvent;

import org.springframework.context.ApplicationEventPublisher;

/**
 * What the manager calls for a listener: also tells the application which events were
 * lost.
 *
 * @param <E> the type of the events
 */
final class RegisteredListener<E extends AmiEvent> implements AmiEventCallback<E> {

	private final AmiListenerInterceptor.Listener listener;

	private final AmiEventCallback<? super E> callback;

	private final AmiEventCallback<AmiEvent> chain;

	private final ApplicationEventPublisher publisher;

	/**
	 * Creates a registered listener.
	 * @param listener what it is called
	 * @param callback the listener itself
	 * @param chain the interceptors, with the listener at the end; logs what it throws
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
	public void onEvent(E event, Manager manager) throws Exception {
		this.chain.onEvent(event, manager);
	}

	@Override
	public void onEventsLost(EventsLostEvent event, Manager manager) throws Exception {
		this.callback.onEventsLost(event, manager);
		this.publisher
			.publishEvent(new AmiEventsLostEvent(manager, this.listener.server(), this.listener.id(), event.count()));
	}

}
