package io.pystrix.spring.boot.autoconfigure.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveQueue;

/**
 * The meters of one server's queues, which come and go with them.
 */
final class QueueMeters {

	private final MeterRegistry registry;

	private final String server;

	private final AsteriskState state;

	private final Map<String, QueueMeter> byQueue = new HashMap<>();

	QueueMeters(MeterRegistry registry, String server, AsteriskState state) {
		this.registry = registry;
		this.server = server;
		this.state = state;
	}

	/** Follows which queues there are now. */
	synchronized void update() {
		Set<String> current = this.state.queues().stream().map(LiveQueue::name).collect(Collectors.toSet());
		for (String gone : List.copyOf(this.byQueue.keySet())) {
			if (!current.contains(gone)) {
				this.byQueue.remove(gone).remove();
			}
		}
		current.forEach((queue) -> this.byQueue.computeIfAbsent(queue,
				(name) -> new QueueMeter(this.registry, this.server, name, this.state)));
	}

}
