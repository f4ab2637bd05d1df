package io.pystrix.ami.control;

import java.time.Duration;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * What became of a call that was placed.
 *
 * @since 0.1.0
 */
public final class CallOutcome {

	private final Values values;

	CallOutcome(Result result, OptionalInt cause, Duration ringing, Duration talking) {
		this.values = new Values(result, cause, ringing, talking);
	}

	/**
	 * {@return whether the party answered, or why not}
	 */
	public Result result() {
		return this.values.result();
	}

	/**
	 * {@return why it was hung up, as a <a href=
	 * "https://docs.asterisk.org/Configuration/Miscellaneous/Hangup-Cause-Mappings/">number
	 * of Q.850</a>; empty if Asterisk did not tell. When the call was not answered, what
	 * the real line said comes before what a Local channel in between makes of it}
	 */
	public OptionalInt cause() {
		return this.values.cause();
	}

	/**
	 * {@return how long the phone rang, zero if it did not}
	 */
	public Duration ringing() {
		return this.values.ringing();
	}

	/**
	 * {@return how long the call lasted from the answer on, zero if it was not answered}
	 */
	public Duration talking() {
		return this.values.talking();
	}

	/**
	 * Whether the party answered.
	 * @return {@code true} if it did
	 */
	public boolean isAnswered() {
		return this.values.result() == Result.ANSWERED;
	}

	/**
	 * Whether a call was answered, or why not.
	 *
	 * @since 0.1.0
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

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CallOutcome that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "CallOutcome");
	}

	private record Values(Result result, OptionalInt cause, Duration ringing, Duration talking) {

	}

}
