package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.pystrix.agi.ActiveCall;
import io.pystrix.agi.AgiServer;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.internal.ServerLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves calls that Asterisk sends with {@code AGI(agi://host/path)}: finds the script
 * for the path and runs it, each call on a thread of its own. After the script the
 * connection is closed and the dialplan goes on.
 * <p>
 * How a call ends is seen in the log: nothing above DEBUG when the script returns, the
 * caller hangs up or a probe only opens a connection; one WARN if there is no script for
 * the path, or if what connects is not Asterisk; one ERROR if the script throws.
 * <p>
 * Safe for use by several threads. May be started again after it was stopped.
 *
 * @since 0.1.0
 */
public final class FastAgiServer implements AgiServer {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	private final ServerContext context;

	private final ServerLifecycle<ServerRun> lifecycle = new ServerLifecycle<>();

	FastAgiServer(ServerContext context) {
		this.context = context;
	}

	/**
	 * Returns a builder with the defaults: port 4573 on the loopback address.
	 * @return a new builder
	 */
	public static FastAgiServerBuilder builder() {
		return new FastAgiServerBuilder();
	}

	@Override
	public ScriptRegistry scripts() {
		return this.context.scripts();
	}

	/**
	 * Starts to listen, and returns at once. The thread that takes the connections keeps
	 * the Java VM alive. Does nothing if the server is running.
	 * @throws FastAgiServerException if the address or port cannot be had
	 * @throws IllegalStateException if {@link #serveOne} has made the server listen
	 */
	@Override
	public void start() {
		begin(false);
	}

	/**
	 * Serves calls until the server is stopped by another thread, then returns when they
	 * have ended. Starts the server if it is not running. Calls run on threads of their
	 * own, as after {@link #start}; this one only waits.
	 * @throws InterruptedException if this thread is interrupted; the server is closed
	 * then
	 * @throws FastAgiServerException if the address or port cannot be had
	 * @throws IllegalStateException if {@link #serveOne} has made the server listen
	 */
	public void serve() throws InterruptedException {
		ServerRun current = begin(false);
		try {
			current.awaitStopped();
		}
		catch (InterruptedException ex) {
			close();
			throw ex;
		}
	}

	/**
	 * Waits for one call and serves it, on this thread. For programs and tests that want
	 * to do something between the calls. Between two of these the server goes on to
	 * listen, and connections wait in the backlog, until it is stopped. Connections that
	 * are no calls (a probe, a client that is not allowed) are dealt with and do not
	 * count. If several threads call this, they take turns.
	 * <p>
	 * Stopping the server ends the wait. An interruption does so as well, but one that
	 * comes when the call has begun is for its script.
	 * @param timeout how long to wait for a call, zero to take only one that is there
	 * already; a call that has begun may last longer
	 * @return whether there was a call
	 * @throws InterruptedException if this thread is interrupted while it waits
	 * @throws FastAgiServerException if the address or port cannot be had
	 * @throws IllegalStateException if the server takes calls by itself: it was started
	 */
	public boolean serveOne(Duration timeout) throws InterruptedException {
		return begin(true).serveOne(timeout);
	}

	private ServerRun begin(boolean oneByOne) {
		ServerRun current = this.lifecycle.start(() -> run(oneByOne));
		if (current.isOneByOne() != oneByOne) {
			throw new IllegalStateException("The FastAGI server takes calls "
					+ ((oneByOne) ? "by itself" : "one by one") + " already; stop it before");
		}
		return current;
	}

	private ServerRun run(boolean oneByOne) {
		try {
			ServerRun run = (oneByOne) ? ServerRun.oneByOne(this.context) : ServerRun.start(this.context);
			logger.info("FastAGI server listens on {}", run.address());
			return run;
		}
		catch (IOException ex) {
			FastAgiSettings settings = this.context.settings();
			throw new FastAgiServerException(settings.address(), settings.port(), ex);
		}
	}

	/**
	 * Stops to listen, refuses the calls that wait for their turn, lets those that are
	 * running finish, and interrupts those that have not when the time is over. Returns
	 * when all of them have ended, two seconds after the interruption at the latest. Does
	 * nothing if the server is not running. Not to be called by a script, which would
	 * wait for itself.
	 * @param grace how long to let calls finish, zero for not at all
	 */
	@Override
	public void stop(Duration grace) {
		ServerRun ended = this.lifecycle.stop(grace);
		if (ended != null) {
			logger.info("FastAGI server on {} has stopped", ended.address());
		}
	}

	/**
	 * Returns whether the server listens.
	 * @return whether it was started, or serves calls one by one, and not stopped since
	 */
	@Override
	public boolean isRunning() {
		return this.lifecycle.running() != null;
	}

	/**
	 * Returns where the server listens.
	 * @return the address and port, those of the settings if it is not running
	 */
	public InetSocketAddress address() {
		ServerRun current = this.lifecycle.running();
		FastAgiSettings settings = this.context.settings();
		return (current != null) ? current.address() : new InetSocketAddress(settings.address(), settings.port());
	}

	/**
	 * Returns the port that the server listens on.
	 * @return the port
	 * @throws IllegalStateException if the server is not running
	 */
	public int localPort() {
		ServerRun current = this.lifecycle.running();
		if (current == null) {
			throw new IllegalStateException("The FastAGI server is not running");
		}
		return current.address().getPort();
	}

	@Override
	public List<ActiveCall> calls() {
		ServerRun current = this.lifecycle.current();
		return (current != null)
				? current.gate().running().stream().map(FastAgiCall::active).filter(Objects::nonNull).toList()
				: List.of();
	}

	@Override
	public FastAgiServerStatus status() {
		ServerRun current = this.lifecycle.current();
		int active = (current != null) ? current.gate().runningCount() + current.handshakes() : 0;
		int queued = (current != null) ? current.gate().waitingCount() : 0;
		return this.context.counters().status(isRunning(), active, queued);
	}

}
