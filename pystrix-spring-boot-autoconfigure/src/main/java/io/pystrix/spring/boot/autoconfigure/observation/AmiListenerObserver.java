package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.spring.ami.AmiListenerInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;

/**
 * Observes listeners. It has to be the outermost interceptor, so that others belong to
 * the observation, too.
 *
 * @since 0.1.0
 */
public final class AmiListenerObserver implements AmiListenerInterceptor, Ordered {

	private static final AmiListenerObservationConvention DEFAULT = new DefaultAmiListenerObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable AmiListenerObservationConvention convention;

	/**
	 * Creates an observer.
	 * @param registry is given the observations
	 * @param convention names them, {@code null} for the default
	 */
	public AmiListenerObserver(ObservationRegistry registry, @Nullable AmiListenerObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public void intercept(Listener listener, AmiEvent event, Manager manager, AmiEventCallback<AmiEvent> next)
			throws Exception {
		Observation observation = AmiListenerObservation.LISTENER.observation(this.convention, DEFAULT,
				() -> new AmiListenerObservationContext(listener.id(), listener.server(), event), this.registry);
		observation.observeChecked(() -> next.onEvent(event, manager));
	}

	@Override
	public boolean isContextOnly() {
		return true;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
