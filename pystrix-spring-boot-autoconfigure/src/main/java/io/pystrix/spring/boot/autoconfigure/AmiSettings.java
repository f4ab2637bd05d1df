package io.pystrix.spring.boot.autoconfigure;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * What the properties say about a server: what it says itself, and for the rest what is
 * said for all.
 *
 * @param properties the properties
 * @param names gives the end of a property's name, returns the whole name of the property
 * that has its value
 */
record AmiSettings(AmiServerProperties properties, UnaryOperator<String> names) {

	private static final Bindable<AmiProperties> ALL = Bindable.of(AmiProperties.class);

	/**
	 * Returns the names of the servers.
	 * @param environment where the properties are
	 * @return the names, empty if there is but one server, which has none
	 */
	static Set<String> servers(Environment environment) {
		return all(environment).getServers().keySet();
	}

	static AmiProperties all(Environment environment) {
		return Binder.get(environment).bind(AmiProperties.PREFIX, ALL).orElseGet(AmiProperties::new);
	}

	/**
	 * Returns the settings of a server.
	 * @param environment where the properties are
	 * @param server its name; one that is not in the properties has what is said for all
	 * @return the settings
	 */
	static AmiSettings of(Environment environment, String server) {
		Binder binder = Binder.get(environment);
		AmiServerProperties properties = new AmiServerProperties();
		Bindable<AmiServerProperties> target = Bindable.ofInstance(properties);
		binder.bind(AmiProperties.PREFIX, target);
		String prefix = prefix(server);
		binder.bind(prefix, target);
		return new AmiSettings(properties, (name) -> {
			boolean own = binder.bind(prefix + "." + name, Object.class).isBound();
			return (own ? prefix : AmiProperties.PREFIX) + "." + name;
		});
	}

	/**
	 * Returns what the names of a server's own properties start with.
	 */
	static String prefix(String server) {
		String plain = AmiProperties.PREFIX + ".servers." + server;
		return (ConfigurationPropertyName.isValid(plain) && server.indexOf('.') < 0) ? plain
				: AmiProperties.PREFIX + ".servers[" + server + "]";
	}

	/**
	 * Returns the name of a property that is set, below another.
	 */
	static String anyOf(Environment environment, String name) {
		ConfigurationPropertyName parent = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				Optional<ConfigurationPropertyName> found = iterable.stream().filter(parent::isAncestorOf).findFirst();
				if (found.isPresent()) {
					return found.get().toString();
				}
			}
		}
		return name;
	}

	String name(String end) {
		return this.names.apply(end);
	}

}
