package io.pystrix.spring.boot.autoconfigure;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.spring.agi.AsyncAgiServerLifecycle;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration for AsyncAGI: an {@link AsyncAgiServer} that serves the
 * {@linkplain io.pystrix.spring.agi.AgiScript scripts} over the connection of the
 * {@link Manager}, with or without a FastAGI server beside it. It is there if
 * {@code asterisk.fastagi.async-agi} is {@code true}.
 */
@AutoConfiguration(after = { AmiAutoConfiguration.class, FastAgiAutoConfiguration.class })
@ConditionalOnClass(AsyncAgiServer.class)
@ConditionalOnBooleanProperty("asterisk.fastagi.async-agi")
@EnableConfigurationProperties(FastAgiProperties.class)
@Import(AgiScriptsConfiguration.class)
public final class AsyncAgiAutoConfiguration {

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	AsyncAgiServer asyncAgiServer(Manager manager, ScriptRegistry scripts) {
		return new AsyncAgiServer(manager, scripts);
	}

	@Bean
	@ConditionalOnMissingBean
	AsyncAgiServerLifecycle asyncAgiServerLifecycle(AsyncAgiServer server) {
		return new AsyncAgiServerLifecycle(server);
	}

}
