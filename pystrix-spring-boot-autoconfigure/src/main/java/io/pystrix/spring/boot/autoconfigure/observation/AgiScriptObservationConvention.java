package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of a call script and its keys. A bean of this type replaces the
 * {@link DefaultAgiScriptObservationConvention default}.
 *
 * @since 0.1.0
 */
public interface AgiScriptObservationConvention extends ObservationConvention<AgiScriptObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof AgiScriptObservationContext;
	}

}
