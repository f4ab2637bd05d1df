package io.pystrix.ami;

import java.util.List;

import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * An answer did not come in time. The action may have been executed all the same.
 *
 * @since 0.1.0
 */
public class ManagerTimeoutException extends ManagerException {

	private static final long serialVersionUID = 1L;

	private final transient List<AmiEvent> events;

	public ManagerTimeoutException(@Nullable String message, List<AmiEvent> events) {
		super(message);
		this.events = List.copyOf(events);
	}

	/**
	 * The part of a list that had arrived.
	 * @return the events in order; empty if none had, or the action has no list
	 */
	public List<AmiEvent> events() {
		return (this.events != null) ? this.events : List.of();
	}

}
