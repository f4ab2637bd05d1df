package io.pystrix.ami;

import java.time.Instant;

/**
 * Makes changes of the connection state, for tests in other packages.
 */
public final class StateChanges {

	private StateChanges() {
	}

	public static ConnectionStateChange of(ConnectionState previous, ConnectionState current) {
		return new ConnectionStateChange(previous, current, null, Instant.EPOCH);
	}

}
