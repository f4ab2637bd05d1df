package io.pystrix.ami;

/**
 * Where the connection of a {@link Manager} stands.
 *
 * @since 0.1.0
 */
public enum ConnectionState {

	/** Not connected, and nothing is being done about it. */
	DISCONNECTED,

	/** Making the network connection, for the first time. */
	CONNECTING,

	/** Connected and logging in. */
	AUTHENTICATING,

	/** Connected, and logged in if there are credentials: actions can be sent. */
	CONNECTED,

	/** The connection was lost, or could not be made; another attempt will follow. */
	RECONNECTING,

	/** Closed for good. */
	CLOSED

}
