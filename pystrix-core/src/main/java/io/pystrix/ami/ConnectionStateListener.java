package io.pystrix.ami;

/**
 * Is told of every change of the connection's state, in order and on a thread of its own.
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

}
