package io.pystrix.ami;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.ami.internal.RouteCache;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiEventType;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.internal.RareWarning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events on their way from one reader to the mailboxes. The reader finds the
 * callbacks of an event without a lock and without making a string of its name, and hands
 * over what one read of the socket has brought in one go: one lock and one waking of the
 * listener for a burst, not for each of its events. For the thread that reads.
 */
final class EventRoutes {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	private static final String FULLY_BOOTED = "FullyBooted";

	/** So many events wait for the others at most: listeners may begin with them. */
	private static final int MAX_BATCH = 128;

	private final EventTypes types;

	private final EventDispatcher dispatcher;

	private final RouteCache<Route> cache = new RouteCache<>(this::route);

	private final Map<MailboxRegistration<AmiEvent>, Outbox> outboxes = new IdentityHashMap<>();

	private final List<Outbox> filled = new ArrayList<>();

	private int version = -1;

	private boolean overrun;

	EventRoutes(EventTypes types, EventDispatcher dispatcher) {
		this.types = types;
		this.dispatcher = dispatcher;
	}

	/** Returns the route of the event with the name that lies in a buffer. */
	Route get(byte[] buffer, int from, int to) {
		return this.cache.get(buffer, from, to);
	}

	private Route route(String name) {
		return new Route(this.types.get(name));
	}

	/**
	 * Hands over the events that were delivered since the last time.
	 * @return whether the connection must be closed because a callback does not keep up
	 */
	boolean handOver() {
		for (int i = 0; i < this.filled.size(); i++) {
			this.overrun |= this.filled.get(i).handOver();
		}
		this.filled.clear();
		return this.overrun;
	}

	/** Forgets the outboxes of those who are not registered any more. */
	private void renew(int version) {
		handOver();
		this.outboxes.clear();
		this.version = version;
	}

	/**
	 * The events of one reader for one mailbox.
	 */
	private static final class Outbox {

		private final MailboxRegistration<AmiEvent> target;

		private final List<AmiEvent> events = new ArrayList<>();

		Outbox(MailboxRegistration<AmiEvent> target) {
			this.target = target;
		}

		boolean handOver() {
			boolean overrun = this.target.offerAll(this.events);
			this.events.clear();
			return overrun;
		}

	}

	/**
	 * Where the events of one name go.
	 */
	final class Route {

		private final AmiEventType<?> type;

		private final boolean fullyBooted;

		private final RareWarning failures = new RareWarning(logger);

		private int version = -1;

		private Outbox[] targets = {};

		private Route(AmiEventType<?> type) {
			this.type = type;
			this.fullyBooted = type.name().equals(FULLY_BOOTED);
		}

		boolean isFullyBooted() {
			return this.fullyBooted;
		}

		/** A class of the user's that cannot be made must not cost the connection. */
		AmiEvent create(AmiHeaders headers) {
			try {
				AmiEvent event = this.type.factory().apply(headers);
				if (event != null) {
					return event;
				}
				this.failures.log("The factory of " + this.type.type() + " returned null for event " + this.type.name(),
						null);
			}
			catch (Throwable ex) {
				this.failures.log("The factory of " + this.type.type() + " failed for event " + this.type.name(), ex);
			}
			return new AmiEvent(headers);
		}

		boolean isWanted() {
			int current = EventRoutes.this.dispatcher.version();
			if (this.version != current) {
				renew(current);
			}
			return this.targets.length > 0;
		}

		private void renew(int current) {
			if (EventRoutes.this.version != current) {
				EventRoutes.this.renew(current);
			}
			this.targets = EventRoutes.this.dispatcher.targets(this.type)
				.stream()
				.map((target) -> EventRoutes.this.outboxes.computeIfAbsent(target, Outbox::new))
				.toArray(Outbox[]::new);
			this.version = current;
		}

		/**
		 * Has an event handed over soon.
		 * @return whether the connection must be closed because a callback does not keep
		 * up
		 */
		boolean deliver(AmiEvent event) {
			boolean full = false;
			for (Outbox target : this.targets) {
				if (target.events.isEmpty()) {
					EventRoutes.this.filled.add(target);
				}
				target.events.add(event);
				full |= target.events.size() == MAX_BATCH;
			}
			if (full) {
				handOver();
			}
			return EventRoutes.this.overrun;
		}

	}

}
