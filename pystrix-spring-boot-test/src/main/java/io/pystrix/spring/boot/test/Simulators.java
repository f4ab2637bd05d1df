package io.pystrix.spring.boot.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;
import io.pystrix.spring.ami.AmiServers;
import io.pystrix.spring.boot.autoconfigure.AmiConnectionDetails;
import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.release.AsteriskRelease;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Makes the simulators of a context and has them ready for each test.
 * {@link SimulatorRegistrar} names its methods in bean definitions.
 */
final class Simulators {

	static final String BEAN_NAME = "asteriskSimulators";

	/** What the starter calls the server of an application that has but one. */
	static final String ONLY_SERVER = "asterisk";

	private static final String SUFFIX = "Simulator";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ListableBeanFactory beanFactory;

	private final List<String> extensions;

	private final String release;

	private final ObjectProvider<FastAgiServer> fastAgi;

	private final ObjectProvider<AsteriskSimulatorBuilderCustomizer> customizers;

	Simulators(ListableBeanFactory beanFactory, Environment environment, ObjectProvider<FastAgiServer> fastAgi,
			ObjectProvider<AsteriskSimulatorBuilderCustomizer> customizers) {
		this.beanFactory = beanFactory;
		this.extensions = Binder.get(environment)
			.bind("asterisk.test.extensions", Bindable.listOf(String.class))
			.orElse(List.of());
		this.release = environment.getProperty("asterisk.test.release", "");
		this.fastAgi = fastAgi;
		this.customizers = customizers;
	}

	static String beanName(String server) {
		return server + SUFFIX;
	}

	/** Makes the simulator of a server. */
	AsteriskSimulator simulator(String server) {
		AsteriskSimulator.Builder builder = AsteriskSimulator.builder()
			.account(SimulatorConnectionDetails.USERNAME, SimulatorConnectionDetails.PASSWORD)
			.fastAgi(() -> this.fastAgi.getObject().address());
		if (!this.release.isEmpty()) {
			builder.release(AsteriskRelease.of(this.release));
		}
		this.extensions.forEach((extension) -> addTo(builder, extension));
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(server, builder));
		return builder.build();
	}

	private static void addTo(AsteriskSimulator.Builder builder, String extension) {
		String[] parts = extension.split("=", 2);
		if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
			throw new IllegalArgumentException("An extension of @AutoConfigureAsterisk is not of the form"
					+ " 'extension=script': '" + extension + "'");
		}
		builder.extension(parts[0].strip(), parts[1].strip());
	}

	/** Makes the connection details of a server. */
	AmiConnectionDetails connectionDetails(String server) {
		return new SimulatorConnectionDetails(this.beanFactory.getBean(beanName(server), AsteriskSimulator.class));
	}

	/**
	 * Makes all simulators as good as new.
	 */
	void reset() {
		all().values().forEach((simulator) -> {
			simulator.reset();
			simulator.start();
		});
	}

	/**
	 * Waits until the managers of the simulated servers are connected.
	 * @throws IllegalStateException if one is not for half a minute
	 */
	void awaitConnections() throws InterruptedException {
		AmiServers servers = this.beanFactory.getBeanProvider(AmiServers.class).getIfAvailable();
		if (servers != null) {
			Map<String, AsteriskSimulator> simulators = all();
			for (Map.Entry<String, Manager> server : servers.managers().entrySet()) {
				if (simulators.containsKey(beanName(server.getKey()))) {
					awaitConnection(server.getKey(), server.getValue());
				}
			}
		}
	}

	private Map<String, AsteriskSimulator> all() {
		return this.beanFactory.getBeansOfType(AsteriskSimulator.class);
	}

	private static void awaitConnection(String server, Manager manager) throws InterruptedException {
		if (manager.state() == ConnectionState.DISCONNECTED) {
			manager.connect();
		}
		CountDownLatch connected = new CountDownLatch(1);
		Registration registration = manager.addStateListener((change, changed) -> {
			if (changed.isConnected()) {
				connected.countDown();
			}
		});
		try {
			if (!manager.isConnected() && !connected.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("The manager of the server '" + server
						+ "' is not connected to its simulator: " + manager.status());
			}
		}
		finally {
			registration.close();
		}
	}

}
