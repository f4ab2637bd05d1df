package io.pystrix.demo.ivr.pin;

/**
 * What came of a login.
 */
enum LoginResult {

	/** The PIN is right. */
	GRANTED,

	/** There is no such account, or the PIN is wrong. */
	REFUSED,

	/** There were too many wrong ones; this PIN was not looked at, or was the last. */
	LOCKED

}
