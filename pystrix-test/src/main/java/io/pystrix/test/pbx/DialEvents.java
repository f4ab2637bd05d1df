package io.pystrix.test.pbx;

import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;

/**
 * Raises the events of a channel that is called.
 */
final class DialEvents {

	private final Events events;

	DialEvents(Events events) {
		this.events = events;
	}

	private static AmiFrame event(String name, @Nullable Channel caller, Channel called) {
		AmiFrame event = Events.event(name, "call");
		if (caller != null) {
			event = event.with(caller.snapshot(""));
		}
		return event.with(called.snapshot("Dest"));
	}

	void begins(@Nullable Channel caller, Channel called, String dialString) {
		this.events.raise(event("DialBegin", caller, called).with("DialString", dialString));
	}

	void rings(@Nullable Channel caller, Channel called) {
		this.events.raise(event("DialState", caller, called).with("DialStatus", "RINGING"));
	}

	void ended(@Nullable Channel caller, Channel called, String status) {
		this.events.raise(event("DialEnd", caller, called).with("DialStatus", status));
	}

}
