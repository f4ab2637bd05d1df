package io.pystrix.ami;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.pystrix.ami.message.AmiAction;
import org.jspecify.annotations.Nullable;

/**
 * The actions of one connection that wait for their answer, by ActionID. Ids begin with
 * random characters, because Asterisk shows the id of an action in events that it sends
 * to everybody.
 */
final class PendingActions {

	/**
	 * Asterisk puts the id of an action into buffers that it does not check, and cuts the
	 * line end off: idText of main/manager.c has 150 bytes in CoreSettings and CoreStatus
	 * and 256 in lists, from 13 to 23.
	 */
	private static final int MAX_LENGTH = 64;

	/**
	 * So many are remembered. Asterisk serves them in their order, so those that come
	 * first tell the most.
	 */
	private static final int MAX_UNANSWERED = 1000;

	private final String prefix = Long.toString(36L * 36 * 36 * 36 * 36 + Math.abs(new SecureRandom().nextInt()), 36)
			+ "-";

	private final AtomicLong counter = new AtomicLong();

	private final Map<String, PendingAction> byId = new ConcurrentHashMap<>();

	/**
	 * Asterisk may still be busy with these, though nobody waits for them any more. Each
	 * stays until it is answered or Asterisk can no longer be busy with it.
	 */
	private final Map<String, Unanswered> unanswered = new ConcurrentHashMap<>();

	private final Duration usualTimeout;

	private final AtomicInteger lists = new AtomicInteger();

	private volatile @Nullable ManagerException failure;

	/**
	 * Creates an empty table.
	 * @param usualTimeout how long callers wait for an answer if they say nothing else
	 */
	PendingActions(Duration usualTimeout) {
		this.usualTimeout = usualTimeout;
	}

	/**
	 * The action's own id if it has one, a new one otherwise.
	 * @throws IllegalArgumentException if the own one would break Asterisk's answers
	 */
	String idFor(AmiAction<?> action) {
		String own = action.get("ActionID");
		if (own == null || own.isEmpty()) {
			return this.prefix + this.counter.incrementAndGet();
		}
		if (own.length() > MAX_LENGTH || own.chars().anyMatch((c) -> c <= ' ' || c > '~')) {
			throw new IllegalArgumentException(
					"An ActionID must have " + MAX_LENGTH + " printable ASCII characters at most");
		}
		return own;
	}

	void put(String id, PendingAction pending) {
		if (this.byId.putIfAbsent(id, pending) != null) {
			throw new IllegalArgumentException("An action with ActionID '" + id + "' is pending already");
		}
		if (pending.isList()) {
			this.lists.incrementAndGet();
		}
		ManagerException failure = this.failure;
		if (failure != null) {
			remove(id);
			pending.fail(failure);
		}
	}

	@Nullable PendingAction get(String id) {
		return this.byId.get(id);
	}

	/** Stops waiting for the answer to an action. */
	void remove(String id) {
		PendingAction pending = this.byId.get(id);
		// First, so that an answer that comes meanwhile finds it in one place or the
		// other
		boolean remembered = pending != null && remember(id, pending);
		PendingAction removed = this.byId.remove(id);
		if (removed != null && removed.isList()) {
			this.lists.decrementAndGet();
		}
		if (remembered && pending != null && pending.isAnswered()) {
			this.unanswered.remove(id);
		}
	}

	private boolean remember(String id, PendingAction pending) {
		if (!pending.isSent() || pending.isAnswered() || this.failure != null) {
			return false;
		}
		if (this.unanswered.size() >= MAX_UNANSWERED) {
			forgetOld(System.nanoTime());
			if (this.unanswered.size() >= MAX_UNANSWERED) {
				return false;
			}
		}
		this.unanswered.put(id, new Unanswered(pending.since(), busyNanos(pending)));
		return true;
	}

	/** Takes note of an answer that nobody may be waiting for any more. */
	void answered(String id) {
		if (!this.unanswered.isEmpty()) {
			this.unanswered.remove(id);
		}
	}

	private void forgetOld(long now) {
		this.unanswered.values().removeIf((action) -> !action.keepsBusy(now));
	}

	private long busyNanos(PendingAction pending) {
		return BusyTime.of(pending.action(), pending.timeout(), this.usualTimeout).toNanos();
	}

	int size() {
		return this.byId.size();
	}

	/** How many actions Asterisk has not answered that nobody waits for any more. */
	int unanswered() {
		return this.unanswered.size();
	}

	/** Whether events have to be looked at for the id of an action. */
	boolean hasLists() {
		return this.lists.get() > 0;
	}

	/**
	 * Whether Asterisk, which serves one action after the other, may still be busy with
	 * one that was sent before some moment. One that is stuck in a full link waits for
	 * the peer to read, not for its answer.
	 */
	boolean mayBeBusySince(long nanoTime) {
		long now = System.nanoTime();
		forgetOld(now);
		return Stream
			.concat(this.unanswered.values().stream(),
					this.byId.values()
						.stream()
						.filter(PendingAction::isSent)
						.map((pending) -> new Unanswered(pending.since(), busyNanos(pending))))
			.anyMatch((action) -> action.since() - nanoTime < 0 && action.keepsBusy(now));
	}

	/** Fails everything that is pending and everything that still comes. */
	void failAll(ManagerException failure) {
		this.failure = failure;
		for (String id : this.byId.keySet()) {
			PendingAction pending = this.byId.get(id);
			remove(id);
			if (pending != null) {
				pending.fail(failure);
			}
		}
	}

	/**
	 * An action that Asterisk has not answered.
	 *
	 * @param since when it was sent
	 * @param busyNanos how long Asterisk may be busy with it
	 */
	private record Unanswered(long since, long busyNanos) {

		boolean keepsBusy(long now) {
			return now - this.since < this.busyNanos;
		}

	}

}
