package io.pystrix.spring.ami;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.ConnectionStateListener;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Publishes what happens to the connections of all managers as application events, and
 * tells it to the beans that are {@link ConnectionStateListener}s, until the application
 * context is closed: listeners may be gone from then on.
 *
 * @since 0.1.0
 */
public final class AmiConnectionEventPublisher
		implements SmartInitializingSingleton, ApplicationListener<ContextClosedEvent>, DisposableBean {

	private final AmiServers servers;

	private final ApplicationContext context;

	private final List<Registration> registrations = new CopyOnWriteArrayList<>();

	/**
	 * Creates a publisher.
	 * @param servers the managers
	 * @param context where to publish to, and where the listeners are
	 */
	public AmiConnectionEventPublisher(AmiServers servers, ApplicationContext context) {
		this.servers = servers;
		this.context = context;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<ConnectionStateListener> listeners = this.context.getBeanProvider(ConnectionStateListener.class)
			.orderedStream()
			.toList();
		this.servers.managers().forEach((server, manager) -> {
			this.registrations.add(manager.addStateListener(new Publisher(server)));
			listeners.forEach((listener) -> this.registrations.add(manager.addStateListener(listener)));
		});
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
		this.registrations.forEach(Registration::close);
	}

	private final class Publisher implements ConnectionStateListener {

		private final String server;

		Publisher(String server) {
			this.server = server;
		}

		@Override
		public void stateChanged(ConnectionStateChange change, Manager manager) {
			if (change.current() == ConnectionState.CONNECTED) {
				publish(new AmiConnectedEvent(manager, this.server, change));
			}
			else if (change.previous() == ConnectionState.CONNECTED) {
				publish(new AmiDisconnectedEvent(manager, this.server, change));
			}
			else {
				publish(new AmiConnectionEvent(manager, this.server, change));
			}
		}

		@Override
		public void shuttingDownChanged(boolean shuttingDown, Manager manager) {
			publish(new AmiShuttingDownEvent(manager, this.server, shuttingDown));
		}

		private void publish(ApplicationEvent event) {
			AmiConnectionEventPublisher.this.context.publishEvent(event);
		}

	}

}
