package io.pystrix.agi;

/**
 * Advice around the scripts of a {@link ScriptRegistry}: it sees every call before its
 * script and after it, over whichever transport the call comes. Made for what all scripts
 * have in common: log context, authentication, measuring, an announcement instead of an
 * error.
 *
 * <pre>{@code
 * scripts.addInterceptor((agi, request, next) -> {
 *     if (isBlocked(request.environment().callerId())) {
 *         agi.hangup();
 *     }
 *     else {
 *         next.handle(agi, request);
 *     }
 * });
 * }</pre>
 *
 * One instance serves all calls, several at a time. Calls for which there is no script
 * are intercepted only by interceptors that {@linkplain #isContextOnly() do nothing but
 * set up a context}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AgiInterceptor {

	/**
	 * Handles a call. Called on the thread of the call.
	 * @param agi the call
	 * @param request what was called
	 * @param next the next interceptor, or the script; to be called on this thread, once
	 * or not at all, with this {@code Agi} or one of the interceptor's own
	 * @throws Exception anything, with the same effect as if the script threw it
	 */
	void intercept(Agi agi, AgiRequest request, AgiHandler next) throws Exception;

	/**
	 * Returns whether this interceptor does nothing but set up a context for what is
	 * inside it, such as a log context or the scope of a trace: it always calls
	 * {@code next}, and lets every exception pass. A failure is logged inside the
	 * outermost interceptors of this kind, so that the log line has their context; so is
	 * a call for which there is no script.
	 * @return whether this is so, by default {@code false}
	 * @since 0.1.0
	 */
	default boolean isContextOnly() {
		return false;
	}

}
