package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.AgiListener;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.async.AsyncAgiServerBuilder;
import io.pystrix.ami.Manager;
import io.pystrix.spring.agi.AsyncAgiServerLifecycle;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for AsyncAGI: an {@link AsyncAgiServer} that serves the
 * {@linkplain io.pystrix.spring.agi.AgiScript scripts} over the connection of the
 * {@link Manager}, with or without a FastAGI server beside it. It is there if
 * {@code asterisk.fastagi.async-agi} is {@code true}. The limit of calls, the time-out of
 * commands, the status variable and the grace period are those of FastAGI; each server
 * counts for itself.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { AmiAutoConfiguration.class, FastAgiAutoConfiguration.class })
@ConditionalOnClass(AsyncAgiServer.class)
@ConditionalOnBooleanProperty("asterisk.fastagi.async-agi")
@EnableConfigurationProperties(FastAgiProperties.class)
@Import(AgiScriptsConfiguration.class)
public final class AsyncAgiAutoConfiguration {

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	AsyncAgiServer asyncAgiServer(Manager manager, FastAgiProperties properties, ScriptRegistry scripts,
			ObjectProvider<AgiListener> listeners, ObjectProvider<AsyncAgiServerBuilderCustomizer> customizers) {
		AsyncAgiServerBuilder builder = AsyncAgiServer.builder(manager).scripts(scripts);
		FastAgiPropertiesMapper.apply(properties, builder);
		listeners.orderedStream().forEach(builder::listener);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	@Bean
	@ConditionalOnMissingBean
	AsyncAgiServerLifecycle asyncAgiServerLifecycle(AsyncAgiServer server, FastAgiProperties properties,
			Environment environment) {
		return new AsyncAgiServerLifecycle(server, GracePeriod.of(properties, environment));
	}

}
