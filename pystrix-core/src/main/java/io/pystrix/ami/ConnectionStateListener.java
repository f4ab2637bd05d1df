package io.pystrix.ami;

/**
 * Listens to the state of the connection. Each listener is notified of every change, in
 * order and on its own thread.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ConnectionStateListener {

	/**
	 * The state has changed. The newest change is never lost, however slow a listener is.
	 * @param change what changed
	 * @param manager the manager, which may be used freely
	 * @throws Exception anything; it is logged
	 */
	void stateChanged(ConnectionStateChange change, Manager manager) throws Exception;

	/**
	 * Asterisk has begun to refuse every action and login, because it is shutting down
	 * and waits for calls to end, or does so no longer. A connection that exists stays
	 * {@link ConnectionState#CONNECTED}, and its events go on. Each call with
	 * {@code true} is followed by one with {@code false}: when Asterisk executes an
	 * action or accepts a login, when an attempt to connect fails for another reason, and
	 * after the change of the state when the connection is lost or the manager
	 * disconnects. Does nothing by default.
	 * @param shuttingDown {@code true} if every action and login is refused
	 * @param manager the manager, which may be used freely
	 * @throws Exception anything; it is logged
	 * @see ManagerStatus#shuttingDown()
	 */
	default void shuttingDownChanged(boolean shuttingDown, Manager manager) throws Exception {
	}

}
