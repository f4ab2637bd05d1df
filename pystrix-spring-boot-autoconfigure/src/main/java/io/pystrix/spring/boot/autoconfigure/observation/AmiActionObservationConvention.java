package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of an action and its keys. A bean of this type replaces the
 * {@link DefaultAmiActionObservationConvention default}.
 *
 * @since 0.1.0
 */
public interface AmiActionObservationConvention extends ObservationConvention<AmiActionObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof AmiActionObservationContext;
	}

}
