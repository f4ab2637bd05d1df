package io.pystrix.test.ami;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The requests that arrived, in order. It forgets the oldest, so that a simulator that
 * runs for days inside a demonstration does not grow.
 */
final class RequestLog {

	private static final int LIMIT = 10_000;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition added = this.lock.newCondition();

	private final Deque<AmiRequest> requests = new ArrayDeque<>();

	void add(AmiRequest request) {
		this.lock.lock();
		try {
			if (this.requests.size() == LIMIT) {
				this.requests.removeFirst();
			}
			this.requests.add(request);
			this.added.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void clear() {
		this.lock.lock();
		try {
			this.requests.clear();
		}
		finally {
			this.lock.unlock();
		}
	}

	List<AmiRequest> all() {
		this.lock.lock();
		try {
			return List.copyOf(this.requests);
		}
		finally {
			this.lock.unlock();
		}
	}

	List<AmiRequest> named(String action) {
		return all().stream().filter((request) -> request.action().equalsIgnoreCase(action)).toList();
	}

	private List<AmiRequest> named(String action, Predicate<AmiRequest> wanted) {
		return named(action).stream().filter(wanted).toList();
	}

	List<AmiRequest> await(String action, Predicate<AmiRequest> wanted, int count, Duration timeout) {
		long nanos = timeout.toNanos();
		this.lock.lock();
		try {
			List<AmiRequest> found = named(action, wanted);
			while (found.size() < count) {
				if (nanos <= 0) {
					throw new AssertionError("Expected " + count + " × '" + action + "' within " + timeout
							+ " but received " + all().stream().map(AmiRequest::action).toList());
				}
				nanos = this.added.awaitNanos(nanos);
				found = named(action, wanted);
			}
			return found;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for '" + action + "'", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

}
