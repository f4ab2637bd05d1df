package io.pystrix.agi.fastagi;

import java.net.SocketAddress;

import io.pystrix.agi.AgiListener;
import io.pystrix.agi.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * Is told what a server does: of its calls, and of connections that became none.
 *
 * @since 0.1.0
 */
public interface FastAgiListener extends AgiListener {

	/**
	 * A connection was closed before it became a call.
	 * @param remoteAddress where it came from
	 * @param reason why
	 */
	default void callRefused(@Nullable SocketAddress remoteAddress, RefusalReason reason) {
	}

	/**
	 * A connection ended without the start of a call.
	 * @param remoteAddress where it came from
	 * @param failure why
	 */
	default void handshakeFailed(@Nullable SocketAddress remoteAddress, HandshakeFailure failure) {
	}

}
