package io.pystrix.agi.fastagi;

import java.net.SocketAddress;
import java.util.concurrent.atomic.LongAdder;

import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.internal.CallListeners;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens, over all runs of a server, and tells the listeners.
 */
final class Counters {

	private final CallListeners<FastAgiListener> listeners;

	final LongAdder total = new LongAdder();

	final LongAdder refused = new LongAdder();

	final LongAdder failedHandshakes = new LongAdder();

	Counters(CallListeners<FastAgiListener> listeners) {
		this.listeners = listeners;
	}

	void refused(@Nullable SocketAddress remoteAddress, RefusalReason reason) {
		this.refused.increment();
		this.listeners.tell((listener) -> listener.callRefused(remoteAddress, reason));
	}

	void handshakeFailed(@Nullable SocketAddress remoteAddress, HandshakeFailure failure) {
		this.failedHandshakes.increment();
		this.listeners.tell((listener) -> listener.handshakeFailed(remoteAddress, failure));
	}

}
