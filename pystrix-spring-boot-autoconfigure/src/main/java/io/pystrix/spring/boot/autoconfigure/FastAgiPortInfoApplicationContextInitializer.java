package io.pystrix.spring.boot.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import io.pystrix.spring.agi.FastAgiServerStartedEvent;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * Puts the port that the FastAGI server listens on into the environment, as
 * {@code local.fastagi.port}, for tests that let the system choose one.
 */
final class FastAgiPortInfoApplicationContextInitializer
		implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String PROPERTY_NAME = "local.fastagi.port";

	// Where the ports of web servers are
	private static final String PROPERTY_SOURCE_NAME = "server.ports";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		context.addApplicationListener(
				(ApplicationListener<FastAgiServerStartedEvent>) (event) -> setPort(context.getEnvironment(),
						event.port()));
	}

	@SuppressWarnings("unchecked")
	private static void setPort(ConfigurableEnvironment environment, int port) {
		MutablePropertySources sources = environment.getPropertySources();
		PropertySource<?> source = sources.get(PROPERTY_SOURCE_NAME);
		if (source == null) {
			source = new MapPropertySource(PROPERTY_SOURCE_NAME, new HashMap<>());
			sources.addFirst(source);
		}
		((Map<String, Object>) source.getSource()).put(PROPERTY_NAME, port);
	}

}
