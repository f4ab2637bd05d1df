package io.pystrix.ami.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * A bounded, ordered queue from the reader to one listener. Offering never waits, so that
 * a slow listener delays nobody; what does not fit is counted, and the count is handed
 * over at the place where the lost items would have been.
 *
 * @param <T> what it holds
 * @since 0.1.0
 */
public final class Mailbox<T> {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition filled = this.lock.newCondition();

	private final int capacity;

	private final boolean keepNewest;

	private Deque<T> items = new ArrayDeque<>();

	private Deque<T> spare = new ArrayDeque<>();

	private long lost;

	private long lostInTotal;

	private boolean waiting;

	private boolean closed;

	/**
	 * Creates a mailbox.
	 * @param capacity how many items it holds at most
	 * @param keepNewest whether the oldest item makes room for a new one, or the new one
	 * is dropped
	 */
	public Mailbox(int capacity, boolean keepNewest) {
		this.capacity = capacity;
		this.keepNewest = keepNewest;
	}

	/**
	 * Adds an item; never waits.
	 * @param item the item
	 * @return what became of it
	 */
	public Offer offer(T item) {
		this.lock.lock();
		try {
			Offer result = add(item);
			wakeListener();
			return result;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Adds items in their order, as if each was offered; never waits. The listener is
	 * woken once for all, which is what makes a burst cheap.
	 * @param items the items
	 * @return the worst of what became of them
	 */
	public Offer offerAll(List<T> items) {
		this.lock.lock();
		try {
			Offer worst = Offer.ACCEPTED;
			for (int i = 0; i < items.size(); i++) {
				Offer result = add(items.get(i));
				// The first loss is the one to be told of
				if (worst != Offer.FIRST_LOSS && result != Offer.ACCEPTED) {
					worst = result;
				}
			}
			wakeListener();
			return worst;
		}
		finally {
			this.lock.unlock();
		}
	}

	private Offer add(T item) {
		if (this.closed) {
			return Offer.CLOSED;
		}
		Offer result = Offer.ACCEPTED;
		if (this.items.size() == this.capacity) {
			result = (this.lost == 0) ? Offer.FIRST_LOSS : Offer.LOSS;
			this.lost++;
			this.lostInTotal++;
			if (!this.keepNewest) {
				return result;
			}
			this.items.poll();
		}
		this.items.add(item);
		return result;
	}

	private void wakeListener() {
		if (this.waiting && !this.items.isEmpty()) {
			this.waiting = false;
			this.filled.signal();
		}
	}

	/**
	 * Takes everything that is there, waiting for something.
	 * @return the items and the loss, to be used before the next call; {@code null} when
	 * the mailbox is closed
	 * @throws InterruptedException if interrupted while waiting
	 */
	public @Nullable Batch<T> take() throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			while (this.items.isEmpty() && !this.closed) {
				this.waiting = true;
				this.filled.await();
			}
			if (this.items.isEmpty()) {
				return null;
			}
			Deque<T> taken = this.items;
			this.items = this.spare;
			this.spare = taken;
			Batch<T> batch = new Batch<>(taken, (this.keepNewest) ? this.lost : 0, (this.keepNewest) ? 0 : this.lost);
			this.lost = 0;
			return batch;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Closes the mailbox: it takes nothing any more, and {@link #take()} returns
	 * {@code null}.
	 * @param dropItems whether what it still holds is dropped, or taken first
	 */
	public void close(boolean dropItems) {
		this.lock.lock();
		try {
			this.closed = true;
			if (dropItems) {
				this.items.clear();
			}
			this.filled.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * How many items wait.
	 * @return the number of items that no {@link #take()} has returned yet
	 */
	public int size() {
		this.lock.lock();
		try {
			return this.items.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * How many items were lost since the mailbox was made.
	 * @return the count
	 */
	public long lostInTotal() {
		this.lock.lock();
		try {
			return this.lostInTotal;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * What became of an offered item.
	 *
	 * @since 0.1.0
	 */
	public enum Offer {

		/** It is in the mailbox. */
		ACCEPTED,

		/** An item was lost, the first since the listener was told of a loss. */
		FIRST_LOSS,

		/** One more item was lost. */
		LOSS,

		/** The mailbox is closed. */
		CLOSED

	}

	/**
	 * What {@link #take()} returns.
	 *
	 * @param items the items in order, to be polled by the listener
	 * @param lostBefore how many were lost just before the first item
	 * @param lostAfter how many were lost just after the last item
	 * @param <T> what the mailbox holds
	 * @since 0.1.0
	 */
	public record Batch<T>(Deque<T> items, long lostBefore, long lostAfter) {

	}

}
