package io.pystrix.ami;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link Manager} is doing, as known without asking Asterisk.
 *
 * @since 0.1.0
 */
public final class ManagerStatus {

	private final Values values;

	ManagerStatus(ConnectionState state, Instant since, @Nullable AmiEndpoint endpoint, @Nullable String greeting,
			boolean fullyBooted, @Nullable ManagerException lastFailure, long connects, long failedConnects,
			int reconnectAttempt, @Nullable Instant nextAttempt, int pendingActions, long receivedEvents,
			long unheardEvents, long lostEvents, @Nullable Duration lastRoundTrip, boolean shuttingDown) {
		this.values = new Values(state, since, endpoint, greeting, fullyBooted, lastFailure, connects, failedConnects,
				reconnectAttempt, nextAttempt, pendingActions, receivedEvents, unheardEvents, lostEvents, lastRoundTrip,
				shuttingDown);
	}

	/**
	 * {@return the state of the connection}
	 */
	public ConnectionState state() {
		return this.values.state();
	}

	/**
	 * {@return when that state was reached}
	 */
	public Instant since() {
		return this.values.since();
	}

	/**
	 * {@return the peer of the connection, or the one that was tried last; {@code null}
	 * before the first attempt}
	 */
	public @Nullable AmiEndpoint endpoint() {
		return this.values.endpoint();
	}

	/**
	 * {@return the peer's greeting, {@code null} if it is not connected}
	 */
	public @Nullable String greeting() {
		return this.values.greeting();
	}

	/**
	 * {@return whether Asterisk has said on this connection that it has loaded
	 * everything; it says so after each login, but only to users who may read the class
	 * {@code system} and have not masked it}
	 */
	public boolean fullyBooted() {
		return this.values.fullyBooted();
	}

	/**
	 * {@return why the connection was last lost or not made, {@code null} if never}
	 */
	public @Nullable ManagerException lastFailure() {
		return this.values.lastFailure();
	}

	/**
	 * {@return how many connections were made}
	 */
	public long connects() {
		return this.values.connects();
	}

	/**
	 * {@return how many attempts to connect to a host, and to log in there, have failed}
	 */
	public long failedConnects() {
		return this.values.failedConnects();
	}

	/**
	 * {@return which attempt in a row to connect again is waited for or under way; 0
	 * while there is a connection, and before the first has failed}
	 */
	public int reconnectAttempt() {
		return this.values.reconnectAttempt();
	}

	/**
	 * {@return when the next attempt to connect begins, {@code null} unless the manager
	 * waits for it}
	 */
	public @Nullable Instant nextAttempt() {
		return this.values.nextAttempt();
	}

	/**
	 * {@return how many actions wait for their answer}
	 */
	public int pendingActions() {
		return this.values.pendingActions();
	}

	/**
	 * {@return how many events Asterisk has sent, those of lists included}
	 */
	public long receivedEvents() {
		return this.values.receivedEvents();
	}

	/**
	 * {@return how many of the received events neither a callback nor a list was there
	 * for}
	 */
	public long unheardEvents() {
		return this.values.unheardEvents();
	}

	/**
	 * {@return how many events were lost by callbacks that did not keep up}
	 */
	public long lostEvents() {
		return this.values.lostEvents();
	}

	/**
	 * {@return how long the last keep-alive ping took, {@code null} if there was none}
	 */
	public @Nullable Duration lastRoundTrip() {
		return this.values.lastRoundTrip();
	}

	/**
	 * {@return whether Asterisk refuses every action, or the login, because it is
	 * shutting down and waits for calls to end; learnt from the last answer, that to a
	 * keep-alive ping included, so that it ends with the first action that is executed,
	 * or the first login that is accepted, after the shutdown was aborted}
	 */
	public boolean shuttingDown() {
		return this.values.shuttingDown();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ManagerStatus that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "ManagerStatus");
	}

	private record Values(ConnectionState state, Instant since, @Nullable AmiEndpoint endpoint,
			@Nullable String greeting, boolean fullyBooted, @Nullable ManagerException lastFailure, long connects,
			long failedConnects, int reconnectAttempt, @Nullable Instant nextAttempt, int pendingActions,
			long receivedEvents, long unheardEvents, long lostEvents, @Nullable Duration lastRoundTrip,
			boolean shuttingDown) {

	}

}
