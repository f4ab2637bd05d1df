package io.pystrix.spring.boot.autoconfigure.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;

/**
 * The meters of one manager's listeners, which come and go with them. Listeners with the
 * same name share theirs.
 */
final class ListenerMeters {

	private final MeterRegistry registry;

	private final String server;

	private final Manager manager;

	private final Map<String, ListenerMeter> byListener = new HashMap<>();

	ListenerMeters(MeterRegistry registry, String server, Manager manager) {
		this.registry = registry;
		this.server = server;
		this.manager = manager;
	}

	/** Follows what is registered with the manager now. */
	synchronized void update() {
		Map<String, List<Registration>> current = this.manager.registrations()
			.stream()
			.collect(Collectors.groupingBy(this::nameOf));
		this.byListener.entrySet().removeIf((entry) -> {
			boolean gone = !current.containsKey(entry.getKey());
			if (gone) {
				entry.getValue().remove();
			}
			return gone;
		});
		current.forEach((listener, registrations) -> this.byListener
			.computeIfAbsent(listener, (name) -> new ListenerMeter(this.registry, this.server, name))
			.update(registrations));
	}

	/** One that listens to several servers is told apart by the other tag. */
	private String nameOf(Registration registration) {
		String name = registration.description();
		String suffix = "@" + this.server;
		return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
	}

}
