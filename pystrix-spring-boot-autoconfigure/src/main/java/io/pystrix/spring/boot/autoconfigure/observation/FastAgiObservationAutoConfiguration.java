package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the observation of scripts. They are observed unless
 * {@code asterisk.fastagi.observation.enabled} is {@code false}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = FastAgiAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "asterisk.fastagi.observation.enabled", matchIfMissing = true)
public final class FastAgiObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AgiScriptObserver agiScriptObserver(ObservationRegistry registry,
			ObjectProvider<AgiScriptObservationConvention> convention) {
		return new AgiScriptObserver(registry, convention.getIfAvailable());
	}

}
