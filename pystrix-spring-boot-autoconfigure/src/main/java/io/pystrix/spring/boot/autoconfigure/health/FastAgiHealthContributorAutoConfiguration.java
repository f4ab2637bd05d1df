package io.pystrix.spring.boot.autoconfigure.health;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the {@link FastAgiHealthIndicator}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = FastAgiAutoConfiguration.class)
@ConditionalOnClass({ FastAgiServer.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(FastAgiServer.class)
@ConditionalOnEnabledHealthIndicator("fastagi")
public final class FastAgiHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<FastAgiHealthIndicator, FastAgiServer> {

	FastAgiHealthContributorAutoConfiguration() {
		super(FastAgiHealthIndicator::new);
	}

	@Bean
	@ConditionalOnMissingBean(name = { "fastagiHealthIndicator", "fastagiHealthContributor" })
	HealthContributor fastagiHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, FastAgiServer.class);
	}

}
