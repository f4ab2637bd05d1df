package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.pystrix.agi.AgiDeadChannelException;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RegisteredScript;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.command.SetVariable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the script of a request, and tells the log and the dialplan how it ended.
 */
public final class ScriptRunner {

	private static final Logger logger = LoggerFactory.getLogger(ScriptRunner.class);

	private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(5);

	private final String statusVariable;

	private final BooleanSupplier aborted;

	/**
	 * Creates a runner for calls that nobody ends from outside.
	 * @param statusVariable the channel variable that tells the dialplan of a failure,
	 * empty for none
	 */
	public ScriptRunner(String statusVariable) {
		this(statusVariable, () -> false);
	}

	/**
	 * Creates a runner.
	 * @param statusVariable the channel variable that tells the dialplan of a failure,
	 * empty for none
	 * @param aborted whether the call was ended from outside, so that what its script
	 * throws is nobody's mistake
	 */
	public ScriptRunner(String statusVariable, BooleanSupplier aborted) {
		this.statusVariable = statusVariable;
		this.aborted = aborted;
	}

	/**
	 * Runs a script. Throws nothing.
	 * @param agi the session
	 * @param request what was called
	 * @return how the script ended
	 */
	public Result run(AgiSession agi, AgiRequest request) {
		RegisteredScript script = request.script().orElse(null);
		if (script == null) {
			logger.warn("No AGI script for '{}', channel {}, from {}", request.path(), request.environment().channel(),
					request.remoteAddress());
			tell(agi, "NOTFOUND");
			return new Result(ScriptOutcome.NOT_FOUND, null);
		}
		try {
			script.handler().handle(agi, request);
			return new Result(ScriptOutcome.COMPLETED, null);
		}
		catch (Throwable ex) {
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			return ended(agi, request, script, ex);
		}
	}

	private Result ended(AgiSession agi, AgiRequest request, RegisteredScript script, Throwable ex) {
		String channel = request.environment().channel();
		if (isHangup(ex, request)) {
			logger.debug("AGI script '{}' ended by hang-up, channel {}: {}", script.name(), channel, ex.getMessage());
			return new Result(ScriptOutcome.HANGUP, null);
		}
		if (this.aborted.getAsBoolean()) {
			logger.debug("AGI script '{}' was interrupted, channel {}", script.name(), channel, ex);
			return new Result(ScriptOutcome.FAILED, ex);
		}
		logger.error("AGI script '{}' failed, channel {}", script.name(), channel, ex);
		tell(agi, "FAILURE");
		return new Result(ScriptOutcome.FAILED, ex);
	}

	// A script in the h extension has a dead channel from its start, so there a command
	// that needs a living one is a mistake; elsewhere it is the hang-up nobody looked for
	private static boolean isHangup(Throwable ex, AgiRequest request) {
		return ex instanceof AgiHangupException
				|| ex instanceof AgiDeadChannelException && !"h".equals(request.environment().extension());
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

	/**
	 * How a script ended.
	 *
	 * @param outcome what happened
	 * @param failure what it threw, {@code null} unless it failed
	 */
	public record Result(ScriptOutcome outcome, @Nullable Throwable failure) {

	}

}
