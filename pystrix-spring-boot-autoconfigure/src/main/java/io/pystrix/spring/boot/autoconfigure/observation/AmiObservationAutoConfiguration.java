package io.pystrix.spring.boot.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.ManagerBuilderCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the observation of actions and listeners. They are observed
 * unless {@code asterisk.ami.observation.enabled} is {@code false}; the actions of a
 * {@code Manager} of the application's own only if it is given the
 * {@link AmiActionObserver}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AmiAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({ ObservationRegistry.class, AmiServers.class })
@ConditionalOnBooleanProperty(name = "asterisk.ami.observation.enabled", matchIfMissing = true)
public final class AmiObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AmiActionObserver amiActionObserver(ObservationRegistry registry,
			ObjectProvider<AmiActionObservationConvention> convention, AmiServers servers) {
		return new AmiActionObserver(registry, convention.getIfAvailable(), new ServerNames(servers));
	}

	@Bean
	ManagerBuilderCustomizer amiObservationManagerBuilderCustomizer(AmiActionObserver observer) {
		return (builder) -> builder.actionListener(observer);
	}

	@Bean
	@ConditionalOnMissingBean
	AmiListenerObserver amiListenerObserver(ObservationRegistry registry,
			ObjectProvider<AmiListenerObservationConvention> convention) {
		return new AmiListenerObserver(registry, convention.getIfAvailable());
	}

}
