package io.pystrix.spring.boot.autoconfigure.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerStatus;

/**
 * Meters of the connections to Asterisk's manager interface, each with the tag
 * {@code server}, and of their listeners, with the tag {@code listener} as well. A
 * listener has its meters from its registration to its end.
 *
 * @since 0.1.0
 */
public final class AmiMetrics implements MeterBinder {

	private final Supplier<Map<String, Manager>> managers;

	/**
	 * Creates meters.
	 * @param managers gives the managers by the names of their servers; asked for when
	 * the meters are bound to a registry
	 */
	public AmiMetrics(Supplier<Map<String, Manager>> managers) {
		this.managers = managers;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.managers.get().forEach((server, manager) -> bind(registry, server, manager));
	}

	private static void bind(MeterRegistry registry, String server, Manager manager) {
		Tags tags = Tags.of("server", server);
		Gauge.builder("asterisk.ami.connected", manager, (it) -> executesActions(it.status()) ? 1 : 0)
			.description("Whether Asterisk is connected and executes actions: 1 or 0")
			.tags(tags)
			.register(registry);
		Gauge.builder("asterisk.ami.shutting.down", manager, (it) -> it.status().shuttingDown() ? 1 : 0)
			.description("Whether Asterisk refuses all actions and logins because it is shutting down: 1 or 0")
			.tags(tags)
			.register(registry);
		counter(registry, tags, manager, "connects", "Connections that were made", ManagerStatus::connects);
		counter(registry, tags, manager, "connects.failed",
				"Attempts to connect to a host, and to log in there, that failed", ManagerStatus::failedConnects);
		Gauge.builder("asterisk.ami.pending.actions", manager, (it) -> it.status().pendingActions())
			.description("Actions that wait for their answer")
			.tags(tags)
			.register(registry);
		TimeGauge.builder("asterisk.ami.round.trip", manager, TimeUnit.NANOSECONDS, AmiMetrics::roundTrip)
			.description("Time that the last keep-alive ping took")
			.tags(tags)
			.register(registry);
		counter(registry, tags, manager, "events", "Events that Asterisk has sent", ManagerStatus::receivedEvents);
		counter(registry, tags, manager, "events.unheard", "Events that nobody listened to",
				ManagerStatus::unheardEvents);
		counter(registry, tags, manager, "events.lost", "Events lost by listeners that did not keep up",
				ManagerStatus::lostEvents);
		ListenerMeters listeners = new ListenerMeters(registry, server, manager);
		manager.addRegistrationListener(listeners::update);
		listeners.update();
	}

	private static void counter(MeterRegistry registry, Tags tags, Manager manager, String name, String description,
			ToDoubleFunction<ManagerStatus> count) {
		FunctionCounter.builder("asterisk.ami." + name, manager, (it) -> count.applyAsDouble(it.status()))
			.description(description)
			.tags(tags)
			.register(registry);
	}

	private static boolean executesActions(ManagerStatus status) {
		return status.state() == ConnectionState.CONNECTED && !status.shuttingDown();
	}

	private static double roundTrip(Manager manager) {
		Duration roundTrip = manager.status().lastRoundTrip();
		return (roundTrip != null) ? roundTrip.toNanos() : Double.NaN;
	}

}
