package io.pystrix.agi.fastagi;

/**
 * Why a connection became no call.
 *
 * @since 0.1.0
 */
public enum HandshakeFailure {

	/** It was closed before the environment was complete, as probes do. */
	CLOSED,

	/** The environment was not complete in time. */
	TIMEOUT,

	/** Something else than an environment came, or more than the limits allow. */
	INVALID

}
