package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiEvent;

/**
 * What became of a call that was placed.
 *
 * @param isAnswered whether the channel was answered
 * @param channel the name of the channel; the requested one if none was created
 * @param uniqueid the unique id of the channel
 * @param reason why the call ended up so
 * @param event the event that told it
 */
public record OriginateResult(boolean isAnswered, String channel, String uniqueid, Reason reason, AmiEvent event) {

	/**
	 * Why a call ended up as it did. Asterisk tells it by a number, of
	 * {@code ast_control_frame_type} in include/asterisk/frame.h, the same from 13 to 23.
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

}
