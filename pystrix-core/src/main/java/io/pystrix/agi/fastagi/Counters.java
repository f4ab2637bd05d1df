package io.pystrix.agi.fastagi;

import java.net.SocketAddress;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what happens, over all runs of a server, and tells the listeners.
 */
final class Counters {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	private final Iterable<FastAgiListener> listeners;

	final LongAdder total = new LongAdder();

	final LongAdder refused = new LongAdder();

	final LongAdder failedHandshakes = new LongAdder();

	Counters(Iterable<FastAgiListener> listeners) {
		this.listeners = listeners;
	}

	void refused(@Nullable SocketAddress remoteAddress) {
		this.refused.increment();
		tell((listener) -> listener.callRefused(remoteAddress));
	}

	void handshakeFailed(@Nullable SocketAddress remoteAddress) {
		this.failedHandshakes.increment();
		tell((listener) -> listener.handshakeFailed(remoteAddress));
	}

	void tell(Consumer<FastAgiListener> event) {
		for (FastAgiListener listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.error("A FastAGI listener failed", ex);
			}
		}
	}

}
