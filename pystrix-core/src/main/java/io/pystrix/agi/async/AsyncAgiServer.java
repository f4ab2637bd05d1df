package io.pystrix.agi.async;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.pystrix.agi.ActiveCall;
import io.pystrix.agi.AgiServer;
import io.pystrix.agi.AgiServerStatus;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.internal.ServerLifecycle;
import io.pystrix.ami.Manager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs scripts for the channels that enter {@code AGI(agi:async,PATH,…)}, over the AMI
 * connection of a manager whose user may read and write the class {@code agi}. The first
 * argument chooses the script, as the path of the address does for FastAGI, and may have
 * parameters ({@code demo?lang=de}). Each call has a thread of its own; it ends when its
 * script returns, and its channel goes on in the dialplan then.
 * <p>
 * What is different from FastAGI, because Asterisk makes it so:
 * <ul>
 * <li>A hang-up ends the session: no command works after it.</li>
 * <li>So does a command that fails in certain ways, such as {@code STREAM FILE} of a file
 * that does not exist. It fails with an {@code AgiApplicationException}, and so do all
 * commands after it; the channel goes on in the dialplan, with
 * {@code AGISTATUS=FAILURE}.</li>
 * <li>A command takes up to a tenth of a second to be picked up, and has to fit into 1013
 * bytes; otherwise it is an {@code IllegalArgumentException}.</li>
 * <li>A reply of more than 64 KiB stops the channel for ever, inside Asterisk. One of
 * more than 1 KiB takes a moment for each further one, and one that is long and mostly
 * other than letters and digits in ASCII may be impossible to have: an
 * {@code AgiUnknownResponseException}.</li>
 * </ul>
 * <p>
 * When the connection is lost, all scripts in progress see a hang-up; when it is there
 * again, their channels are sent on in the dialplan with the status variable
 * {@code FAILURE}. Channels that enter while nobody is connected are heard of by nobody,
 * and wait until they hang up: the dialplan may limit that by {@code TIMEOUT(absolute)}.
 * Every server that hears of a call serves it, so one per Asterisk is enough.
 * <p>
 * How a call ends is seen in the log, as for FastAGI. Safe for use by several threads.
 * May be started again after it was stopped.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Gateway-Interface-AGI/">Asterisk
 * Gateway Interface</a>
 */
public final class AsyncAgiServer implements AgiServer {

	private static final Logger logger = LoggerFactory.getLogger(AsyncAgiServer.class);

	private final ServerContext context;

	private final ServerLifecycle<ServerRun> lifecycle = new ServerLifecycle<>();

	/**
	 * Creates a server with the defaults of {@link AsyncAgiServerBuilder}; it does
	 * nothing before {@link #start}.
	 * @param manager the connection
	 * @param scripts what to run
	 */
	public AsyncAgiServer(Manager manager, ScriptRegistry scripts) {
		this(ServerContext.of(manager, builder(manager).settings(), scripts));
	}

	AsyncAgiServer(ServerContext context) {
		this.context = context;
	}

	/**
	 * Returns a builder with the defaults.
	 * @param manager the connection, whose user may read and write the class {@code agi}
	 * @return a new builder
	 */
	public static AsyncAgiServerBuilder builder(Manager manager) {
		return new AsyncAgiServerBuilder(manager);
	}

	@Override
	public ScriptRegistry scripts() {
		return this.context.scripts();
	}

	/**
	 * Starts to serve channels that enter AsyncAGI from now on. The manager may be
	 * connected before or after. Does nothing if the server is running.
	 */
	@Override
	public void start() {
		this.lifecycle.start(() -> {
			ServerRun run = ServerRun.start(this.context);
			logger.info("AsyncAGI server waits for calls");
			return run;
		});
	}

	/**
	 * Sends the channels that enter from now on back to the dialplan, lets the calls that
	 * are running finish, and interrupts those that have not when the time is over.
	 * Returns when all of them have ended, two seconds after the interruption at the
	 * latest. Does nothing if the server is not running. Not to be called by a script,
	 * which would wait for itself. The manager should be closed after this, not before.
	 * @param grace how long to let calls finish, zero for not at all
	 */
	@Override
	public void stop(Duration grace) {
		if (this.lifecycle.stop(grace) != null) {
			logger.info("AsyncAGI server has stopped");
		}
	}

	@Override
	public boolean isRunning() {
		return this.lifecycle.running() != null;
	}

	@Override
	public List<ActiveCall> calls() {
		ServerRun current = this.lifecycle.current();
		return (current != null)
				? current.gate().running().stream().map(AsyncAgiCall::active).filter(Objects::nonNull).toList()
				: List.of();
	}

	@Override
	public AgiServerStatus status() {
		ServerRun current = this.lifecycle.current();
		int active = (current != null) ? current.gate().runningCount() : 0;
		return this.context.counters().status(isRunning(), active, 0);
	}

}
