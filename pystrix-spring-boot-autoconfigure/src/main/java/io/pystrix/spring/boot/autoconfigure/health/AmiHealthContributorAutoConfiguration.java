package io.pystrix.spring.boot.autoconfigure.health;

import io.pystrix.ami.Manager;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;

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
 * Auto-configuration for the {@link AmiHealthIndicator}.
 */
@AutoConfiguration(after = AmiAutoConfiguration.class)
@ConditionalOnClass({ Manager.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(Manager.class)
@ConditionalOnEnabledHealthIndicator("ami")
public final class AmiHealthContributorAutoConfiguration
		extends CompositeHealthContributorConfiguration<AmiHealthIndicator, Manager> {

	AmiHealthContributorAutoConfiguration() {
		super(AmiHealthIndicator::new);
	}

	@Bean
	@ConditionalOnMissingBean(name = { "amiHealthIndicator", "amiHealthContributor" })
	HealthContributor amiHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, Manager.class);
	}

}
