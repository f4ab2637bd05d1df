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
 * @param pendingActions how many actions wait for their answer
 * @param lostEvents how many events were lost by callbacks that did not keep up
 * @param lastRoundTrip how long the last keep-alive ping took, {@code null} if there was
 * none
 */
public record ManagerStatus(ConnectionState state, Instant since, @Nullable AmiEndpoint endpoint,
		@Nullable String greeting, boolean fullyBooted, @Nullable ManagerException lastFailure, long connects,
		int pendingActions, long lostEvents, @Nullable Duration lastRoundTrip) {

}
