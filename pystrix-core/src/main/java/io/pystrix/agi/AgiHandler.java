package io.pystrix.agi;

/**
 * A call script. One instance serves every call that is routed to it, several at a time,
 * so it keeps nothing of a call in its fields. It may block for as long as it likes: each
 * call has a thread of its own.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AgiHandler {

	/**
	 * Runs the script for one call. The connection is closed when it returns and the
	 * dialplan goes on; hanging up is a command of its own, {@link Agi#hangup()}.
	 * @param agi the call, usable until this method returns
	 * @param request what was called
	 * @throws Exception anything: an {@link AgiHangupException} ends the call quietly,
	 * everything else is logged once as an error and reported to the dialplan
	 */
	void handle(Agi agi, AgiRequest request) throws Exception;

}
