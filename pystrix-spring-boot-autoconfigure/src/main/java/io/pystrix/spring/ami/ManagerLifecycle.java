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
 */
public final class ManagerLifecycle implements SmartLifecycle {

	/** Before FastAGI and web servers on the way up, after them on the way down. */
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	private static final Log logger = LogFactory.getLog(ManagerLifecycle.class);

	private final Manager manager;

	private final boolean failFast;

	private volatile boolean running;

	/**
	 * Creates a lifecycle.
	 * @param manager the manager
	 * @param failFast whether starting waits for the connection and fails without it;
	 * else the manager connects in the background, whenever Asterisk is there
	 */
	public ManagerLifecycle(Manager manager, boolean failFast) {
		this.manager = manager;
		this.failFast = failFast;
	}

	@Override
	public void start() {
		if (this.running) {
			return;
		}
		if (this.failFast) {
			connect();
			this.running = true;
		}
		else {
			this.running = true;
			this.manager.connectAsync().whenComplete((connected, failure) -> report(failure));
		}
	}

	private void connect() {
		try {
			this.manager.connect();
		}
		catch (ManagerException ex) {
			throw new ManagerStartException(ex);
		}
	}

	private void report(@Nullable Throwable failure) {
		// Otherwise it has not given up, it was told to stop
		if (failure != null && this.running) {
			logger.error("Giving up connecting to Asterisk: " + failure.getMessage());
		}
	}

	@Override
	public void stop() {
		this.running = false;
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
