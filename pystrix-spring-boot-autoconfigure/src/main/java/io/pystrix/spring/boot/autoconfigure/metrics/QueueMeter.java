package io.pystrix.spring.boot.autoconfigure.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.pystrix.ami.event.DeviceState;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveQueue;
import io.pystrix.ami.live.LiveQueueCaller;
import io.pystrix.ami.live.LiveQueueMember;
import io.pystrix.ami.live.QueueStatistics;

/**
 * The meters of one queue.
 */
final class QueueMeter {

	private final MeterRegistry registry;

	private final String queue;

	private final AsteriskState state;

	private final List<Meter> meters = new ArrayList<>();

	QueueMeter(MeterRegistry registry, String server, String queue, AsteriskState state) {
		this.registry = registry;
		this.queue = queue;
		this.state = state;
		Tags tags = Tags.of("server", server, "queue", queue);
		gauge(tags, "callers", "Callers that wait", (it) -> it.callers().size());
		this.meters.add(TimeGauge
			.builder("asterisk.queue.longest.wait", this, TimeUnit.MILLISECONDS,
					(it) -> it.number(QueueMeter::longestWait))
			.description("How long the caller waits who has waited longest; 0 if nobody does")
			.tags(tags)
			.register(registry));
		for (DeviceState status : DeviceState.values()) {
			gauge(tags.and("status", status.name().toLowerCase(Locale.ROOT)), "members",
					"Members, by the state of their device", (it) -> members(it,
							(member) -> status == Objects.requireNonNullElse(member.status(), DeviceState.UNKNOWN)));
		}
		gauge(tags, "members.paused", "Members that are paused, whatever the state of their device",
				(it) -> members(it, LiveQueueMember::paused));
		counter(tags, "completed", "Calls that were answered", QueueStatistics::completed);
		counter(tags, "abandoned", "Callers that gave up", QueueStatistics::abandoned);
	}

	/** Takes the meters out of the registry. */
	void remove() {
		this.meters.forEach(this.registry::remove);
	}

	private void gauge(Tags tags, String name, String description, ToDoubleFunction<LiveQueue> number) {
		this.meters.add(Gauge.builder("asterisk.queue." + name, this, (it) -> it.number(number))
			.description(description)
			.tags(tags)
			.register(this.registry));
	}

	private void counter(Tags tags, String name, String description, Function<QueueStatistics, OptionalInt> count) {
		this.meters.add(FunctionCounter.builder("asterisk.queue." + name, this, (it) -> it.count(count))
			.description(description)
			.tags(tags)
			.register(this.registry));
	}

	private double number(ToDoubleFunction<LiveQueue> number) {
		return (this.state.status() != AsteriskState.SyncStatus.STALE)
				? this.state.queue(this.queue).map(number::applyAsDouble).orElse(Double.NaN) : Double.NaN;
	}

	private double count(Function<QueueStatistics, OptionalInt> count) {
		return this.state.queue(this.queue).map(LiveQueue::statistics).map(count).orElse(OptionalInt.empty()).orElse(0);
	}

	private static double longestWait(LiveQueue queue) {
		Instant now = Instant.now();
		return queue.callers()
			.stream()
			.map(LiveQueueCaller::joinedAt)
			.filter(Objects::nonNull)
			.mapToLong((joined) -> Duration.between(joined, now).toMillis())
			// Asterisk's clock may be ahead
			.reduce(0, Math::max);
	}

	private static double members(LiveQueue queue, Predicate<LiveQueueMember> which) {
		return queue.members().stream().filter(which).count();
	}

}
