package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.pystrix.internal.Printable;
import io.pystrix.internal.StayAlive;
import io.pystrix.internal.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that connects, logs in, reads, and does so again when the connection is
 * lost. One keeper serves from a call of {@code connect} to the {@code disconnect} after
 * it.
 */
final class ConnectionKeeper {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final ManagerSettings settings;

	private final Connector connector;

	private final StatusBoard status;

	private final ScheduledExecutorService timer;

	private final LossListener lossListener;

	private final CompletableFuture<Void> firstConnect = new CompletableFuture<>();

	/** Fails with the attempt that is under way; has failed while none is. */
	private volatile CompletableFuture<Void> underWay = new CompletableFuture<>();

	/** Whether it goes on trying though it has never been connected. */
	private boolean patient;

	private final CountDownLatch stopped = new CountDownLatch(1);

	private volatile @Nullable Connection connection;

	/**
	 * Creates a keeper.
	 * @param patient whether it goes on trying though it has never been connected
	 */
	ConnectionKeeper(ManagerSettings settings, EventDispatcher dispatcher, StatusBoard status,
			ScheduledExecutorService timer, LossListener lossListener, boolean patient) {
		this.settings = settings;
		this.connector = new Connector(settings, dispatcher);
		this.status = status;
		this.timer = timer;
		this.lossListener = lossListener;
		this.patient = patient;
	}

	void start() {
		Thread thread = Threads.daemon("ami-" + this.settings.endpoints().get(0)).newThread(this::run);
		// An application that only listens to Asterisk has to live on; that thread itself
		// may be busy for a while with a host that does not answer when it has to end
		StayAlive.begin(this);
		try {
			thread.start();
		}
		catch (RuntimeException | Error ex) {
			end();
			throw ex;
		}
	}

	/** Completed by the first connection, failed if the keeper gives up before it. */
	CompletableFuture<Void> firstConnect() {
		return this.firstConnect;
	}

	@Nullable Connection connection() {
		return this.connection;
	}

	/**
	 * Completed by the first connection, failed as soon as an attempt before it fails,
	 * whether or not another one follows.
	 */
	CompletableFuture<Object> firstAttempt() {
		return CompletableFuture.anyOf(this.firstConnect, this.underWay);
	}

	/**
	 * Makes it go on trying from now on.
	 * @return whether it does; if not, it has given up or was stopped
	 */
	synchronized boolean bePatient() {
		this.patient = true;
		return !isOver();
	}

	/** Whether the keeper has given up or was stopped. */
	boolean isOver() {
		return this.stopped.getCount() == 0;
	}

	void stop() {
		end();
		Connection connection = this.connection;
		if (connection != null) {
			connection.logoff();
		}
		this.firstConnect.completeExceptionally(new ManagerConnectionException("The manager was disconnected"));
	}

	/** From here on this keeper says nothing any more: another one may have begun. */
	private synchronized void end() {
		this.stopped.countDown();
		StayAlive.end(this);
	}

	private void tell(ConnectionState state, @Nullable ManagerException cause) {
		unlessOver(() -> this.status.change(state, cause));
	}

	private synchronized void unlessOver(Runnable task) {
		if (!isOver()) {
			task.run();
		}
	}

	private void run() {
		try {
			keepConnected();
		}
		finally {
			end();
			this.firstConnect
				.completeExceptionally(new ManagerConnectionException("The manager has stopped connecting"));
		}
	}

	private void keepConnected() {
		tell(ConnectionState.CONNECTING, null);
		int attempt = 0;
		while (!isOver()) {
			if (this.underWay.isDone()) {
				this.underWay = new CompletableFuture<>();
			}
			long started = System.nanoTime();
			ManagerException failure = connectAndRead();
			if (isOver()) {
				return;
			}
			// A peer that takes the login and then closes must not be hammered either
			boolean wasStable = System.nanoTime() - started > this.settings.reconnect().maxDelay().toNanos();
			attempt = (wasStable) ? 1 : attempt + 1;
			if (givesUp(failure, attempt)) {
				return;
			}
			report(failure, attempt);
			Duration delay = (failure instanceof ManagerAuthenticationException)
					? this.settings.reconnect().delayAfterRefusal() : this.settings.reconnect().delay(attempt);
			int next = attempt;
			unlessOver(() -> {
				this.status.waiting(next, delay);
				this.status.change(ConnectionState.RECONNECTING, failure);
				this.status.failedToLogIn(isShuttingDown(failure));
			});
			this.underWay.completeExceptionally(failure);
			pause(delay);
		}
	}

	private static boolean isShuttingDown(ManagerException failure) {
		return failure instanceof ManagerConnectionException refusal && refusal.isShuttingDown();
	}

	private void report(ManagerException failure, int attempt) {
		if (attempt == 1 || failure instanceof ManagerAuthenticationException) {
			logger.warn("{}; trying again", failure.getMessage());
		}
		else {
			logger.debug("{}; attempt {} follows", failure.getMessage(), attempt + 1);
		}
	}

	private boolean givesUp(ManagerException failure, int attempt) {
		synchronized (this) {
			boolean mayRetry = this.patient || this.firstConnect.isDone();
			if (mayRetry && this.settings.reconnect().allows(attempt)) {
				return false;
			}
			tell(ConnectionState.DISCONNECTED, failure);
			end();
		}
		if (!this.firstConnect.completeExceptionally(failure)) {
			logger.error("{}; giving up", failure.getMessage());
		}
		return true;
	}

	private void pause(Duration delay) {
		try {
			this.stopped.await(delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Returns why there is no connection, or no longer one. */
	private ManagerException connectAndRead() {
		try {
			Connection connection = connect();
			this.connection = connection;
			if (isOver()) {
				connection.logoff();
				return connection.readToEnd();
			}
			return serve(connection);
		}
		catch (ManagerException ex) {
			return ex;
		}
		catch (RuntimeException | Error ex) {
			// This thread is all there is to notice it and to try again
			return new ManagerConnectionException("The connection failed unexpectedly", ex);
		}
	}

	private ManagerException serve(Connection connection) {
		unlessOver(() -> {
			this.status.greeted(connection.greeting());
			this.status.change(ConnectionState.CONNECTED, null);
		});
		logger.info("Connected to {} ({})", connection.endpoint(), Printable.of(connection.greeting()));
		connection.onShutdown((shuttingDown) -> shuttingDown(connection.endpoint(), shuttingDown));
		this.firstConnect.complete(null);
		KeepAlive keepAlive = keepAlive(connection);
		Future<?> watch = watch(connection);
		try {
			return connection.readToEnd();
		}
		finally {
			this.connection = null;
			watch.cancel(false);
			if (keepAlive != null) {
				keepAlive.stop();
			}
			ManagerException reason = connection.failure();
			if (reason != null) {
				this.lossListener.lost(reason);
			}
		}
	}

	private void shuttingDown(AmiEndpoint endpoint, boolean shuttingDown) {
		if (shuttingDown) {
			logger.warn("{} is shutting down and refuses all actions until it has restarted or the shutdown is aborted",
					endpoint);
		}
		else {
			logger.info("{} executes actions again: its shutdown was aborted", endpoint);
		}
		unlessOver(() -> this.status.shuttingDown(shuttingDown));
	}

	private @Nullable KeepAlive keepAlive(Connection connection) {
		Duration interval = this.settings.keepAliveInterval();
		return (interval.isZero()) ? null : new KeepAlive(connection, interval, this.settings.keepAliveTimeout(),
				this.timer, this.status::pinged);
	}

	/**
	 * A caller that cannot send would wait beyond its time-out, and all others behind it.
	 */
	private Future<?> watch(Connection connection) {
		Duration limit = this.settings.actionTimeout();
		long period = Math.min(limit.toNanos() / 2, LOOK_NANOS) + 1;
		return this.timer.scheduleWithFixedDelay(() -> connection.checkWriting(limit), period, period,
				TimeUnit.NANOSECONDS);
	}

	private Connection connect() {
		List<AmiEndpoint> endpoints = this.settings.endpoints();
		ConnectFailures<ManagerException> failures = new ConnectFailures<>();
		for (AmiEndpoint endpoint : endpoints) {
			try {
				this.status.trying(endpoint);
				return this.connector.connect(endpoint, () -> tell(ConnectionState.AUTHENTICATING, null));
			}
			catch (ManagerException ex) {
				this.status.failed();
				failures.add(ex);
			}
			catch (RuntimeException | Error ex) {
				// Such as TLS parameters that this JDK does not know
				this.status.failed();
				failures.add(new ManagerConnectionException("Cannot connect to " + endpoint + ": " + ex, ex));
			}
		}
		ManagerException failure = failures.reported();
		throw (failure != null) ? failure : new ManagerConnectionException("There is no host to connect to");
	}

	/**
	 * Is told, on the reader's thread, that a connection was lost.
	 */
	@FunctionalInterface
	interface LossListener {

		void lost(ManagerException reason);

	}

}
