package io.pystrix.spring.boot.autoconfigure.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link FastAgiMetrics}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = FastAgiAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnSingleCandidate(FastAgiServer.class)
public final class FastAgiMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FastAgiMetrics fastAgiMetrics(FastAgiServer server) {
		return new FastAgiMetrics(server);
	}

}
