package io.pystrix.agi;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Is told of calls and their commands, for metrics and the like. Every method may be
 * called by many threads at once; one that throws is logged and changes nothing.
 *
 * @since 0.1.0
 */
public interface AgiListener {

	/**
	 * A script is about to run. Called on the thread that runs it.
	 * @param request what was called
	 */
	default void callStarted(AgiRequest request) {
	}

	/**
	 * A command is about to be sent. Called on the thread that executes it, once for each
	 * {@link #commandExecuted}.
	 * @param request what was called
	 * @param command the command
	 */
	default void commandStarted(AgiRequest request, AgiCommand<?> command) {
	}

	/**
	 * Asterisk has replied to a command, well or badly. Called on the thread that
	 * executes it, before {@link #commandExecuted}; never if no reply came.
	 * @param request what was called
	 * @param command the command
	 * @param reply the reply, whatever its code
	 */
	default void commandReplied(AgiRequest request, AgiCommand<?> command, AgiReply reply) {
	}

	/**
	 * A command has been executed, or has failed. Called on the thread that executed it,
	 * before it goes on.
	 * @param request what was called
	 * @param command the command
	 * @param duration how long it took, from before it was sent
	 * @param failure what it is about to throw, {@code null} if it has a result
	 */
	default void commandExecuted(AgiRequest request, AgiCommand<?> command, Duration duration,
			@Nullable AgiException failure) {
	}

	/**
	 * A script has ended, or there was none. Called on the thread that ran it, once for
	 * each {@link #callStarted}.
	 * @param request what was called
	 * @param outcome how it ended
	 * @param duration how long it took
	 * @param failure what the script threw, {@code null} unless it failed
	 */
	default void callEnded(AgiRequest request, ScriptOutcome outcome, Duration duration, @Nullable Throwable failure) {
	}

}
