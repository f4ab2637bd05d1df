package io.pystrix.ami;

/**
 * What happens when more events wait for a callback than its mailbox holds. Every loss is
 * counted, logged once per burst, and told to the callback itself.
 *
 * @since 0.1.0
 */
public enum OverflowPolicy {

	/** The oldest event that waits is dropped. */
	DROP_OLDEST,

	/** The new event is dropped. */
	DROP_NEWEST,

	/** The new event is dropped and the connection is closed, to be made anew. */
	DISCONNECT

}
