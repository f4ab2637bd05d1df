package io.pystrix.agi.fastagi;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The connections that have not said yet what they want. They are no calls, so none of
 * them takes the place of one; when they become too many, the oldest has to go, since
 * Asterisk says what it wants at once.
 */
final class Handshakes {

	// Each costs a thread and at most 64 KiB, for the handshake time-out at most
	private static final int MAX = 1000;

	// In a burst of calls, when threads are slow to begin, all of them are young
	private static final long SPARED_NANOS = TimeUnit.SECONDS.toNanos(1);

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<FastAgiCall, Long> open = new LinkedHashMap<>();

	private boolean closed = false;

	/**
	 * Adds a connection.
	 * @return whether it may go on; if not, the server is stopping
	 */
	boolean begin(FastAgiCall connection) {
		FastAgiCall oldest;
		this.lock.lock();
		try {
			if (this.closed) {
				return false;
			}
			oldest = tooOld();
			this.open.put(connection, System.nanoTime());
		}
		finally {
			this.lock.unlock();
		}
		if (oldest != null) {
			oldest.giveWay();
		}
		return true;
	}

	private @Nullable FastAgiCall tooOld() {
		if (this.open.size() < MAX) {
			return null;
		}
		Map.Entry<FastAgiCall, Long> oldest = this.open.entrySet().iterator().next();
		if (System.nanoTime() - oldest.getValue() < SPARED_NANOS) {
			return null;
		}
		this.open.remove(oldest.getKey());
		return oldest.getKey();
	}

	/**
	 * Ends those that take too long.
	 * @param limitNanos how long each may take
	 * @return how many nanoseconds none of the others will be late
	 */
	long endLate(long limitNanos) {
		List<FastAgiCall> late = new ArrayList<>();
		long left = limitNanos;
		this.lock.lock();
		try {
			long now = System.nanoTime();
			Iterator<Map.Entry<FastAgiCall, Long>> oldest = this.open.entrySet().iterator();
			while (left == limitNanos && oldest.hasNext()) {
				Map.Entry<FastAgiCall, Long> next = oldest.next();
				long age = now - next.getValue();
				if (age >= limitNanos) {
					late.add(next.getKey());
					oldest.remove();
				}
				else {
					left = Math.min(limitNanos - age, limitNanos - 1);
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		late.forEach(FastAgiCall::endLateHandshake);
		return left;
	}

	/**
	 * Removes a connection.
	 * @return whether it was there still, so that it may become a call
	 */
	boolean end(FastAgiCall connection) {
		this.lock.lock();
		try {
			return this.open.remove(connection) != null;
		}
		finally {
			this.lock.unlock();
		}
	}

	int count() {
		this.lock.lock();
		try {
			return this.open.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Lets nobody in any more.
	 * @return the connections that were there
	 */
	List<FastAgiCall> close() {
		this.lock.lock();
		try {
			this.closed = true;
			List<FastAgiCall> turnedAway = new ArrayList<>(this.open.keySet());
			this.open.clear();
			return turnedAway;
		}
		finally {
			this.lock.unlock();
		}
	}

}
