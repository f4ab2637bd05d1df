package io.pystrix.spring.boot.autoconfigure.endpoint;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.spring.ami.AmiListenerRegistry;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.boot.autoconfigure.AmiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.AsyncAgiAutoConfiguration;
import io.pystrix.spring.boot.autoconfigure.FastAgiAutoConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the {@link AsteriskEndpoint}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { AmiAutoConfiguration.class, AsyncAgiAutoConfiguration.class, FastAgiAutoConfiguration.class })
@ConditionalOnClass({ ConditionalOnAvailableEndpoint.class, Endpoint.class })
@ConditionalOnAvailableEndpoint(AsteriskEndpoint.class)
public final class AsteriskEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AsteriskEndpoint asteriskEndpoint(ObjectProvider<AmiServers> servers, ObjectProvider<AmiListenerRegistry> listeners,
			ObjectProvider<ScriptRegistry> scripts, ObjectProvider<FastAgiServer> fastAgi,
			ObjectProvider<AsyncAgiServer> asyncAgi) {
		return new AsteriskEndpoint(servers.getIfUnique(), listeners.getIfUnique(), scripts.getIfUnique(),
				fastAgi.getIfUnique(), asyncAgi.getIfUnique());
	}

}
