package io.pystrix.ami;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A change of the connection's state.
 *
 * @param previous the state before
 * @param current the state since
 * @param cause why a connection was lost or not made; {@code null} for any other change
 * @param at when it changed
 */
public record ConnectionStateChange(ConnectionState previous, ConnectionState current, @Nullable ManagerException cause,
		Instant at) {

}
