package io.pystrix.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Runs what completes the futures that users wait for. Runs every task exactly once,
 * whatever the executor of the user does: one that refuses a task, fails, blocks, drops
 * what it has queued or runs the task on the calling thread neither leaves a future open
 * nor holds up the calling thread, which may be the one that reads a connection.
 *
 * @since 0.1.0
 */
public final class CompletionExecutor implements Executor {

	private final Executor own;

	private final @Nullable Executor users;

	private final Duration patience;

	private final RareWarning warning;

	/**
	 * Creates an executor.
	 * @param threadPrefix the name of its own threads, before their number
	 * @param users the executor of the user, {@code null} to use the own threads
	 * @param patience how long a task may wait for the executor of the user; an own
	 * thread runs it then
	 * @param logger where to warn about the executor of the user
	 */
	public CompletionExecutor(String threadPrefix, @Nullable Executor users, Duration patience, Logger logger) {
		this(Threads.perTask(threadPrefix), users, patience, logger);
	}

	CompletionExecutor(Executor own, @Nullable Executor users, Duration patience, Logger logger) {
		this.own = own;
		this.users = users;
		this.patience = patience;
		this.warning = new RareWarning(logger);
	}

	@Override
	public void execute(Runnable task) {
		Executor users = this.users;
		if (users == null) {
			runOnOwnThread(task);
		}
		else {
			// Not from here: a task decorator, a full queue or a caller-runs policy would
			// run user code on the calling thread
			runOnOwnThread(() -> handOver(new Once(task), users));
		}
	}

	private void runOnOwnThread(Runnable task) {
		try {
			this.own.execute(task);
		}
		catch (Throwable ex) {
			this.warning.log("Cannot start a thread to complete a future; completing it on the current thread", ex);
			task.run();
		}
	}

	private void handOver(Once task, Executor users) {
		task.started.orTimeout(this.patience.toNanos(), TimeUnit.NANOSECONDS).whenComplete((started, timeout) -> {
			if (timeout != null) {
				this.warning.log("The executor has not run the completion of a future within "
						+ this.patience.toMillis() + " ms; completing it on another thread", null);
				runOnOwnThread(task);
			}
		});
		try {
			users.execute(task);
		}
		catch (Throwable ex) {
			this.warning.log("The executor refused the completion of a future; completing it on another thread", ex);
			task.run();
		}
	}

	private static final class Once implements Runnable {

		private final Runnable task;

		private final AtomicBoolean taken = new AtomicBoolean();

		private final CompletableFuture<Void> started = new CompletableFuture<>();

		Once(Runnable task) {
			this.task = task;
		}

		@Override
		public void run() {
			if (this.taken.compareAndSet(false, true)) {
				this.started.complete(null);
				this.task.run();
			}
		}

	}

}
