package io.pystrix.agi.fastagi;

import java.util.concurrent.Executor;

import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.internal.CallGate;
import io.pystrix.agi.internal.LogLimit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what a connection wants, on a thread of its own, before it lets it through the
 * gate as a call.
 */
final class Reception {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	private static final int WARNINGS = 10;

	private final Handshakes handshakes = new Handshakes();

	private final CallGate<FastAgiCall> gate;

	private final Executor threads;

	private final boolean servesItself;

	private final LogLimit refusals = new LogLimit(1);

	private final LogLimit strangers = new LogLimit(WARNINGS);

	/**
	 * Creates a reception.
	 * @param gate what calls go through
	 * @param threads gives each connection a thread
	 * @param servesItself whether a call may go on on the thread of its connection,
	 * otherwise the gate gives it one
	 */
	Reception(CallGate<FastAgiCall> gate, Executor threads, boolean servesItself) {
		this.gate = gate;
		this.threads = threads;
		this.servesItself = servesItself;
	}

	/**
	 * Takes a connection.
	 * @return why it will not be heard, {@code null} if it will
	 */
	@Nullable RefusalReason receive(FastAgiCall connection) {
		if (!this.handshakes.begin(connection)) {
			return RefusalReason.STOPPING;
		}
		boolean started = false;
		try {
			this.threads.execute(() -> serve(connection));
			started = true;
		}
		finally {
			if (!started) {
				this.handshakes.end(connection);
			}
		}
		return null;
	}

	private void serve(FastAgiCall connection) {
		boolean heard = connection.hear(this.strangers);
		if (!this.handshakes.end(connection) || !heard) {
			return;
		}
		@Nullable RefusalReason refusal = (this.servesItself) ? this.gate.serve(connection) : this.gate.handOver(connection);
		if (refusal != null) {
			connection.refuse(refusal);
		}
		if (refusal == RefusalReason.FULL) {
			this.refusals.warn(logger, "Refused a call, there are too many: " + connection, null);
		}
	}

	/**
	 * Ends the handshakes that take too long.
	 * @return how many nanoseconds none of the others will
	 */
	long endLate(long limitNanos) {
		return this.handshakes.endLate(limitNanos);
	}

	int count() {
		return this.handshakes.count();
	}

	/** Turns away whoever has not said yet what it wants. */
	void close() {
		this.handshakes.close().forEach((connection) -> connection.refuse(RefusalReason.STOPPING));
	}

}
