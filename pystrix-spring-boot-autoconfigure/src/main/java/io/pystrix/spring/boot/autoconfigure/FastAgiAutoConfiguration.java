package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.AgiListener;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.agi.fastagi.FastAgiServerBuilder;
import io.pystrix.spring.agi.FastAgiServerLifecycle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for the FastAGI server: a {@link FastAgiServer}, which listens from
 * when the application starts, and the {@link ScriptRegistry} with all beans and methods
 * that are {@linkplain io.pystrix.spring.agi.AgiScript scripts}. It is there unless
 * {@code asterisk.fastagi.enabled} is {@code false}, also without any script: the
 * registry can be filled at any time. A {@code FastAgiServer} of the application's own
 * should be given this registry.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(FastAgiServer.class)
@ConditionalOnBooleanProperty(name = "asterisk.fastagi.enabled", matchIfMissing = true)
@EnableConfigurationProperties(FastAgiProperties.class)
@Import(AgiScriptsConfiguration.class)
public final class FastAgiAutoConfiguration {

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	FastAgiServer fastAgiServer(FastAgiProperties properties, ScriptRegistry scripts,
			ObjectProvider<AgiListener> listeners, ObjectProvider<FastAgiServerBuilderCustomizer> customizers) {
		FastAgiServerBuilder builder = FastAgiServer.builder().scripts(scripts);
		FastAgiPropertiesMapper.apply(properties, builder);
		listeners.orderedStream().map(AgiListenerAdapter::adapt).forEach(builder::listener);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	FastAgiServerLifecycle fastAgiServerLifecycle(FastAgiServer server, FastAgiProperties properties,
			ApplicationEventPublisher publisher, Environment environment) {
		return new FastAgiServerLifecycle(server, GracePeriod.of(properties, environment), publisher);
	}

}
