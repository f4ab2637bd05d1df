package io.pystrix.ami;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A change of the connection's state.
 *
 * @since 0.1.0
 */
public final class ConnectionStateChange {

	private final Values values;

	ConnectionStateChange(ConnectionState previous, ConnectionState current, @Nullable ManagerException cause,
			Instant at) {
		this.values = new Values(previous, current, cause, at);
	}

	/**
	 * {@return the state before the change}
	 */
	public ConnectionState previous() {
		return this.values.previous();
	}

	/**
	 * {@return the state after the change}
	 */
	public ConnectionState current() {
		return this.values.current();
	}

	/**
	 * {@return why a connection was lost or not made; {@code null} for any other change}
	 */
	public @Nullable ManagerException cause() {
		return this.values.cause();
	}

	/**
	 * {@return when the state changed}
	 */
	public Instant at() {
		return this.values.at();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ConnectionStateChange that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "ConnectionStateChange");
	}

	private record Values(ConnectionState previous, ConnectionState current, @Nullable ManagerException cause,
			Instant at) {

	}

}
