package io.pystrix.ami;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiEventType;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.internal.Loggable;
import io.pystrix.internal.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from an event to the mailboxes of its callbacks. Registrations come from any
 * thread; each reader has {@link EventRoutes} of its own.
 */
final class EventDispatcher {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	private final EventTypes types;

	private final List<EventRegistration> registrations = new CopyOnWriteArrayList<>();

	private final List<MailboxRegistration<AmiResponse>> orphans = new CopyOnWriteArrayList<>();

	private volatile int version;

	/** By those that are registered no more. */
	private long lostByClosed;

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private final LongAdder received = new LongAdder();

	private final LongAdder unheard = new LongAdder();

	EventDispatcher(EventTypes types) {
		this.types = types;
	}

	void register(MailboxRegistration<AmiEvent> mailbox, BiPredicate<String, Class<?>> wanted) {
		register(mailbox, wanted, true);
	}

	/** Registers what belongs to somebody who waits for one event. */
	void registerTemporary(MailboxRegistration<AmiEvent> mailbox, BiPredicate<String, Class<?>> wanted) {
		register(mailbox, wanted, false);
	}

	private void register(MailboxRegistration<AmiEvent> mailbox, BiPredicate<String, Class<?>> wanted, boolean listed) {
		mailbox.start();
		add(new EventRegistration(mailbox, wanted, listed));
		if (listed) {
			tellListeners();
		}
	}

	void addListener(Runnable listener) {
		this.listeners.add(listener);
	}

	void removeListener(Runnable listener) {
		this.listeners.remove(listener);
	}

	private void tellListeners() {
		for (Runnable listener : this.listeners) {
			try {
				listener.run();
			}
			catch (Throwable ex) {
				logger.error("A listener for registrations failed", Loggable.of(ex));
			}
		}
	}

	/** Those that are not temporary. */
	List<Registration> registrations() {
		Stream<Registration> events = this.registrations.stream()
			.filter(EventRegistration::listed)
			.map(EventRegistration::mailbox);
		return Stream.concat(events, this.orphans.stream()).toList();
	}

	void unregister(MailboxRegistration<AmiEvent> mailbox) {
		for (EventRegistration registration : this.registrations) {
			if (registration.mailbox() == mailbox && remove(registration) && registration.listed()) {
				tellListeners();
			}
		}
	}

	private synchronized void add(EventRegistration registration) {
		this.registrations.add(registration);
		this.version++;
	}

	private synchronized boolean remove(EventRegistration registration) {
		boolean removed = this.registrations.remove(registration);
		if (removed) {
			this.lostByClosed += registration.mailbox().lost();
			this.version++;
		}
		return removed;
	}

	void registerOrphans(MailboxRegistration<AmiResponse> mailbox) {
		mailbox.start();
		this.orphans.add(mailbox);
		tellListeners();
	}

	void unregisterOrphans(MailboxRegistration<AmiResponse> mailbox) {
		this.orphans.remove(mailbox);
		tellListeners();
	}

	/** The routes of one reader. */
	EventRoutes routes() {
		return new EventRoutes(this.types, this);
	}

	/** Changes with the registrations. */
	int version() {
		return this.version;
	}

	/** The mailboxes of those who want an event. */
	List<MailboxRegistration<AmiEvent>> targets(AmiEventType<?> type) {
		return this.registrations.stream()
			.filter((registration) -> registration.wanted().test(type.name(), type.type()))
			.map(EventRegistration::mailbox)
			.toList();
	}

	void orphan(AmiResponse response) {
		if (this.orphans.isEmpty()) {
			logger.debug("Nobody waits for response {}", Printable.of(response));
		}
		this.orphans.forEach((registration) -> registration.offer(response));
	}

	/** An event has come, for a list or for callbacks or for nobody. */
	void received() {
		this.received.increment();
	}

	/** An event that nobody wanted. */
	void unheard() {
		this.unheard.increment();
	}

	long receivedEvents() {
		return this.received.sum();
	}

	long unheardEvents() {
		return this.unheard.sum();
	}

	/** Never less than before, though callbacks go. */
	synchronized long lost() {
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

	private record EventRegistration(MailboxRegistration<AmiEvent> mailbox, BiPredicate<String, Class<?>> wanted,
			boolean listed) {

	}

}
