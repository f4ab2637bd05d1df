package io.pystrix.spring.boot.autoconfigure.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link AmiMetrics}, and where there is an {@link AsteriskState}
 * for {@link AmiLiveMetrics} and, if asked for, {@link AmiQueueMetrics}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AmiAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, AmiServers.class })
public final class AmiMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AmiMetrics amiMetrics(AmiServers servers) {
		return new AmiMetrics(servers::managers);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(AsteriskState.class)
	AmiLiveMetrics amiLiveMetrics(AmiServers servers) {
		return new AmiLiveMetrics(servers::states);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(AsteriskState.class)
	@ConditionalOnBooleanProperty("asterisk.ami.live.metrics.queues")
	AmiQueueMetrics amiQueueMetrics(AmiServers servers) {
		return new AmiQueueMetrics(servers::states);
	}

}
