package io.pystrix.ami;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.pystrix.ami.internal.Mailbox;
import io.pystrix.ami.internal.Mailbox.Offer;
import io.pystrix.internal.Loggable;
import io.pystrix.internal.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A callback with its mailbox and its thread.
 *
 * @param <T> what the callback is given
 */
final class MailboxRegistration<T> implements Registration {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	private final String description;

	private final CallbackOptions options;

	private final Mailbox<T> mailbox;

	private final Handler<T> handler;

	private final Handler<Long> lossHandler;

	private final Consumer<MailboxRegistration<T>> onClose;

	/** Written by the callback's thread alone. */
	private final AtomicLong handled = new AtomicLong();

	private volatile boolean closed;

	MailboxRegistration(String description, CallbackOptions options, Handler<T> handler, Handler<Long> lossHandler,
			Consumer<MailboxRegistration<T>> onClose) {
		String name = options.name();
		this.description = (name != null) ? name : description;
		this.options = options;
		this.mailbox = new Mailbox<>(options.queueCapacity(), options.overflow() == OverflowPolicy.DROP_OLDEST);
		this.handler = handler;
		this.lossHandler = lossHandler;
		this.onClose = onClose;
	}

	void start() {
		Threads.forUserCode("ami-" + this.description).newThread(this::run).start();
	}

	/**
	 * Hands over an item without waiting.
	 * @return whether the connection must be closed because the callback does not keep up
	 */
	boolean offer(T item) {
		return isOverrun(this.mailbox.offer(item));
	}

	/**
	 * Hands over items in their order without waiting.
	 * @return whether the connection must be closed because the callback does not keep up
	 */
	boolean offerAll(List<T> items) {
		return isOverrun(this.mailbox.offerAll(items));
	}

	private boolean isOverrun(Offer offer) {
		if (offer == Offer.FIRST_LOSS) {
			logger.warn("Callback '{}' does not keep up: its mailbox of {} is full ({})", this.description,
					this.options.queueCapacity(), this.options.overflow());
		}
		boolean lost = offer == Offer.FIRST_LOSS || offer == Offer.LOSS;
		return lost && this.options.overflow() == OverflowPolicy.DISCONNECT;
	}

	private void run() {
		while (!this.closed) {
			try {
				Mailbox.Batch<T> batch = this.mailbox.take();
				if (batch == null) {
					close();
					return;
				}
				loss(batch.lostBefore());
				T item = batch.items().poll();
				while (item != null) {
					if (!this.closed) {
						this.handled.lazySet(this.handled.get() + 1);
						call(this.handler, item);
					}
					item = batch.items().poll();
				}
				loss(batch.lostAfter());
			}
			catch (InterruptedException ex) {
				// Only the callback itself can have interrupted this thread; it goes on
				logger.debug("Callback '{}' interrupted its own thread", this.description);
			}
		}
	}

	private void loss(long count) {
		if (count > 0 && !this.closed) {
			logger.warn("Callback '{}' has lost {} events", this.description, count);
			call(this.lossHandler, count);
		}
	}

	private <V> void call(Handler<V> target, V value) {
		try {
			target.accept(value);
		}
		catch (Throwable ex) {
			logger.error("Callback '{}' failed", this.description, Loggable.of(ex));
		}
	}

	@Override
	public String description() {
		return this.description;
	}

	@Override
	public int queued() {
		return this.mailbox.size();
	}

	@Override
	public long handled() {
		return this.handled.get();
	}

	@Override
	public long lost() {
		return this.mailbox.lostInTotal();
	}

	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			this.mailbox.close(true);
			this.onClose.accept(this);
		}
	}

	/** Closes after what waits was handed over. */
	void finish() {
		this.mailbox.close(false);
	}

	@Override
	public String toString() {
		return this.description;
	}

	/**
	 * Takes a value and may throw anything.
	 *
	 * @param <V> the type of the value
	 */
	@FunctionalInterface
	interface Handler<V> {

		void accept(V value) throws Exception;

	}

}
