package io.pystrix.spring.boot.autoconfigure.observation;

import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.pystrix.ami.AmiActionListener;
import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiAction;
import org.jspecify.annotations.Nullable;

/**
 * Observes actions. The observation that is current where an action is sent is the
 * parent, whoever waits for the answer.
 *
 * @since 0.1.0
 */
public final class AmiActionObserver implements AmiActionListener {

	private static final AmiActionObservationConvention DEFAULT = new DefaultAmiActionObservationConvention();

	private final ObservationRegistry registry;

	private final @Nullable AmiActionObservationConvention convention;

	private final Function<Manager, String> servers;

	/**
	 * Creates an observer.
	 * @param registry is given the observations
	 * @param convention names them, {@code null} for the default
	 * @param servers tells the name of a manager's server; called for every action
	 */
	public AmiActionObserver(ObservationRegistry registry, @Nullable AmiActionObservationConvention convention,
			Function<Manager, String> servers) {
		this.registry = registry;
		this.convention = convention;
		this.servers = servers;
	}

	@Override
	public @Nullable Exchange started(AmiAction<?> action, Manager manager) {
		if (this.registry.isNoop()) {
			return null;
		}
		AmiActionObservationContext context = new AmiActionObservationContext(action, manager,
				this.servers.apply(manager));
		Observation observation = AmiActionObservation.ACTION
			.observation(this.convention, DEFAULT, () -> context, this.registry)
			.start();
		return (response, failure, duration) -> {
			context.setResponse(response);
			if (failure != null) {
				observation.error(failure);
			}
			observation.stop();
		};
	}

}
