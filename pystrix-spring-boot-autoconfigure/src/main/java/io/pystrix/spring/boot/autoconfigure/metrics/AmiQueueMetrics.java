package io.pystrix.spring.boot.autoconfigure.metrics;

import java.util.Map;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.QueueStatistics;

/**
 * Meters of the queues in Asterisk, each with the tags {@code server} and {@code queue}.
 * A queue has its meters as long as it is there. There are no numbers while the state is
 * {@linkplain AsteriskState.SyncStatus#STALE stale}, but those that are counted.
 *
 * @since 0.1.0
 */
public final class AmiQueueMetrics implements MeterBinder {

	private final Supplier<Map<String, AsteriskState>> states;

	/**
	 * Creates meters.
	 * @param states gives the live states by the names of their servers; asked for when
	 * the meters are bound to a registry
	 */
	public AmiQueueMetrics(Supplier<Map<String, AsteriskState>> states) {
		this.states = states;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.states.get().forEach((server, state) -> {
			QueueMeters queues = new QueueMeters(registry, server, state);
			state.onChange(QueueStatistics.class, (change) -> {
				if (change.before() == null || change.after() == null) {
					queues.update();
				}
			});
			queues.update();
		});
	}

}
