package io.pystrix.spring.boot.test;

import java.net.InetAddress;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.FastAgiServerBuilderCustomizer;
import io.pystrix.test.agi.AgiCaller;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for {@link AutoConfigureAsterisk}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = { AmiAutoConfiguration.class, FastAgiAutoConfiguration.class })
@Import(SimulatorRegistrar.class)
public final class AsteriskTestAutoConfiguration {

	@Bean(Simulators.BEAN_NAME)
	Simulators asteriskSimulators(ListableBeanFactory beanFactory, Environment environment,
			ObjectProvider<FastAgiServer> fastAgi, ObjectProvider<AsteriskSimulatorBuilderCustomizer> customizers) {
		return new Simulators(beanFactory, environment, fastAgi, customizers);
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	FastAgiServerBuilderCustomizer testFastAgiServerBuilderCustomizer() {
		// The application's clients are Asterisk's, those of the test are on this host
		return (builder) -> builder.port(0).address(InetAddress.getLoopbackAddress()).allowedClients();
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	AgiCaller agiCaller(FastAgiServer server) {
		return AgiCaller.to(server.address());
	}

}
