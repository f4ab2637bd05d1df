package io.pystrix.spring.boot.autoconfigure;

import java.util.List;

import io.pystrix.ami.AmiEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MutuallyExclusiveConfigurationPropertiesException;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Connection details from {@link AmiSettings}.
 */
final class PropertiesAmiConnectionDetails implements AmiConnectionDetails {

	private final AmiSettings settings;

	private final AmiServerProperties properties;

	private final @Nullable SslBundles sslBundles;

	private final List<AmiEndpoint> endpoints;

	PropertiesAmiConnectionDetails(AmiSettings settings, @Nullable SslBundles sslBundles) {
		this.settings = settings;
		this.properties = settings.properties();
		this.sslBundles = sslBundles;
		MutuallyExclusiveConfigurationPropertiesException.throwIfMultipleNonNullValuesIn((entries) -> {
			entries.put(settings.name("host"), this.properties.getHost());
			entries.put(settings.name("hosts"), hosts().isEmpty() ? null : hosts());
		});
		this.endpoints = hosts().isEmpty() ? List.of(endpoint())
				: hosts().stream()
					.map((entry) -> HostEntry.parse(settings.name("hosts"), entry, this.properties.getPort()))
					.toList();
		if (getUsername() != null && getPassword() == null) {
			throw new InvalidConfigurationPropertyValueException(settings.name("username"), getUsername(),
					"There is no '" + settings.name("password") + "' to go with it.");
		}
	}

	private List<String> hosts() {
		return this.properties.getHosts();
	}

	private AmiEndpoint endpoint() {
		String host = this.properties.getHost();
		int port = this.properties.getPort();
		try {
			return new AmiEndpoint((host != null) ? host : "localhost", port);
		}
		catch (IllegalArgumentException ex) {
			boolean blank = host != null && host.isBlank();
			throw new InvalidConfigurationPropertyValueException(this.settings.name(blank ? "host" : "port"),
					blank ? host : port, ex.getMessage() + ".");
		}
	}

	@Override
	public List<AmiEndpoint> getEndpoints() {
		return this.endpoints;
	}

	@Override
	public @Nullable String getUsername() {
		String username = this.properties.getUsername();
		return StringUtils.hasText(username) ? username : null;
	}

	@Override
	public @Nullable String getPassword() {
		return this.properties.getPassword();
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		AmiServerProperties.Ssl ssl = this.properties.getSsl();
		if (!ssl.isEnabled()) {
			return null;
		}
		return StringUtils.hasText(ssl.getBundle()) ? bundle(ssl.getBundle()) : SslBundle.systemDefault();
	}

	private SslBundle bundle(String name) {
		try {
			return sslBundles().getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			throw new InvalidConfigurationPropertyValueException(this.settings.name("ssl.bundle"), name,
					ex.getMessage() + ".");
		}
	}

	/**
	 * Has an action run when the bundle that is used is replaced by a newer one.
	 */
	void onSslBundleUpdate(Runnable action) {
		AmiServerProperties.Ssl ssl = this.properties.getSsl();
		if (ssl.isEnabled() && StringUtils.hasText(ssl.getBundle())) {
			sslBundles().addBundleUpdateHandler(ssl.getBundle(), (bundle) -> action.run());
		}
	}

	private SslBundles sslBundles() {
		if (this.sslBundles == null) {
			throw new InvalidConfigurationPropertyValueException(this.settings.name("ssl.bundle"),
					this.properties.getSsl().getBundle(), "There is no bean of type SslBundles to take it from.");
		}
		return this.sslBundles;
	}

}
