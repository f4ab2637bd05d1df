package io.pystrix.ami;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a manager's connection, and who wants to know of its changes.
 */
final class StatusBoard {

	private final List<MailboxRegistration<Notice>> listeners = new CopyOnWriteArrayList<>();

	private ConnectionState state = ConnectionState.DISCONNECTED;

	private Instant since = Instant.now();

	private @Nullable AmiEndpoint endpoint;

	private @Nullable String greeting;

	private @Nullable ManagerException lastFailure;

	private long connects;

	private long failedConnects;

	private int reconnectAttempt;

	private @Nullable Instant nextAttempt;

	private @Nullable Duration lastRoundTrip;

	private boolean shuttingDown;

	synchronized ConnectionState state() {
		return this.state;
	}

	synchronized void trying(AmiEndpoint endpoint) {
		this.endpoint = endpoint;
		this.nextAttempt = null;
	}

	synchronized void greeted(String greeting) {
		this.greeting = greeting;
		this.reconnectAttempt = 0;
		this.connects++;
	}

	synchronized void failed() {
		this.failedConnects++;
	}

	synchronized void waiting(int attempt, Duration delay) {
		this.reconnectAttempt = attempt;
		this.nextAttempt = Instant.now().plus(delay);
	}

	/**
	 * Ignored after the end of the connection, since an answer may be read while it ends.
	 */
	synchronized void pinged(Duration roundTrip) {
		if (this.state == ConnectionState.CONNECTED) {
			this.lastRoundTrip = roundTrip;
		}
	}

	synchronized void change(ConnectionState next, @Nullable ManagerException cause) {
		if (this.state == ConnectionState.CLOSED) {
			return;
		}
		if (cause != null) {
			this.lastFailure = cause;
		}
		if (next == this.state) {
			return;
		}
		if (this.state == ConnectionState.CONNECTED) {
			this.greeting = null;
			this.lastRoundTrip = null;
		}
		ConnectionStateChange change = new ConnectionStateChange(this.state, next, cause, Instant.now());
		boolean stillTrying = this.state != ConnectionState.CONNECTED && isTrying(next);
		this.state = next;
		this.nextAttempt = (next == ConnectionState.RECONNECTING) ? this.nextAttempt : null;
		this.since = change.at();
		notify((listener, manager) -> listener.stateChanged(change, manager));
		if (!stillTrying) {
			refusesAll(false);
		}
	}

	private static boolean isTrying(ConnectionState state) {
		return switch (state) {
			case CONNECTING, AUTHENTICATING, RECONNECTING -> true;
			case DISCONNECTED, CONNECTED, CLOSED -> false;
		};
	}

	/**
	 * An answer says whether every action is refused. Ignored after the end of the
	 * connection, as {@link #pinged}.
	 */
	synchronized void shuttingDown(boolean shuttingDown) {
		if (this.state == ConnectionState.CONNECTED) {
			refusesAll(shuttingDown);
		}
	}

	/** An attempt to connect has failed, perhaps because every login is refused. */
	synchronized void failedToLogIn(boolean shuttingDown) {
		if (isTrying(this.state)) {
			refusesAll(shuttingDown);
		}
	}

	private void refusesAll(boolean shuttingDown) {
		if (shuttingDown != this.shuttingDown) {
			this.shuttingDown = shuttingDown;
			notify((listener, manager) -> listener.shuttingDownChanged(shuttingDown, manager));
		}
	}

	private void notify(Notice notice) {
		this.listeners.forEach((listener) -> listener.offer(notice));
	}

	void register(MailboxRegistration<Notice> listener) {
		listener.start();
		this.listeners.add(listener);
	}

	void unregister(MailboxRegistration<Notice> listener) {
		this.listeners.remove(listener);
	}

	void close() {
		// What waits is still told: the last change says that the manager is closed
		this.listeners.forEach(MailboxRegistration::finish);
	}

	synchronized ManagerStatus snapshot(@Nullable Connection connection, EventDispatcher events) {
		int pendingActions = (connection != null) ? connection.pending().size() : 0;
		boolean fullyBooted = connection != null && connection.isFullyBooted();
		return new ManagerStatus(this.state, this.since, this.endpoint, this.greeting, fullyBooted, this.lastFailure,
				this.connects, this.failedConnects, this.reconnectAttempt, this.nextAttempt, pendingActions,
				events.receivedEvents(), events.unheardEvents(), events.lost(), this.lastRoundTrip, this.shuttingDown);
	}

	/**
	 * Something to notify a listener of.
	 */
	@FunctionalInterface
	interface Notice {

		void to(ConnectionStateListener listener, Manager manager) throws Exception;

	}

}
