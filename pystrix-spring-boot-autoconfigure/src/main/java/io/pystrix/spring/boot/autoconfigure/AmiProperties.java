package io.pystrix.spring.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the connection to Asterisk's manager interface, or of the connections to
 * several servers, each of which says what it wants to have different.
 *
 * @since 0.1.0
 */
@ConfigurationProperties(AmiProperties.PREFIX)
public class AmiProperties extends AmiServerProperties {

	static final String PREFIX = "asterisk.ami";

	/**
	 * Several Asterisk servers by their names. Each has the properties of a single one;
	 * what it does not say is as said for all.
	 */
	private final Map<String, AmiServerProperties> servers = new LinkedHashMap<>();

	/**
	 * Name of the server whose manager is injected where none is asked for by name.
	 */
	private @Nullable String primary;

	public Map<String, AmiServerProperties> getServers() {
		return this.servers;
	}

	public @Nullable String getPrimary() {
		return this.primary;
	}

	public void setPrimary(@Nullable String primary) {
		this.primary = primary;
	}

}
