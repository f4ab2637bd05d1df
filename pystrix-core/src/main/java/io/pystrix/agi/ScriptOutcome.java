package io.pystrix.agi;

import org.jspecify.annotations.Nullable;

/**
 * How a call script ended.
 *
 * @since 0.1.0
 */
public enum ScriptOutcome {

	/** The script returned. */
	COMPLETED,

	/** The script ended because the caller was gone. */
	HANGUP,

	/**
	 * The script threw an exception of its own; or the call was aborted, because a
	 * command was not answered in time or the server stopped, however its script ended.
	 */
	FAILED,

	/** No script is registered for the path. */
	NOT_FOUND;

	/**
	 * Tells how the script of a call has ended, for an {@link AgiInterceptor}.
	 * @param request what was called
	 * @param thrown what the script has thrown, {@code null} if it has returned
	 * @return {@link #COMPLETED}, {@link #HANGUP} or {@link #FAILED}
	 */
	public static ScriptOutcome of(AgiRequest request, @Nullable Throwable thrown) {
		if (thrown == null) {
			return COMPLETED;
		}
		// A script in the h extension has a dead channel from its start, so there a
		// command that needs a living one is a mistake; elsewhere it is a hang-up that
		// the script did not look for
		boolean hangup = thrown instanceof AgiHangupException
				|| thrown instanceof AgiDeadChannelException && !"h".equals(request.environment().extension());
		return (hangup) ? HANGUP : FAILED;
	}

}
