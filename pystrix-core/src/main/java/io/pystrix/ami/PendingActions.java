package io.pystrix.ami;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

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

	private final String prefix = Long.toString(36L * 36 * 36 * 36 * 36 + Math.abs(new SecureRandom().nextInt()), 36)
			+ "-";

	private final AtomicLong counter = new AtomicLong();

	private final Map<String, PendingAction> byId = new ConcurrentHashMap<>();

	private final AtomicInteger lists = new AtomicInteger();

	private volatile @Nullable ManagerException failure;

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

	void remove(String id) {
		PendingAction removed = this.byId.remove(id);
		if (removed != null && removed.isList()) {
			this.lists.decrementAndGet();
		}
	}

	int size() {
		return this.byId.size();
	}

	/** Whether events have to be looked at for the id of an action. */
	boolean hasLists() {
		return this.lists.get() > 0;
	}

	/**
	 * Whether Asterisk, which serves one action after the other, is busy with one. One
	 * that is stuck in a full link waits for the peer to read, not for its answer.
	 */
	boolean hasOlderThan(long nanoTime) {
		return this.byId.values().stream().anyMatch((pending) -> pending.isSent() && pending.since() - nanoTime < 0);
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

}
