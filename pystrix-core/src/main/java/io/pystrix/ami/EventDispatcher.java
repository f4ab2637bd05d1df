package io.pystrix.ami;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;

import io.pystrix.ami.internal.RouteCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from an event to the mailboxes of its callbacks. Registrations come from any
 * thread; routes are used by the reader alone, which therefore finds the callbacks of an
 * event without a lock and without making a string of its name.
 */
final class EventDispatcher {

	private static final Logger log = LoggerFactory.getLogger(Manager.class);

	private final EventTypes types;

	private final List<EventRegistration> registrations = new CopyOnWriteArrayList<>();

	private final List<MailboxRegistration<AmiResponse>> orphans = new CopyOnWriteArrayList<>();

	private volatile int version;

	private volatile long lostByClosed;

	EventDispatcher(EventTypes types) {
		this.types = types;
	}

	void register(MailboxRegistration<AmiEvent> mailbox, BiPredicate<String, Class<?>> wanted) {
		mailbox.start();
		this.registrations.add(new EventRegistration(mailbox, wanted));
		changed(0);
	}

	void unregister(MailboxRegistration<AmiEvent> mailbox) {
		if (this.registrations.removeIf((registration) -> registration.mailbox() == mailbox)) {
			changed(mailbox.lost());
		}
	}

	private synchronized void changed(long lostByClosed) {
		this.lostByClosed += lostByClosed;
		this.version++;
	}

	void registerOrphans(MailboxRegistration<AmiResponse> mailbox) {
		mailbox.start();
		this.orphans.add(mailbox);
	}

	void unregisterOrphans(MailboxRegistration<AmiResponse> mailbox) {
		this.orphans.remove(mailbox);
	}

	/** A cache for one reader. */
	RouteCache<Route> routes() {
		return new RouteCache<>((name) -> new Route(this.types.get(name)));
	}

	void orphan(AmiResponse response) {
		if (this.orphans.isEmpty()) {
			log.debug("Nobody waits for response {}", response);
		}
		this.orphans.forEach((registration) -> registration.offer(response));
	}

	long lost() {
		long lost = this.lostByClosed;
		for (EventRegistration registration : this.registrations) {
			lost += registration.mailbox().lost();
		}
		return lost;
	}

	void close() {
		this.registrations.forEach((registration) -> registration.mailbox().close());
		this.orphans.forEach(MailboxRegistration::close);
	}

	private record EventRegistration(MailboxRegistration<AmiEvent> mailbox, BiPredicate<String, Class<?>> wanted) {

	}

	/**
	 * Where the events of one name go. For one reader.
	 */
	final class Route {

		private final AmiEventType<?> type;

		private int version = -1;

		private List<MailboxRegistration<AmiEvent>> targets = List.of();

		private Route(AmiEventType<?> type) {
			this.type = type;
		}

		/** A class of the user's that cannot be made must not cost the connection. */
		AmiEvent create(AmiHeaders headers) {
			try {
				return this.type.factory().apply(headers);
			}
			catch (RuntimeException ex) {
				log.error("{} cannot view event {}", this.type.type(), this.type.name(), ex);
				return new AmiEvent(headers);
			}
		}

		String name() {
			return this.type.name();
		}

		boolean isWanted() {
			int current = EventDispatcher.this.version;
			if (this.version != current) {
				this.targets = EventDispatcher.this.registrations.stream()
					.filter((registration) -> registration.wanted().test(this.type.name(), this.type.type()))
					.map(EventRegistration::mailbox)
					.toList();
				this.version = current;
			}
			return !this.targets.isEmpty();
		}

		/**
		 * Hands an event over.
		 * @return whether the connection must be closed because a callback does not keep
		 * up
		 */
		boolean deliver(AmiEvent event) {
			boolean overrun = false;
			for (int i = 0; i < this.targets.size(); i++) {
				overrun |= this.targets.get(i).offer(event);
			}
			return overrun;
		}

	}

}
