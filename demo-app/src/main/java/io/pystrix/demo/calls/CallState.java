package io.pystrix.demo.calls;

/**
 * How far a call has come. It never goes back.
 */
public enum CallState {

	/** Asterisk was asked for it. */
	PLACED,

	/** The caller's telephone rings. */
	RINGING,

	/** The caller has answered. */
	ANSWERED,

	/** A script of this application has taken the call. */
	IN_SCRIPT,

	/** The channel is gone. */
	ENDED,

	/** The call was never answered. */
	FAILED;

	/**
	 * Whether there is nothing more to come.
	 * @return {@code true} if the call is over
	 */
	public boolean isOver() {
		return compareTo(ENDED) >= 0;
	}

	CallState orLater(CallState other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
