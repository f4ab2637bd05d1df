package io.pystrix.spring.ami;

import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.Manager;

/**
 * A manager is connected, for the first time or once more, and actions can be sent.
 *
 * @since 0.1.0
 */
public final class AmiConnectedEvent extends AmiConnectionEvent {

	private static final long serialVersionUID = 1L;

	AmiConnectedEvent(Manager manager, String server, ConnectionStateChange change) {
		super(manager, server, change);
	}

}
