package io.pystrix.spring.boot.autoconfigure.metrics;

import java.util.Locale;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.agi.fastagi.HandshakeFailure;

/**
 * Meters of a FastAGI server: its calls, and the connections that became none.
 *
 * @since 0.1.0
 */
public final class FastAgiMetrics implements MeterBinder {

	private final FastAgiServer server;

	/**
	 * Creates meters.
	 * @param server the server
	 */
	public FastAgiMetrics(FastAgiServer server) {
		this.server = server;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("asterisk.fastagi.calls.active", this.server, (it) -> it.status().activeCalls())
			.description("Calls that are served")
			.register(registry);
		Gauge.builder("asterisk.fastagi.calls.queued", this.server, (it) -> it.status().queuedCalls())
			.description("Calls that wait for their turn")
			.register(registry);
		for (ScriptOutcome outcome : ScriptOutcome.values()) {
			FunctionCounter.builder("asterisk.fastagi.calls", this.server, (it) -> it.status().endedCalls(outcome))
				.description("Calls that have ended")
				.tag("outcome", tag(outcome))
				.register(registry);
		}
		for (RefusalReason reason : RefusalReason.values()) {
			FunctionCounter
				.builder("asterisk.fastagi.calls.refused", this.server, (it) -> it.status().refusedCalls(reason))
				.description("Connections that were closed before they became a call")
				.tag("reason", tag(reason))
				.register(registry);
		}
		for (HandshakeFailure failure : HandshakeFailure.values()) {
			FunctionCounter
				.builder("asterisk.fastagi.handshakes.failed", this.server,
						(it) -> it.status().failedHandshakes(failure))
				.description("Connections that ended without the start of a call")
				.tag("reason", tag(failure))
				.register(registry);
		}
	}

	private static String tag(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
