package io.pystrix.spring.ami;

import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Publishes what happens to the connection of a manager as application events, until the
 * application context is closed: listeners may be gone from then on.
 */
public final class AmiConnectionEventPublisher
		implements SmartInitializingSingleton, ApplicationListener<ContextClosedEvent>, DisposableBean {

	private final Manager manager;

	private final ApplicationContext context;

	private volatile @Nullable Registration registration;

	/**
	 * Creates a publisher.
	 * @param manager the manager
	 * @param context where to publish to
	 */
	public AmiConnectionEventPublisher(Manager manager, ApplicationContext context) {
		this.manager = manager;
		this.context = context;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.registration = this.manager.addStateListener(this::changed);
	}

	private void changed(ConnectionStateChange change, Manager manager) {
		if (change.current() == ConnectionState.CONNECTED) {
			this.context.publishEvent(new AmiConnectedEvent(manager, change));
		}
		else if (change.previous() == ConnectionState.CONNECTED) {
			this.context.publishEvent(new AmiDisconnectedEvent(manager, change));
		}
		else {
			this.context.publishEvent(new AmiConnectionEvent(manager, change));
		}
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		// The event of a child context comes here as well
		if (event.getApplicationContext() == this.context) {
			destroy();
		}
	}

	@Override
	public void destroy() {
		Registration registration = this.registration;
		if (registration != null) {
			registration.close();
		}
	}

}
