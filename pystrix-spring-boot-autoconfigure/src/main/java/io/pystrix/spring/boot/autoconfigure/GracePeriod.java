package io.pystrix.spring.boot.autoconfigure;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * How long running scripts may take when the application stops.
 */
final class GracePeriod {

	private static final Log logger = LogFactory.getLog(FastAgiProperties.class);

	private static final String PROPERTY = "asterisk.fastagi.shutdown.grace-period";

	private static final String PHASE_PROPERTY = "spring.lifecycle.timeout-per-shutdown-phase";

	private static final Duration DEFAULT_PHASE = Duration.ofSeconds(30);

	private GracePeriod() {
	}

	static Duration of(FastAgiProperties properties, Environment environment) {
		Duration gracePeriod = properties.getShutdown().getGracePeriod();
		if (gracePeriod.isNegative()) {
			throw new InvalidConfigurationPropertyValueException(PROPERTY, gracePeriod, "It must not be negative.");
		}
		Duration phase = Binder.get(environment).bind(PHASE_PROPERTY, Duration.class).orElse(DEFAULT_PHASE);
		if (gracePeriod.compareTo(phase) >= 0) {
			logger.warn("The application does not wait for AGI calls to end: '" + PROPERTY + "' (" + gracePeriod
					+ ") is not less than '" + PHASE_PROPERTY + "' (" + phase + ")");
		}
		return gracePeriod;
	}

}
