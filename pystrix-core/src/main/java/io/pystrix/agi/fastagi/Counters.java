package io.pystrix.agi.fastagi;

import java.net.SocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.internal.CallListeners;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens, over all runs of a server, and tells the listeners.
 */
final class Counters {

	private final CallListeners<FastAgiListener> listeners;

	private final LongAdder total = new LongAdder();

	private final Map<ScriptOutcome, LongAdder> ended = adders(ScriptOutcome.class);

	private final Map<RefusalReason, LongAdder> refused = adders(RefusalReason.class);

	private final Map<HandshakeFailure, LongAdder> failedHandshakes = adders(HandshakeFailure.class);

	Counters(CallListeners<FastAgiListener> listeners) {
		this.listeners = listeners;
	}

	private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
		Map<E, LongAdder> adders = new EnumMap<>(type);
		for (E constant : type.getEnumConstants()) {
			adders.put(constant, new LongAdder());
		}
		return adders;
	}

	void started() {
		this.total.increment();
	}

	void ended(ScriptOutcome outcome) {
		increment(this.ended, outcome);
	}

	void refused(@Nullable SocketAddress remoteAddress, RefusalReason reason) {
		increment(this.refused, reason);
		this.listeners.tell((listener) -> listener.callRefused(remoteAddress, reason));
	}

	void handshakeFailed(@Nullable SocketAddress remoteAddress, HandshakeFailure failure) {
		increment(this.failedHandshakes, failure);
		this.listeners.tell((listener) -> listener.handshakeFailed(remoteAddress, failure));
	}

	long total() {
		return this.total.sum();
	}

	long count(ScriptOutcome outcome) {
		return sum(this.ended, outcome);
	}

	long count(RefusalReason reason) {
		return sum(this.refused, reason);
	}

	long count(HandshakeFailure failure) {
		return sum(this.failedHandshakes, failure);
	}

	long refused() {
		return this.refused.values().stream().mapToLong(LongAdder::sum).sum();
	}

	long failedHandshakes() {
		return this.failedHandshakes.values().stream().mapToLong(LongAdder::sum).sum();
	}

	private static <E> void increment(Map<E, LongAdder> adders, E key) {
		LongAdder adder = adders.get(key);
		if (adder != null) {
			adder.increment();
		}
	}

	private static <E> long sum(Map<E, LongAdder> adders, E key) {
		LongAdder adder = adders.get(key);
		return (adder != null) ? adder.sum() : 0;
	}

}
