package io.pystrix.spring.boot.autoconfigure;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.control.Calls;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.spring.ami.ManagerLifecycle;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.core.env.Environment;

/**
 * Makes what a server needs. {@link AmiServersRegistrar} names its methods in bean
 * definitions.
 */
final class ManagerFactory {

	static final String BEAN_NAME = "asteriskManagerFactory";

	private static final Log logger = LogFactory.getLog(AmiAutoConfiguration.class);

	private final BeanFactory beanFactory;

	private final Environment environment;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ObjectProvider<ManagerBuilderCustomizer> customizers;

	ManagerFactory(BeanFactory beanFactory, Environment environment, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<ManagerBuilderCustomizer> customizers) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.sslBundles = sslBundles;
		this.customizers = customizers;
	}

	AmiSettings settings(String server) {
		return AmiSettings.of(this.environment, server);
	}

	/** Makes the details of one of several servers. */
	AmiConnectionDetails connectionDetails(String server) {
		return new PropertiesAmiConnectionDetails(settings(server), this.sslBundles.getIfAvailable());
	}

	/** Makes the manager of one of several servers. */
	Manager manager(String server) {
		return manager(server, details(server));
	}

	/** Makes the lifecycle of one of several servers. */
	ManagerLifecycle lifecycle(String server) {
		return reloading(new ManagerLifecycle(server, managerOf(server), settings(server).properties().isFailFast()),
				details(server));
	}

	/** Makes the live state of one of several servers. */
	AsteriskState state(String server) {
		return new AsteriskState(managerOf(server));
	}

	/** Makes the calls of one of several servers. */
	Calls calls(String server) {
		AsteriskState state = this.beanFactory.getBean(AmiServersRegistrar.stateName(server), AsteriskState.class);
		return new Calls(state.manager(), state);
	}

	Manager manager(String server, AmiConnectionDetails details) {
		AmiSettings settings = settings(server);
		ManagerBuilder builder = Manager.builder();
		AmiPropertiesMapper mapper = new AmiPropertiesMapper(settings);
		mapper.applyTo(builder);
		// Wrong ones fail the start, whether there is a listener or not
		mapper.listenerOptions();
		builder.endpoints(details.getEndpoints());
		login(builder, details, settings);
		secure(builder, details);
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(server, builder));
		return builder.build();
	}

	/** Connects once more when the certificates are renewed. */
	static ManagerLifecycle reloading(ManagerLifecycle lifecycle, AmiConnectionDetails details) {
		if (details instanceof PropertiesAmiConnectionDetails properties) {
			properties.onSslBundleUpdate(lifecycle::reconnect);
		}
		return lifecycle;
	}

	private Manager managerOf(String server) {
		return this.beanFactory.getBean(AmiServersRegistrar.managerName(server), Manager.class);
	}

	private AmiConnectionDetails details(String server) {
		return this.beanFactory.getBean(AmiServersRegistrar.connectionDetailsName(server), AmiConnectionDetails.class);
	}

	private static void login(ManagerBuilder builder, AmiConnectionDetails details, AmiSettings settings) {
		String username = details.getUsername();
		String password = details.getPassword();
		if (username != null && password != null) {
			builder.credentials(username, password);
		}
		else {
			logger.warn("No '" + settings.name("username") + "': connecting to Asterisk without logging in. It will"
					+ " send no events and close the connection after a while");
		}
	}

	private static void secure(ManagerBuilder builder, AmiConnectionDetails details) {
		SslBundle bundle = details.getSslBundle();
		if (bundle != null) {
			// Now once, so that a bundle which cannot be used fails the start
			bundle.createSslContext();
			builder.sslContext(() -> context(details));
			SslOptions options = bundle.getOptions();
			if (options.isSpecified()) {
				builder.sslParameters(new SSLParameters(options.getCiphers(), options.getEnabledProtocols()));
			}
		}
	}

	private static SSLContext context(AmiConnectionDetails details) {
		SslBundle bundle = details.getSslBundle();
		if (bundle == null) {
			throw new IllegalStateException("the bundle of the connection has gone");
		}
		return bundle.createSslContext();
	}

}
