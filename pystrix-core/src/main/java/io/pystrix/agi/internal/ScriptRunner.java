package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiInterceptor;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RegisteredScript;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.command.SetVariable;
import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the script of a request, and tells the log and the dialplan how it ended.
 */
public final class ScriptRunner {

	private static final Logger logger = LoggerFactory.getLogger(ScriptRunner.class);

	private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(5);

	private final ScriptRegistry scripts;

	private final CallListeners<?> listeners;

	private final String statusVariable;

	/**
	 * Creates a runner.
	 * @param scripts the scripts and what intercepts them
	 * @param listeners are told of each call
	 * @param statusVariable the channel variable that tells the dialplan of a failure,
	 * empty for none
	 */
	public ScriptRunner(ScriptRegistry scripts, CallListeners<?> listeners, String statusVariable) {
		this.scripts = scripts;
		this.listeners = listeners;
		this.statusVariable = statusVariable;
	}

	/**
	 * Returns what is to observe the commands of a call.
	 * @param request what was called
	 * @return an observer, {@code null} if nobody wants to know
	 */
	public @Nullable CommandObserver commandsOf(AgiRequest request) {
		return this.listeners.isEmpty() ? null : new Commands(this.listeners, request);
	}

	/**
	 * Runs a script, and tells the listeners. Throws nothing.
	 * @param agi the session
	 * @param request what was called
	 * @param aborted whether the call was ended from outside, so that what its script
	 * throws is nobody's mistake
	 * @return how the script ended
	 */
	public ScriptOutcome run(AgiSession agi, AgiRequest request, BooleanSupplier aborted) {
		this.listeners.tell((listener) -> listener.callStarted(request));
		long start = System.nanoTime();
		Result result = handle(agi, request, aborted);
		Duration duration = Duration.ofNanos(System.nanoTime() - start);
		this.listeners.tell((listener) -> listener.callEnded(request, result.outcome(), duration, result.failure()));
		return result.outcome();
	}

	private Result handle(AgiSession agi, AgiRequest request, BooleanSupplier aborted) {
		RegisteredScript script = request.script().orElse(null);
		if (script == null) {
			logger.warn("No AGI script for '{}', channel {}, from {}", Printable.of(request.path()),
					Printable.of(request.environment().channel()), request.remoteAddress());
			tell(agi, "NOTFOUND");
			return new Result(ScriptOutcome.NOT_FOUND, null);
		}
		try {
			intercepted(script.handler()).handle(agi, request);
			return new Result(ScriptOutcome.COMPLETED, null);
		}
		catch (Throwable ex) {
			Result result = ended(agi, request, script, ex, aborted.getAsBoolean());
			// Only now: a virtual thread that is interrupted cannot tell the dialplan any
			// more
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			return result;
		}
	}

	private AgiHandler intercepted(AgiHandler script) {
		List<AgiInterceptor> interceptors = this.scripts.interceptors();
		AgiHandler handler = script;
		for (int i = interceptors.size() - 1; i >= 0; i--) {
			AgiInterceptor interceptor = interceptors.get(i);
			AgiHandler next = handler;
			handler = (agi, request) -> interceptor.intercept(agi, request, next);
		}
		return handler;
	}

	private Result ended(AgiSession agi, AgiRequest request, RegisteredScript script, Throwable ex, boolean aborted) {
		String channel = Printable.of(request.environment().channel());
		if (ScriptOutcome.of(request, ex) == ScriptOutcome.HANGUP) {
			logger.debug("AGI script '{}' ended by hang-up, channel {}: {}", script.name(), channel, ex.getMessage());
			return new Result(ScriptOutcome.HANGUP, null);
		}
		if (aborted) {
			logger.debug("AGI script '{}' was interrupted, channel {}", script.name(), channel, ex);
			return new Result(ScriptOutcome.FAILED, ex);
		}
		logger.error("AGI script '{}' failed, channel {}", script.name(), channel, ex);
		tell(agi, "FAILURE");
		return new Result(ScriptOutcome.FAILED, ex);
	}

	private void tell(AgiSession agi, String status) {
		if (this.statusVariable.isEmpty() || !agi.isUsable()) {
			return;
		}
		try {
			agi.execute(new SetVariable(this.statusVariable, status), STATUS_TIMEOUT);
		}
		catch (AgiException ex) {
			logger.debug("Could not set {} to {}: {}", this.statusVariable, status, ex.getMessage());
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

	private record Result(ScriptOutcome outcome, @Nullable Throwable failure) {

	}

}
