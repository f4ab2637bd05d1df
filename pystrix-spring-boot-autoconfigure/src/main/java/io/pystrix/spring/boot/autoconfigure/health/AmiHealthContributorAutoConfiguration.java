package io.pystrix.spring.boot.autoconfigure.health;

import java.util.Map;

import io.pystrix.ami.Manager;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the {@link AmiHealthIndicator}; with several servers for one of
 * each, by their names.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = AmiAutoConfiguration.class)
@ConditionalOnClass({ Manager.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(Manager.class)
@ConditionalOnEnabledHealthIndicator("ami")
public final class AmiHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "amiHealthIndicator", "amiHealthContributor" })
	HealthContributor amiHealthContributor(ListableBeanFactory beanFactory) {
		Map<String, Manager> managers = new AmiServers(beanFactory).managers();
		return (managers.size() == 1) ? new AmiHealthIndicator(managers.values().iterator().next())
				: CompositeHealthContributor.fromMap(managers, AmiHealthIndicator::new);
	}

}
