package io.pystrix.ami.live;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of asking for all lists. Used under the lock of the state.
 */
final class Synchronization implements Requests {

	private static final Logger logger = LoggerFactory.getLogger(AsteriskState.class);

	private final Manager manager;

	private final BiConsumer<Synchronization, Runnable> locked;

	private final BiConsumer<Synchronization, @Nullable Throwable> ended;

	private int pending = 0;

	private boolean partial = false;

	/**
	 * Creates a round.
	 * @param manager the connection
	 * @param locked runs something under the lock, unless this round is over
	 * @param ended is told when all lists are here, or why one is not
	 */
	Synchronization(Manager manager, BiConsumer<Synchronization, Runnable> locked,
			BiConsumer<Synchronization, @Nullable Throwable> ended) {
		this.manager = manager;
		this.locked = locked;
		this.ended = ended;
	}

	/** Whether some list could not be had. */
	boolean isPartial() {
		return this.partial;
	}

	void run(List<Part> parts) {
		parts.forEach(Part::begin);
		// Held back, so that it cannot end before all were asked
		this.pending++;
		parts.forEach((part) -> part.request(this));
		arrived();
	}

	@Override
	public <E extends AmiEvent> void list(AmiAction<EventList<E>> action, Consumer<@Nullable List<E>> items) {
		this.pending++;
		this.manager.sendActionAsync(action).whenComplete((list, failure) -> this.locked.accept(this, () -> {
			if (failure instanceof ActionFailedException refusal && !refusal.isShuttingDown()) {
				logger.debug("No list for the live state: {}", failure.getMessage());
				this.partial = true;
			}
			else if (failure != null) {
				this.ended.accept(this, failure);
				return;
			}
			// Objects that it lacks may still exist
			@Nullable List<E> whole = (list != null && list.isConsistent()) ? list.items() : null;
			this.partial |= whole == null;
			try {
				items.accept(whole);
			}
			catch (RuntimeException ex) {
				this.ended.accept(this, ex);
				return;
			}
			arrived();
		}));
	}

	private void arrived() {
		this.pending--;
		if (this.pending == 0) {
			this.ended.accept(this, null);
		}
	}

}
