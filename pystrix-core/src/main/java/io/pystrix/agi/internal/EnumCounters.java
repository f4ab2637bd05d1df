package io.pystrix.agi.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * A counter for each constant of an enum. Safe for use by several threads.
 *
 * @param <E> the enum
 */
public final class EnumCounters<E extends Enum<E>> {

	private final Class<E> type;

	private final Map<E, LongAdder> counters;

	/**
	 * Creates counters that are zero.
	 * @param type the enum
	 */
	public EnumCounters(Class<E> type) {
		this.type = type;
		this.counters = new EnumMap<>(type);
		for (E constant : type.getEnumConstants()) {
			this.counters.put(constant, new LongAdder());
		}
	}

	/**
	 * Counts once more.
	 * @param constant what
	 */
	public void increment(E constant) {
		LongAdder counter = this.counters.get(constant);
		if (counter != null) {
			counter.increment();
		}
	}

	/**
	 * Returns all counts.
	 * @return the counts, a snapshot
	 */
	public Map<E, Long> snapshot() {
		Map<E, Long> snapshot = new EnumMap<>(this.type);
		this.counters.forEach((constant, counter) -> snapshot.put(constant, counter.sum()));
		return snapshot;
	}

}
