package io.pystrix.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.EventList;
import io.pystrix.internal.Loggable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An action that was sent and waits for its answer. Fed by the reader; whoever waits for
 * {@link #reply()} is woken directly.
 */
final class PendingAction {

	private static final Logger logger = LoggerFactory.getLogger(Manager.class);

	private final AmiAction<?> action;

	private final Duration timeout;

	/** Asked for once, on the thread of the sender: it may be an action of the user. */
	private final boolean list;

	private final @Nullable String completeEvent;

	private final long since = System.nanoTime();

	private final CompletableFuture<Reply> reply = new CompletableFuture<>();

	private final List<AmiEvent> events = new ArrayList<>();

	/** How many items came; for the reader alone. */
	private int received;

	private volatile boolean sent;

	private volatile @Nullable AmiResponse response;

	/** Takes the items of a list as they come; null to keep them for the result. */
	private final @Nullable Consumer<AmiEvent> items;

	/**
	 * Creates an action that nobody has answered.
	 * @param timeout how long the caller waits for the answer
	 * @param items takes the items of a list as they come; null to keep them for the
	 * result
	 */
	PendingAction(AmiAction<?> action, Duration timeout, @Nullable Consumer<AmiEvent> items) {
		this.action = action;
		this.timeout = timeout;
		this.list = action.isList();
		this.completeEvent = action.completeEvent();
		this.items = items;
	}

	AmiAction<?> action() {
		return this.action;
	}

	Duration timeout() {
		return this.timeout;
	}

	long since() {
		return this.since;
	}

	/** It has been written, as far as this side can tell. */
	void sent() {
		this.sent = true;
	}

	boolean isSent() {
		return this.sent;
	}

	/** Whether Asterisk has responded, though perhaps too late. */
	boolean isAnswered() {
		return this.response != null;
	}

	CompletableFuture<Reply> reply() {
		return this.reply;
	}

	boolean isNamed(String name) {
		return this.action.name().equalsIgnoreCase(name);
	}

	/** Whether events with this action's id belong to a list that it waits for. */
	boolean isList() {
		return this.list;
	}

	/**
	 * Takes the response.
	 * @return whether the action was still waiting for one
	 */
	boolean respond(AmiResponse response) {
		if (this.response != null && (response.isSuccess() || this.reply.isDone())) {
			return false;
		}
		// An error may come even after the start of a list, which then has no end
		this.response = response;
		if (!isList() || !response.isSuccess() || isEmptyList(response)) {
			this.reply.complete(new Reply(response, List.of()));
		}
		return true;
	}

	/** What an action of the user throws must not cost the connection. */
	private boolean isEmptyList(AmiResponse response) {
		try {
			return this.action.isEmptyList(response);
		}
		catch (Throwable ex) {
			this.reply.completeExceptionally(Loggable.of(ex));
			return false;
		}
	}

	void add(AmiEvent event) {
		AmiResponse response = this.response;
		boolean last = response != null && isLast(event);
		if (response != null && last) {
			checkCount(response, event);
		}
		else {
			this.received++;
		}
		if (this.items != null && !last) {
			this.items.accept(event);
			return;
		}
		synchronized (this.events) {
			this.events.add(event);
		}
		if (response != null && last) {
			this.reply.complete(new Reply(response, eventsSoFar()));
		}
	}

	private void checkCount(AmiResponse response, AmiEvent complete) {
		int announced = EventList.of(AmiEvent.class, response, List.of(complete)).announced().orElse(0);
		if (this.received < announced) {
			logger.warn("Asterisk announced {} items for action {} but sent {}: the list is incomplete", announced,
					this.action.name(), this.received);
		}
	}

	private boolean isLast(AmiEvent event) {
		return "Complete".equalsIgnoreCase(event.get("EventList")) || event.name().equals(this.completeEvent);
	}

	void fail(ManagerException failure) {
		this.reply.completeExceptionally(failure);
	}

	List<AmiEvent> eventsSoFar() {
		synchronized (this.events) {
			return List.copyOf(this.events);
		}
	}

	/**
	 * What came for an action.
	 *
	 * @param response the response
	 * @param events the events of its list
	 */
	record Reply(AmiResponse response, List<AmiEvent> events) {

		<R> R resultOf(AmiAction<R> action) {
			if (!this.response.isSuccess() && !action.isEmptyList(this.response)) {
				throw new ActionFailedException(action, this.response);
			}
			return action.result(this.response, this.events);
		}

	}

}
