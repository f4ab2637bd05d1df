package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of a call of a listener and its keys. A bean of this type
 * replaces the {@link DefaultAmiListenerObservationConvention default}.
 *
 * @since 0.1.0
 */
public interface AmiListenerObservationConvention extends ObservationConvention<AmiListenerObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof AmiListenerObservationContext;
	}

}
