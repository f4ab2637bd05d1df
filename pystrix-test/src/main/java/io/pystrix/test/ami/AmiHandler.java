package io.pystrix.test.ami;

import org.jspecify.annotations.Nullable;

/**
 * Answers an action in a test's own way.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AmiHandler {

	/**
	 * Answer one action. Runs on the thread of the connection that sent it, so that the
	 * next action of that connection waits, as it does in Asterisk; actions of different
	 * connections arrive at the same time.
	 * @param request what the client sent
	 * @return the answer, or {@code null} to let the simulator answer as if there were no
	 * handler
	 */
	@Nullable AmiAnswer handle(AmiRequest request);

}
