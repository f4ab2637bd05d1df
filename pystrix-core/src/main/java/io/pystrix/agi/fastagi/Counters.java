package io.pystrix.agi.fastagi;

import java.net.SocketAddress;
import java.util.Map;

import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.internal.CallCounters;
import io.pystrix.agi.internal.CallListeners;
import io.pystrix.agi.internal.EnumCounters;
import io.pystrix.agi.internal.ServerStatus;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens, over all runs of a server, and notifies the listeners.
 */
final class Counters {

	private final CallListeners<FastAgiListener> listeners;

	private final CallCounters calls = new CallCounters();

	private final EnumCounters<HandshakeFailure> failedHandshakes = new EnumCounters<>(HandshakeFailure.class);

	Counters(CallListeners<FastAgiListener> listeners) {
		this.listeners = listeners;
	}

	void started() {
		this.calls.started();
	}

	void ended(ScriptOutcome outcome) {
		this.calls.ended(outcome);
	}

	void refused(@Nullable SocketAddress remoteAddress, RefusalReason reason) {
		this.calls.refused(reason);
		this.listeners.tell((listener) -> listener.callRefused(remoteAddress, reason));
	}

	void handshakeFailed(@Nullable SocketAddress remoteAddress, HandshakeFailure failure) {
		this.failedHandshakes.increment(failure);
		this.listeners.tell((listener) -> listener.handshakeFailed(remoteAddress, failure));
	}

	FastAgiServerStatus status(boolean running, int activeCalls, int queuedCalls) {
		return new Status(this.calls.status(running, activeCalls, queuedCalls), this.failedHandshakes.snapshot());
	}

	private record Status(ServerStatus calls, Map<HandshakeFailure, Long> handshakes) implements FastAgiServerStatus {

		@Override
		public boolean isRunning() {
			return this.calls.isRunning();
		}

		@Override
		public int activeCalls() {
			return this.calls.activeCalls();
		}

		@Override
		public int queuedCalls() {
			return this.calls.queuedCalls();
		}

		@Override
		public long totalCalls() {
			return this.calls.totalCalls();
		}

		@Override
		public long endedCalls(ScriptOutcome outcome) {
			return this.calls.endedCalls(outcome);
		}

		@Override
		public long refusedCalls() {
			return this.calls.refusedCalls();
		}

		@Override
		public long refusedCalls(RefusalReason reason) {
			return this.calls.refusedCalls(reason);
		}

		@Override
		public long failedHandshakes() {
			return this.handshakes.values().stream().mapToLong(Long::longValue).sum();
		}

		@Override
		public long failedHandshakes(HandshakeFailure failure) {
			return this.handshakes.getOrDefault(failure, 0L);
		}

	}

}
