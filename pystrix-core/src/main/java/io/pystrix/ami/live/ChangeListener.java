package io.pystrix.ami.live;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.pystrix.ami.Registration;
import io.pystrix.internal.Loggable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of the changes of one kind of objects.
 *
 * @param <T> the kind
 */
final class ChangeListener<T extends LiveObject> implements Flow.Subscriber<StateChange<?>>, Registration {

	private static final Logger logger = LoggerFactory.getLogger(AsteriskState.class);

	private final Class<T> type;

	private final Consumer<? super StateChange<T>> listener;

	// How many changes of any kind were published
	private final LongSupplier published;

	private final long publishedBefore;

	private final LongAdder received = new LongAdder();

	private final LongAdder handled = new LongAdder();

	private final LongAdder lost = new LongAdder();

	private volatile Flow.@Nullable Subscription subscription;

	private volatile boolean closed = false;

	ChangeListener(Class<T> type, Consumer<? super StateChange<T>> listener, LongSupplier published) {
		this.type = type;
		this.listener = listener;
		this.published = published;
		this.publishedBefore = published.getAsLong();
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		if (this.closed) {
			subscription.cancel();
		}
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	@SuppressWarnings("unchecked")
	public void onNext(StateChange<?> change) {
		this.received.increment();
		if (!this.closed && this.type.isInstance(change.subject())) {
			this.handled.increment();
			try {
				this.listener.accept((StateChange<T>) change);
			}
			catch (Throwable ex) {
				logger.error("A listener to changes of {} failed", this.type.getSimpleName(), Loggable.of(ex));
			}
		}
	}

	@Override
	public void onError(Throwable ex) {
		logger.error("Stopped notifying the listener for {} after it threw an exception", this.type.getSimpleName(),
				Loggable.of(ex));
	}

	@Override
	public void onComplete() {
		this.closed = true;
	}

	void onLost() {
		this.lost.increment();
	}

	@Override
	public String description() {
		return this.type.getSimpleName();
	}

	@Override
	public int queued() {
		long queued = this.published.getAsLong() - this.publishedBefore - this.received.sum() - this.lost.sum();
		return (int) Math.max(0, Math.min(Integer.MAX_VALUE, queued));
	}

	@Override
	public long handled() {
		return this.handled.sum();
	}

	@Override
	public long lost() {
		return this.lost.sum();
	}

	@Override
	public void close() {
		this.closed = true;
		Flow.Subscription current = this.subscription;
		if (current != null) {
			current.cancel();
		}
	}

}
