package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.function.Consumer;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.command.SetVariable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the script of a request, and tells the dialplan how it ended.
 *
 * @since 0.1.0
 */
public final class ScriptRunner {

	/** The name of the logger for scripts and how they end, which is documented. */
	static final String LOGGER = "io.pystrix.agi.script";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER);

	private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(5);

	private final ScriptRegistry scripts;

	private final CallListeners<?> listeners;

	private final String statusVariable;

	/**
	 * Creates a runner.
	 * @param scripts the scripts and their interceptors
	 * @param listeners are notified of each call
	 * @param statusVariable the channel variable that tells the dialplan of a failure,
	 * empty for none
	 */
	public ScriptRunner(ScriptRegistry scripts, CallListeners<?> listeners, String statusVariable) {
		this.scripts = scripts;
		this.listeners = listeners;
		this.statusVariable = statusVariable;
	}

	/**
	 * Returns an observer for the commands of a call.
	 * @param request the request of the call
	 * @return an observer, {@code null} if there are no listeners
	 */
	public @Nullable CommandObserver commandsOf(AgiRequest request) {
		return this.listeners.isEmpty() ? null : new Commands(this.listeners, request);
	}

	/**
	 * Returns the line of the command that tells the dialplan how a call ended.
	 * @param status the value of the status variable
	 * @return the line, {@code null} if there is no status variable
	 */
	public @Nullable String statusLine(String status) {
		return this.statusVariable.isEmpty() ? null : new SetVariable(this.statusVariable, status).line();
	}

	/**
	 * Runs a script, and notifies the listeners. Throws nothing.
	 * @param agi the session
	 * @param request the request of the call
	 * @param thread the thread of the call, which tells whether it was aborted
	 * @param farewell is called at the end of a call that was aborted, whose last command
	 * was not answered in time, or that is forged, with the command line that sets the
	 * status variable, {@code null} for none: tells the dialplan of the failure although
	 * no reply can be awaited
	 * @return how the script ended
	 */
	public ScriptOutcome run(AgiSession agi, AgiRequest request, CallThread thread,
			Consumer<@Nullable String> farewell) {
		this.listeners.tell((listener) -> listener.callStarted(request));
		long start = System.nanoTime();
		ScriptRun run = new ScriptRun(request, thread);
		@Nullable Throwable thrown = run.execute(agi, this.scripts.interceptors());
		ScriptOutcome outcome = tellDialplan(agi, run.outcome(thrown), thread, farewell);
		// Not before: the dialplan has to be told on a thread that is not interrupted
		if (thrown instanceof InterruptedException) {
			Thread.currentThread().interrupt();
		}
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		@Nullable Throwable failure = (outcome == ScriptOutcome.FAILED) ? thrown : null;
		this.listeners.tell((listener) -> listener.callEnded(request, outcome, duration, failure));
		return outcome;
	}

	private ScriptOutcome tellDialplan(AgiSession agi, ScriptOutcome outcome, CallThread thread,
			Consumer<@Nullable String> farewell) {
		if (agi.isUsable() && !thread.isAborted()) {
			switch (outcome) {
				case FAILED -> tell(agi, "FAILURE");
				case NOT_FOUND -> tell(agi, "NOTFOUND");
				default -> {
					return outcome;
				}
			}
		}
		if (!agi.isOutOfStep() && !thread.isAborted()) {
			return outcome;
		}
		farewell.accept(statusLine("FAILURE"));
		return ScriptOutcome.FAILED;
	}

	private void tell(AgiSession agi, String status) {
		if (this.statusVariable.isEmpty()) {
			return;
		}
		try {
			agi.execute(new SetVariable(this.statusVariable, status), STATUS_TIMEOUT);
		}
		catch (AgiException ex) {
			logger.debug("Cannot set {} to {}: {}", this.statusVariable, status, ex.getMessage());
		}
	}

	private record Commands(CallListeners<?> listeners, AgiRequest request) implements CommandObserver {

		@Override
		public void started(AgiCommand<?> command) {
			this.listeners.tell((listener) -> listener.commandStarted(this.request, command));
		}

		@Override
		public void replied(AgiCommand<?> command, AgiReply reply) {
			this.listeners.tell((listener) -> listener.commandReplied(this.request, command, reply));
		}

		@Override
		public void executed(AgiCommand<?> command, Duration duration, @Nullable AgiException failure) {
			this.listeners.tell((listener) -> listener.commandExecuted(this.request, command, duration, failure));
		}

	}

}
