package io.pystrix.ami.live;

import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import io.pystrix.ami.Registration;
import io.pystrix.internal.RareWarning;
import io.pystrix.internal.Threads;
import org.slf4j.LoggerFactory;

/**
 * Hands changes on to those who want to know, each on a thread of its own.
 */
final class ChangeHub implements AutoCloseable {

	private static final int CAPACITY = 16_384;

	private final SubmissionPublisher<StateChange<?>> publisher = new SubmissionPublisher<>(
			Threads.perTask("asterisk-state-"), CAPACITY);

	private final LongAdder published = new LongAdder();

	private final RareWarning warning = new RareWarning(LoggerFactory.getLogger(AsteriskState.class));

	void publish(StateChange<?> change) {
		this.published.increment();
		if (this.publisher.hasSubscribers()) {
			offer(change);
		}
	}

	private void offer(StateChange<?> change) {
		try {
			this.publisher.offer(change, (subscriber, lost) -> {
				if (subscriber instanceof ChangeListener<?> listener) {
					listener.onLost();
				}
				return false;
			});
		}
		catch (IllegalStateException ex) {
			// Closed meanwhile: what made the change shall not fail in the midst of it
		}
		catch (RuntimeException | Error ex) {
			// Nor because there is no thread for a listener; the change waits for the
			// next
			this.warning.log("Cannot start a thread to notify listeners of a change", ex);
		}
	}

	<T extends LiveObject> Registration listen(Class<T> type, Consumer<? super StateChange<T>> listener) {
		ChangeListener<T> subscriber = new ChangeListener<>(type, listener, this.published::sum);
		this.publisher.subscribe(subscriber);
		return subscriber;
	}

	Flow.Publisher<StateChange<?>> changes() {
		return this.publisher;
	}

	@Override
	public void close() {
		this.publisher.close();
	}

}
