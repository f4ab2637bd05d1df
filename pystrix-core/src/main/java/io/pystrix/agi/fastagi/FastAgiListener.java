package io.pystrix.agi.fastagi;

import java.net.SocketAddress;
import java.time.Duration;

import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Is told what a server does, for metrics and the like. Every method may be called by
 * many threads at once; one that throws is logged and changes nothing.
 */
public interface FastAgiListener {

	/**
	 * A script is about to run. Called on the thread that runs it.
	 * @param request what was called
	 */
	default void callStarted(AgiRequest request) {
	}

	/**
	 * A script has ended, or there was none. Called on the thread that ran it, once for
	 * each {@link #callStarted}.
	 * @param request what was called
	 * @param outcome how it ended
	 * @param duration how long it took
	 * @param failure what the script threw, {@code null} unless it failed
	 */
	default void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration, @Nullable Throwable failure) {
	}

	/**
	 * A connection was closed before it became a call: the server is full or stopping, or
	 * the client is not allowed.
	 * @param remoteAddress where it came from
	 */
	default void callRefused(@Nullable SocketAddress remoteAddress) {
	}

	/**
	 * A connection ended without the start of a call: a probe, a stranger, or silence.
	 * @param remoteAddress where it came from
	 */
	default void handshakeFailed(@Nullable SocketAddress remoteAddress) {
	}

}
