package io.pystrix.ami.control;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.ManagerTimeoutException;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.internal.Loggable;
import org.jspecify.annotations.Nullable;

/**
 * What waits for events that tell an outcome. Events come in their order, one at a time.
 */
final class PendingOutcomes {

	private final Manager manager;

	private final ScheduledExecutorService timer;

	private final Executor executor;

	private final Set<Pending<?>> pending = ConcurrentHashMap.newKeySet();

	private volatile @Nullable ManagerException closed;

	PendingOutcomes(Manager manager, ScheduledExecutorService timer, Executor executor) {
		this.manager = manager;
		this.timer = timer;
		this.executor = executor;
	}

	void onEvent(AmiEvent event) {
		// Of those that waited when it came: who is told by it may ask for the next thing
		// at once, of which this event says nothing
		List.copyOf(this.pending).forEach((waiting) -> waiting.onEvent(event));
	}

	void fail(ManagerException reason) {
		this.pending.forEach((waiting) -> waiting.told.completeExceptionally(reason));
	}

	/** Fails what waits, and what is asked to wait from now on: events come no more. */
	void close(ManagerException reason) {
		this.closed = reason;
		fail(reason);
	}

	/**
	 * Sends an action and waits for its response and for an event, in whatever order.
	 * @param action the action
	 * @param deadline how long both may take
	 * @param outcome makes the outcome of an event, or {@code null} if the event is
	 * another one; what it throws is the failure
	 */
	<E> CompletableFuture<E> perform(AmiAction<?> action, Duration deadline, Function<AmiEvent, @Nullable E> outcome) {
		return perform(action, deadline, outcome, (response, told) -> told);
	}

	<T, E, R> CompletableFuture<R> perform(AmiAction<T> action, Duration deadline,
			Function<AmiEvent, @Nullable E> outcome, BiFunction<T, E, R> result) {
		CompletableFuture<E> told = await(outcome);
		return within(deadline, action.name(), told, send(action, told).thenCombine(told, result));
	}

	/** Sends an action of which no event tells that it is done. */
	<T> CompletableFuture<T> send(AmiAction<T> action, Duration deadline) {
		CompletableFuture<Void> none = new CompletableFuture<>();
		return within(deadline, action.name(), none, send(action, none));
	}

	/** Waits for an event, until the future is complete. */
	<E> CompletableFuture<E> await(Function<AmiEvent, @Nullable E> outcome) {
		Pending<E> waiting = new Pending<>(outcome, new CompletableFuture<>());
		this.pending.add(waiting);
		waiting.told.whenComplete((event, failure) -> this.pending.remove(waiting));
		ManagerException closed = this.closed;
		if (closed != null) {
			waiting.told.completeExceptionally(closed);
		}
		return waiting.told;
	}

	/** A failure of the action ends the waiting at once. */
	private <T> CompletableFuture<T> send(AmiAction<T> action, CompletableFuture<?> told) {
		CompletableFuture<T> response;
		try {
			response = this.manager.sendActionAsync(action);
		}
		catch (ManagerException ex) {
			response = CompletableFuture.failedFuture(ex);
		}
		catch (RuntimeException | Error ex) {
			told.cancel(false);
			throw ex;
		}
		return response.whenComplete((answer, failure) -> {
			if (failure != null) {
				told.completeExceptionally(failure);
			}
		});
	}

	/**
	 * Returns a future for users, who must not hold up the events.
	 * @param deadline how long it may take
	 * @param what what to say was not told
	 * @param told what the waiting ends with; a failure of it is one of the whole at once
	 * @param whole what the future completes with
	 */
	<R> CompletableFuture<R> within(Duration deadline, String what, CompletableFuture<?> told,
			CompletableFuture<R> whole) {
		CompletableFuture<R> result = new CompletableFuture<>();
		told.whenComplete((event, failure) -> fail(result, failure));
		whole.whenComplete((value, failure) -> {
			if (failure == null) {
				this.executor.execute(() -> result.complete(value));
			}
			else {
				fail(result, failure);
			}
		});
		ScheduledFuture<?> expiry = this.timer.schedule(
				() -> fail(result,
						new ManagerTimeoutException(
								"Asterisk did not tell within " + deadline + " that " + what + " is done", List.of())),
				deadline.toNanos(), TimeUnit.NANOSECONDS);
		result.whenComplete((value, failure) -> {
			expiry.cancel(false);
			told.cancel(false);
		});
		return result;
	}

	private void fail(CompletableFuture<?> result, @Nullable Throwable failure) {
		if (failure != null) {
			this.executor.execute(() -> result.completeExceptionally(unwrapped(failure)));
		}
	}

	/** What has failed, without what futures wrap it in on its way. */
	static Throwable unwrapped(Throwable failure) {
		Throwable cause = failure.getCause();
		return (failure instanceof CompletionException && cause != null) ? cause : failure;
	}

	private record Pending<E>(Function<AmiEvent, @Nullable E> outcome, CompletableFuture<E> told) {

		void onEvent(AmiEvent event) {
			try {
				E outcome = this.outcome.apply(event);
				if (outcome != null) {
					this.told.complete(outcome);
				}
			}
			catch (Throwable ex) {
				this.told.completeExceptionally(Loggable.of(ex));
			}
		}

	}

}
