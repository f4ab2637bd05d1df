package io.pystrix.ami;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.pystrix.ami.ActionListeners.Watch;
import io.pystrix.ami.MailboxRegistration.Handler;
import io.pystrix.ami.PendingAction.Reply;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.internal.Loggable;
import org.jspecify.annotations.Nullable;

/**
 * Sends actions and waits for their answers: a caller that blocks is woken by the reader
 * itself, a future is completed by the executor, so that what hangs on it cannot hold up
 * the reader.
 */
final class ActionSender {

	/**
	 * Neither may an item be lost nor the reader wait; the list must fit into the memory.
	 */
	private static final CallbackOptions EVERY_ITEM = CallbackOptions.DEFAULTS.withQueueCapacity(Integer.MAX_VALUE);

	private final Supplier<Connection> connection;

	private final Duration timeout;

	private final ScheduledExecutorService timer;

	private final Executor executor;

	private final ActionListeners listeners;

	private final BriefWait briefWait = new BriefWait();

	/**
	 * Creates a sender.
	 * @param connection gives the live connection or throws a
	 * {@link ManagerConnectionException}
	 * @param timeout how long a future waits
	 */
	ActionSender(Supplier<Connection> connection, Duration timeout, ScheduledExecutorService timer, Executor executor,
			ActionListeners listeners) {
		this.connection = connection;
		this.timeout = timeout;
		this.timer = timer;
		this.executor = executor;
		this.listeners = listeners;
	}

	Reply send(AmiAction<?> action, Duration timeout) {
		Watch watch = this.listeners.started(action);
		try {
			Reply reply = exchange(action, timeout);
			watch.ended(reply.response(), null);
			return reply;
		}
		catch (RuntimeException | Error ex) {
			watch.ended(null, ex);
			throw ex;
		}
	}

	private Reply exchange(AmiAction<?> action, Duration timeout) {
		Connection connection = this.connection.get();
		String id = connection.pending().idFor(action);
		PendingAction pending = connection.send(action, id, timeout);
		try {
			this.briefWait.await(pending.reply()::isDone, connection.pending().size());
			Reply reply = pending.reply().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
			this.briefWait.learn(reply.response().roundTrip());
			return reply;
		}
		catch (TimeoutException ex) {
			throw late(action, timeout, pending);
		}
		catch (ExecutionException ex) {
			throw rethrown(ex);
		}
		catch (InterruptedException ex) {
			throw interrupted("waiting for the answer to action " + action.name());
		}
		finally {
			connection.pending().remove(id);
		}
	}

	<R> CompletableFuture<R> sendAsync(AmiAction<R> action) {
		Watch watch = this.listeners.started(action);
		CompletableFuture<R> result = watched(watch);
		try {
			CompletableFuture<Reply> reply = replyTo(action, null, result);
			reply.whenComplete(
					(answer, failure) -> this.executor.execute(() -> complete(result, action, answer, failure, watch)));
			return result;
		}
		catch (RuntimeException | Error ex) {
			watch.ended(null, ex);
			throw ex;
		}
	}

	/**
	 * Sends an action and hands over the items of its list as they come.
	 * @return the result without items, when the last one was handed over
	 */
	<R> CompletableFuture<R> stream(AmiAction<R> action, Handler<AmiEvent> items) {
		Watch watch = this.listeners.started(action);
		CompletableFuture<R> result = watched(watch);
		CompletableFuture<Void> handedOver = new CompletableFuture<>();
		MailboxRegistration<AmiEvent> mailbox = new MailboxRegistration<>(action.name(), EVERY_ITEM, items, (lost) -> {
		}, (closed) -> handedOver.complete(null));
		try {
			mailbox.start();
			CompletableFuture<Reply> reply = replyTo(action, mailbox::offer, result);
			reply.whenComplete((answer, failure) -> mailbox.finish());
			reply.whenComplete((answer, failure) -> handedOver
				.thenRun(() -> this.executor.execute(() -> complete(result, action, answer, failure, watch))));
			return result;
		}
		catch (RuntimeException | Error ex) {
			watch.ended(null, ex);
			mailbox.close();
			throw ex;
		}
	}

	/** A future that its user may complete or cancel before the answer is there. */
	private static <R> CompletableFuture<R> watched(Watch watch) {
		CompletableFuture<R> result = new CompletableFuture<>();
		if (!watch.isOver()) {
			result.whenComplete((value, failure) -> {
				if (!watch.isOver()) {
					watch.ended(null, (failure != null) ? failure : new CancellationException("Nobody waits any more"));
				}
			});
		}
		return result;
	}

	private CompletableFuture<Reply> replyTo(AmiAction<?> action, @Nullable Consumer<AmiEvent> items,
			CompletableFuture<?> result) {
		Connection connection;
		try {
			connection = this.connection.get();
		}
		catch (ManagerConnectionException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		String id = connection.pending().idFor(action);
		PendingAction pending = connection.send(action, id, this.timeout, items);
		Runnable expire = () -> pending.fail(late(action, this.timeout, pending));
		var expiry = this.timer.schedule(expire, this.timeout.toNanos(), TimeUnit.NANOSECONDS);
		Runnable end = () -> {
			connection.pending().remove(id);
			expiry.cancel(false);
		};
		// Whichever comes first: the result waits for the executor of the user
		pending.reply().whenComplete((reply, failure) -> end.run());
		result.whenComplete((value, failure) -> end.run());
		return pending.reply();
	}

	private static <R> void complete(CompletableFuture<R> result, AmiAction<R> action, @Nullable Reply reply,
			@Nullable Throwable failure, Watch watch) {
		watch.ended((reply != null) ? reply.response() : null, failure);
		try {
			// Runs code of the action, which may be one of the user
			if (reply != null) {
				result.complete(reply.resultOf(action));
			}
			else if (failure != null) {
				result.completeExceptionally(failure);
			}
		}
		catch (Throwable ex) {
			result.completeExceptionally(Loggable.of(ex));
		}
	}

	private static ManagerTimeoutException late(AmiAction<?> action, Duration timeout, PendingAction pending) {
		return new ManagerTimeoutException(
				"Asterisk has not answered action " + action.name() + " within " + timeout.toMillis() + " ms",
				pending.eventsSoFar());
	}

	static ManagerException interrupted(String doing) {
		Thread.currentThread().interrupt();
		return new ManagerException("Interrupted while " + doing);
	}

	/**
	 * The same failure reaches several callers: each is given its own stack trace. What
	 * an action of the user has thrown is thrown as it is.
	 */
	static ManagerException rethrown(ExecutionException ex) {
		if (ex.getCause() instanceof Error error) {
			throw error;
		}
		if (ex.getCause() instanceof RuntimeException failure && !(failure instanceof ManagerException)) {
			throw failure;
		}
		if (ex.getCause() instanceof ManagerAuthenticationException refusal) {
			return new ManagerAuthenticationException(refusal.getMessage());
		}
		if (ex.getCause() instanceof ManagerTimeoutException timeout) {
			return new ManagerTimeoutException(timeout.getMessage(), timeout.events());
		}
		String message = (ex.getCause() instanceof ManagerException failure) ? failure.getMessage() : ex.getMessage();
		boolean shuttingDown = ex.getCause() instanceof ManagerConnectionException refusal && refusal.isShuttingDown();
		return new ManagerConnectionException(message, ex.getCause(), shuttingDown);
	}

}
