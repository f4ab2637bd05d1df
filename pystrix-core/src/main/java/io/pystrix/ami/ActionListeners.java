package io.pystrix.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.pystrix.ami.AmiActionListener.Exchange;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.internal.Loggable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners to a manager's actions. What one of them throws reaches nobody else.
 */
final class ActionListeners {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	private static final Watch NOBODY = new Watch(List.of());

	private final List<AmiActionListener> listeners;

	private final Manager manager;

	ActionListeners(List<AmiActionListener> listeners, Manager manager) {
		this.listeners = listeners;
		this.manager = manager;
	}

	/** Tells that an action is about to be sent. */
	Watch started(AmiAction<?> action) {
		if (this.listeners.isEmpty()) {
			return NOBODY;
		}
		List<Exchange> exchanges = new ArrayList<>(this.listeners.size());
		for (AmiActionListener listener : this.listeners) {
			try {
				Exchange exchange = listener.started(action, this.manager);
				if (exchange != null) {
					exchanges.add(exchange);
				}
			}
			catch (Throwable ex) {
				logger.error("An AmiActionListener failed at the start of action {}", action.name(), Loggable.of(ex));
			}
		}
		return exchanges.isEmpty() ? NOBODY : new Watch(exchanges);
	}

	/**
	 * Those who wait for the end of one action.
	 */
	static final class Watch {

		private final List<Exchange> exchanges;

		private final AtomicBoolean over;

		private final long start = System.nanoTime();

		private Watch(List<Exchange> exchanges) {
			this.exchanges = exchanges;
			this.over = new AtomicBoolean(exchanges.isEmpty());
		}

		boolean isOver() {
			return this.over.get();
		}

		/** Tells of the end; only the first one counts. */
		void ended(@Nullable AmiResponse response, @Nullable Throwable failure) {
			if (!this.over.compareAndSet(false, true)) {
				return;
			}
			Duration duration = Duration.ofNanos(System.nanoTime() - this.start);
			for (Exchange exchange : this.exchanges) {
				try {
					exchange.ended(response, failure, duration);
				}
				catch (Throwable ex) {
					logger.error("An AmiActionListener failed at the end of an action", Loggable.of(ex));
				}
			}
		}

	}

}
