package io.pystrix.agi.fastagi;

/**
 * What happens to a call when there are as many as the server may have.
 */
public enum WhenFull {

	/** The call is refused; its dialplan goes on with {@code AGISTATUS=FAILURE}. */
	REFUSE,

	/** The call waits for its turn, in silence; the first come is the first served. */
	QUEUE

}
