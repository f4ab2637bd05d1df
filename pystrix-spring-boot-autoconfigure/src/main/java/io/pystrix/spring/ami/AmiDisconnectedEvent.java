package io.pystrix.spring.ami;

import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.Manager;

/**
 * A manager was connected and no longer is. What happens in Asterisk until the next
 * {@link AmiConnectedEvent} is never told.
 *
 * @since 0.1.0
 */
public final class AmiDisconnectedEvent extends AmiConnectionEvent {

	private static final long serialVersionUID = 1L;

	AmiDisconnectedEvent(Manager manager, String server, ConnectionStateChange change) {
		super(manager, server, change);
	}

}
