package io.pystrix.spring.boot.autoconfigure.metrics;

import java.util.List;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.pystrix.ami.Registration;

/**
 * The meters of the listeners of one name at one server.
 */
final class ListenerMeter {

	private final MeterRegistry registry;

	private final List<Meter> meters;

	private List<Registration> registrations = List.of();

	/** Of those that are gone, because a counter must not fall. */
	private long handledBefore;

	private long lostBefore;

	ListenerMeter(MeterRegistry registry, String server, String listener) {
		this.registry = registry;
		Tags tags = Tags.of("server", server, "listener", listener);
		this.meters = List.of(
				Gauge.builder("asterisk.ami.listener.queue", this, ListenerMeter::queued)
					.description("Events that wait for the listener")
					.tags(tags)
					.register(registry),
				FunctionCounter.builder("asterisk.ami.listener.handled", this, ListenerMeter::handled)
					.description("Events that the listener was given")
					.tags(tags)
					.register(registry),
				FunctionCounter.builder("asterisk.ami.listener.lost", this, ListenerMeter::lost)
					.description("Events that were lost because the listener did not keep up")
					.tags(tags)
					.register(registry));
	}

	synchronized void update(List<Registration> current) {
		for (Registration registration : this.registrations) {
			if (!current.contains(registration)) {
				this.handledBefore += registration.handled();
				this.lostBefore += registration.lost();
			}
		}
		this.registrations = List.copyOf(current);
	}

	void remove() {
		this.meters.forEach(this.registry::remove);
	}

	private double queued() {
		return sum(Registration::queued);
	}

	private synchronized double handled() {
		return this.handledBefore + sum(Registration::handled);
	}

	private synchronized double lost() {
		return this.lostBefore + sum(Registration::lost);
	}

	private synchronized long sum(ToLongFunction<Registration> count) {
		return this.registrations.stream().mapToLong(count).sum();
	}

}
