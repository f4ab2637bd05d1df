package io.pystrix.spring.ami;

import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what happens to the connection of a manager as application events.
 */
public final class AmiConnectionEventPublisher implements DisposableBean {

	private final ApplicationEventPublisher publisher;

	private final Registration registration;

	/**
	 * Creates a publisher, which is at work until it is destroyed.
	 * @param manager the manager
	 * @param publisher where to publish to
	 */
	public AmiConnectionEventPublisher(Manager manager, ApplicationEventPublisher publisher) {
		this.publisher = publisher;
		this.registration = manager.addStateListener(this::changed);
	}

	private void changed(ConnectionStateChange change, Manager manager) {
		if (change.current() == ConnectionState.CONNECTED) {
			this.publisher.publishEvent(new AmiConnectedEvent(manager, change));
		}
		else if (change.previous() == ConnectionState.CONNECTED) {
			this.publisher.publishEvent(new AmiDisconnectedEvent(manager, change));
		}
		else {
			this.publisher.publishEvent(new AmiConnectionEvent(manager, change));
		}
	}

	@Override
	public void destroy() {
		this.registration.close();
	}

}
