package io.pystrix.agi.fastagi;

/**
 * What happens to a call when there are as many as the server may have.
 *
 * @since 0.1.0
 */
public enum WhenFull {

	/** The call is refused; its dialplan goes on with {@code AGISTATUS=FAILURE}. */
	REFUSE,

	/** The call waits for its turn, in silence; the first come is the first served. */
	QUEUE

}
