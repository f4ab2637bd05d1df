package io.pystrix.spring.ami;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.SmartLifecycle;

/**
 * Connects and disconnects a {@link Manager} with the application. It starts before the
 * servers, whose requests may need it, and stops after them.
 *
 * @since 0.1.0
 */
public final class ManagerLifecycle implements SmartLifecycle {

	/** Before FastAGI and web servers on the way up, after them on the way down. */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	private static final Log logger = LogFactory.getLog(ManagerLifecycle.class);

	private final @Nullable String server;

	private final Manager manager;

	private final boolean failFast;

	private volatile boolean running;

	private volatile int attempt;

	/**
	 * Creates the lifecycle of the only server.
	 * @param manager the manager
	 * @param failFast as for {@link #ManagerLifecycle(String, Manager, boolean) one of
	 * several}
	 */
	public ManagerLifecycle(Manager manager, boolean failFast) {
		this(null, manager, failFast);
	}

	/**
	 * Creates the lifecycle of a server.
	 * @param server the name of the server, {@code null} if there is but one
	 * @param manager the manager
	 * @param failFast whether starting waits for the connection and fails without it;
	 * else the manager connects in the background, whenever Asterisk is there
	 */
	public ManagerLifecycle(@Nullable String server, Manager manager, boolean failFast) {
		this.server = server;
		this.manager = manager;
		this.failFast = failFast;
	}

	@Override
	public synchronized void start() {
		if (this.running) {
			return;
		}
		if (this.failFast) {
			connect();
			this.running = true;
		}
		else {
			this.running = true;
			connectInBackground();
		}
	}

	private void connect() {
		try {
			this.manager.connect();
		}
		catch (ManagerException ex) {
			throw new ManagerStartException(this.server, ex);
		}
	}

	private void connectInBackground() {
		int attempt = this.attempt;
		this.manager.connectAsync().whenComplete((connected, failure) -> report(failure, attempt));
	}

	private void report(@Nullable Throwable failure, int attempt) {
		// Otherwise it has not given up, it was told to stop
		if (failure != null && attempt == this.attempt) {
			logger.error("Giving up connecting to Asterisk"
					+ ((this.server != null) ? " server '" + this.server + "'" : "") + ": " + failure.getMessage());
		}
	}

	/**
	 * Disconnects and connects again in the background, as is needed when the
	 * certificates of a secured connection were renewed. Actions that are pending fail,
	 * and events of the moment in between are missed. Does nothing unless running.
	 */
	public synchronized void reconnect() {
		if (this.running) {
			logger.info("Connecting to Asterisk anew");
			this.attempt++;
			this.manager.disconnect();
			connectInBackground();
		}
	}

	@Override
	public synchronized void stop() {
		this.running = false;
		this.attempt++;
		this.manager.disconnect();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
