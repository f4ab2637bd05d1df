package io.pystrix.agi;

/**
 * What a channel does.
 *
 * @since 0.1.0
 */
public enum ChannelState {

	/**
	 * Nothing: it is down and free.
	 */
	DOWN,

	/**
	 * It is down, but reserved.
	 */
	RESERVED,

	/**
	 * It is off hook.
	 */
	OFF_HOOK,

	/**
	 * Digits have been dialled.
	 */
	DIALING,

	/**
	 * It is the line of a call that rings.
	 */
	RING,

	/**
	 * The far end rings.
	 */
	RINGING,

	/**
	 * It is up: the call is answered.
	 */
	UP,

	/**
	 * The line is busy.
	 */
	BUSY,

	/**
	 * Digits have been dialled while it was off hook.
	 */
	DIALING_OFF_HOOK,

	/**
	 * A call has been noticed that does not ring yet.
	 */
	PRE_RING

}
