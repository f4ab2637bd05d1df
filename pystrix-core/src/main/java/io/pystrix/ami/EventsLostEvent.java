package io.pystrix.ami;

import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeaders;

/**
 * Not sent by Asterisk: tells a listener that its mailbox overflowed and how many events
 * it has missed at this place in its order.
 *
 * @since 0.1.0
 * @see AmiEventCallback#onEventsLost
 */
public final class EventsLostEvent extends AmiEvent {

	private final long count;

	EventsLostEvent(long count) {
		super(AmiHeaders.parse("Event: EventsLost", "Count: " + count));
		this.count = count;
	}

	/**
	 * How many events were lost.
	 * @return the number, 1 at least
	 */
	public long count() {
		return this.count;
	}

}
