package io.pystrix.ami;

/**
 * An event. Asterisk's own events have subclasses in {@code io.pystrix.ami.event}; an
 * event that has none is an instance of this class and just as complete.
 */
public class AmiEvent extends AmiMessage {

	/**
	 * Creates an event as a view over the headers of a message.
	 * @param headers the headers
	 */
	public AmiEvent(AmiHeaders headers) {
		super(headers);
	}

	/**
	 * The name of the event, such as {@code Hangup}.
	 * @return the name as Asterisk sent it
	 */
	public final String name() {
		return required("Event");
	}

}
