package io.pystrix.spring.boot.autoconfigure.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;

/**
 * Meters of what goes on in Asterisk, each with the tag {@code server}. There are no
 * numbers while the state is {@linkplain SyncStatus#STALE stale}.
 *
 * @since 0.1.0
 */
public final class AmiLiveMetrics implements MeterBinder {

	private final Supplier<Map<String, AsteriskState>> states;

	/**
	 * Creates meters.
	 * @param states gives the live states by the names of their servers; asked for when
	 * the meters are bound to a registry
	 */
	public AmiLiveMetrics(Supplier<Map<String, AsteriskState>> states) {
		this.states = states;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.states.get().forEach((server, state) -> bind(registry, Tags.of("server", server), state));
	}

	private static void bind(MeterRegistry registry, Tags tags, AsteriskState state) {
		Gauge.builder("asterisk.live", state, (it) -> (it.status() == SyncStatus.LIVE) ? 1 : 0)
			.description("Whether the live state is whole and up to date: 1 or 0")
			.tags(tags)
			.register(registry);
		gauge(registry, tags, state, "calls", "Calls in Asterisk", (it) -> it.calls().size());
		gauge(registry, tags, state, "bridges", "Bridges in Asterisk", (it) -> it.bridges().size());
		for (ChannelState channelState : ChannelState.values()) {
			gauge(registry, tags.and("state", channelState.name().toLowerCase(Locale.ROOT)), state, "channels",
					"Channels in Asterisk, by their state",
					(it) -> it.channels().stream().filter((channel) -> channel.state() == channelState).count());
		}
	}

	private static void gauge(MeterRegistry registry, Tags tags, AsteriskState state, String name, String description,
			ToDoubleFunction<AsteriskState> number) {
		Gauge
			.builder("asterisk." + name, state,
					(it) -> (it.status() != SyncStatus.STALE) ? number.applyAsDouble(it) : Double.NaN)
			.description(description)
			.tags(tags)
			.register(registry);
	}

}
