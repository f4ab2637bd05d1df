package io.pystrix.ami.message;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event. Asterisk's own events have subclasses in {@code io.pystrix.ami.event}; an
 * event that has none is an instance of this class and just as complete.
 *
 * @since 0.1.0
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

	/**
	 * The classes of events that this one belongs to, such as {@code call,all}. The
	 * events of a list have none.
	 * @return the classes separated by commas; {@code null} if the event tells none
	 */
	public final @Nullable String privilege() {
		return get("Privilege");
	}

	/**
	 * When Asterisk sent the event; only with {@code timestampevents=yes} in its
	 * {@code manager.conf}.
	 * @return the time; {@code null} if the event does not tell it
	 */
	public final @Nullable Instant timestamp() {
		return epoch("Timestamp");
	}

	/**
	 * The name of the Asterisk; only with {@code systemname} in its
	 * {@code asterisk.conf}.
	 * @return the name; {@code null} if the event does not tell it
	 */
	public final @Nullable String systemName() {
		return get("SystemName");
	}

}
