package io.pystrix.ami;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link Manager} is doing, as known without asking Asterisk.
 *
 * @param state the state of the connection
 * @param since when that state was reached
 * @param endpoint the peer of the connection, or the one that was tried last;
 * {@code null} before the first attempt
 * @param greeting the peer's greeting, {@code null} if it is not connected
 * @param fullyBooted whether Asterisk has said on this connection that it has loaded
 * everything; it says so after each login, but only to users who may read the class
 * {@code system} and have not masked it
 * @param lastFailure why the connection was last lost or not made, {@code null} if never
 * @param connects how many connections were made
 * @param failedConnects how many attempts to connect to a host, and to log in there, have
 * failed
 * @param reconnectAttempt which attempt in a row to connect again is waited for or under
 * way; 0 while there is a connection, and before the first has failed
 * @param nextAttempt when it begins, {@code null} unless it is waited for
 * @param pendingActions how many actions wait for their answer
 * @param receivedEvents how many events Asterisk has sent, those of lists included
 * @param unheardEvents how many of them there was neither a callback nor a list for
 * @param lostEvents how many events were lost by callbacks that did not keep up
 * @param lastRoundTrip how long the last keep-alive ping took, {@code null} if there was
 * none
 * @param shuttingDown whether Asterisk refuses every action, or the login, because it is
 * shutting down and waits for calls to end; learnt from the last answer, that to a
 * keep-alive ping included, so that it ends with the first action that is executed, or
 * the first login that is accepted, after the shutdown was aborted
 */
public record ManagerStatus(ConnectionState state, Instant since, @Nullable AmiEndpoint endpoint,
		@Nullable String greeting, boolean fullyBooted, @Nullable ManagerException lastFailure, long connects,
		long failedConnects, int reconnectAttempt, @Nullable Instant nextAttempt, int pendingActions,
		long receivedEvents, long unheardEvents, long lostEvents, @Nullable Duration lastRoundTrip,
		boolean shuttingDown) {

}
