package io.pystrix.demo.ivr.callback;

/**
 * Where a request to be called back stands.
 */
public enum CallbackState {

	/** The next attempt is still to come. */
	WAITING,

	/** The phone rings. */
	CALLING,

	/** The caller has answered and is in the queue. */
	REACHED,

	/** All attempts have failed. */
	GIVEN_UP

}
