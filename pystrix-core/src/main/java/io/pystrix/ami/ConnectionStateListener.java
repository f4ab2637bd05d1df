package io.pystrix.ami;

/**
 * Listens to the state of the connection. Each listener is notified of every change, in
 * order and on its own thread.
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
	 * Asterisk has begun to refuse every action, because it is shutting down and waits
	 * for calls to end, or executes actions again, because the shutdown was aborted. The
	 * connection stays {@link ConnectionState#CONNECTED} and events go on. When the
	 * connection ends after that, there is a change of the state and no further call of
	 * this method. Does nothing by default.
	 * @param shuttingDown {@code true} if every action is refused
	 * @param manager the manager, which may be used freely
	 * @throws Exception anything; it is logged
	 * @see ManagerStatus#shuttingDown()
	 */
	default void shuttingDownChanged(boolean shuttingDown, Manager manager) throws Exception {
	}

}
