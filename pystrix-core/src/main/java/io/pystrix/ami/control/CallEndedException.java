package io.pystrix.ami.control;

import io.pystrix.ami.ManagerException;

/**
 * A call has ended before it did what it was placed for.
 *
 * @since 0.1.0
 */
public final class CallEndedException extends ManagerException {

	private static final long serialVersionUID = 1L;

	private final transient CallOutcome outcome;

	CallEndedException(CallOutcome outcome) {
		super("The call ended too early: " + outcome);
		this.outcome = outcome;
	}

	/**
	 * What became of the call.
	 * @return the outcome
	 */
	public CallOutcome outcome() {
		return this.outcome;
	}

}
