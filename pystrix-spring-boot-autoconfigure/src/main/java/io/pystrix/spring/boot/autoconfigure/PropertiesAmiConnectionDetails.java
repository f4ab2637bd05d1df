package io.pystrix.spring.boot.autoconfigure;

import java.util.List;

import io.pystrix.ami.AmiEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Connection details from {@link AmiProperties}.
 */
final class PropertiesAmiConnectionDetails implements AmiConnectionDetails {

	private final List<AmiEndpoint> endpoints;

	private final @Nullable String username;

	private final @Nullable String password;

	PropertiesAmiConnectionDetails(AmiProperties properties) {
		this.endpoints = properties.getHosts().isEmpty() ? List.of(endpoint(properties))
				: properties.getHosts()
					.stream()
					.map((entry) -> HostEntry.parse("asterisk.ami.hosts", entry, properties.getPort()))
					.toList();
		this.username = properties.getUsername();
		this.password = properties.getPassword();
		if (StringUtils.hasText(this.username) && this.password == null) {
			throw new InvalidConfigurationPropertyValueException("asterisk.ami.username", this.username,
					"There is no 'asterisk.ami.password' to go with it.");
		}
	}

	private static AmiEndpoint endpoint(AmiProperties properties) {
		try {
			return new AmiEndpoint(properties.getHost(), properties.getPort());
		}
		catch (IllegalArgumentException ex) {
			boolean host = properties.getHost().isBlank();
			throw new InvalidConfigurationPropertyValueException(host ? "asterisk.ami.host" : "asterisk.ami.port",
					host ? properties.getHost() : properties.getPort(), ex.getMessage() + ".");
		}
	}

	@Override
	public List<AmiEndpoint> getEndpoints() {
		return this.endpoints;
	}

	@Override
	public @Nullable String getUsername() {
		return StringUtils.hasText(this.username) ? this.username : null;
	}

	@Override
	public @Nullable String getPassword() {
		return this.password;
	}

}
