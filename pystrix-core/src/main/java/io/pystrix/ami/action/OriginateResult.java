package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * What became of a call that was placed.
 *
 * @since 0.1.0
 */
public final class OriginateResult {

	private final Values values;

	OriginateResult(boolean isAnswered, String channel, String uniqueid, Reason reason, AmiEvent event) {
		this.values = new Values(isAnswered, channel, uniqueid, reason, event);
	}

	/**
	 * {@return whether the channel was answered}
	 */
	public boolean isAnswered() {
		return this.values.isAnswered();
	}

	/**
	 * {@return the name of the channel; the requested one if none was created}
	 */
	public String channel() {
		return this.values.channel();
	}

	/**
	 * {@return the unique id of the channel}
	 */
	public String uniqueid() {
		return this.values.uniqueid();
	}

	/**
	 * {@return why the channel was answered or not}
	 */
	public Reason reason() {
		return this.values.reason();
	}

	/**
	 * {@return the event that reported the result}
	 */
	public AmiEvent event() {
		return this.values.event();
	}

	/**
	 * Why a call ended up as it did. Asterisk tells it by a number, of
	 * {@code ast_control_frame_type} in include/asterisk/frame.h, the same from 13 to 23.
	 *
	 * @since 0.1.0
	 */
	public enum Reason {

		/** The number is not there, or the call failed for another reason. */
		FAILED(0),

		/** The called side hung up or refused. */
		HUNG_UP(1),

		/** Nobody answered in time. */
		NO_ANSWER(3),

		/** The call was answered. */
		ANSWERED(4),

		/** The line is busy. */
		BUSY(5),

		/** The network or the device refused. */
		CONGESTION(8),

		/** A number that this release does not know; see the event. */
		UNKNOWN(-1);

		private final int code;

		Reason(int code) {
			this.code = code;
		}

		/**
		 * Finds a reason by Asterisk's number.
		 * @param code the number
		 * @return the reason, {@link #UNKNOWN} if there is none
		 */
		public static Reason of(int code) {
			for (Reason reason : values()) {
				if (reason.code == code) {
					return reason;
				}
			}
			return UNKNOWN;
		}

	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof OriginateResult that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "OriginateResult");
	}

	private record Values(boolean isAnswered, String channel, String uniqueid, Reason reason, AmiEvent event) {

	}

}
