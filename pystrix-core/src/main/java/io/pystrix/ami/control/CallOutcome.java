package io.pystrix.ami.control;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What became of a call that was placed.
 *
 * @param result whether it was answered, or why not
 * @param cause why it was hung up, as a <a href=
 * "https://docs.asterisk.org/Configuration/Miscellaneous/Hangup-Cause-Mappings/">number
 * of Q.850</a>; empty if Asterisk did not tell. When the call was not answered, what the
 * real line said comes before what a Local channel in between makes of it
 * @param ringing how long it rang, zero if it did not
 * @param talking how long it lasted from the answer on, zero if it was not answered
 */
public record CallOutcome(Result result, OptionalInt cause, Duration ringing, Duration talking) {

	/**
	 * Whether the party answered.
	 * @return {@code true} if it did
	 */
	public boolean isAnswered() {
		return this.result == Result.ANSWERED;
	}

	/**
	 * Whether a call was answered, or why not.
	 */
	public enum Result {

		/** The party answered. */
		ANSWERED,

		/** The party is busy. */
		BUSY,

		/** Nobody answered in time. */
		NO_ANSWER,

		/** The network or the device had no line free. */
		CONGESTION,

		/** The party refused the call. */
		REJECTED,

		/** There is no such party, or it is not registered. */
		UNREACHABLE,

		/** The call was hung up by {@link Call#hangup} before the party answered. */
		CANCELLED,

		/** Something else went wrong; the cause may tell what. */
		FAILED

	}

}
