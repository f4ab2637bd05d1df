package io.pystrix.agi.internal;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.pystrix.agi.AgiHangupException;
import io.pystrix.internal.Loggable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the caller is known to be gone. Shared by a session, its transport, and whoever
 * else may learn of it. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class HangupNotice {

	private static final Logger logger = LoggerFactory.getLogger(ScriptRunner.LOGGER);

	private final Queue<Runnable> callbacks = new ConcurrentLinkedQueue<>();

	private final AtomicReference<@Nullable Supplier<AgiHangupException>> untold = new AtomicReference<>();

	private volatile boolean known = false;

	/**
	 * Notes a hang-up. Callbacks are not run yet, as the caller may be in the middle of a
	 * reply.
	 */
	public void raise() {
		this.known = true;
	}

	/**
	 * Notes a hang-up that the session's connection does not tell of, and runs the
	 * callbacks on this thread.
	 * @param exception what the next command is to fail with
	 */
	public void raise(Supplier<AgiHangupException> exception) {
		if (!this.known) {
			this.untold.set(exception);
			raise();
		}
		runCallbacks();
	}

	/**
	 * Notes a hang-up that the session's connection does not tell of, and has the
	 * callbacks run elsewhere. Neither the callbacks nor the executor of the user run on
	 * this thread, which may hold locks and serve other calls.
	 * @param exception what the next command is to fail with
	 * @param threads runs each task on a thread of its own
	 * @param executor runs the callbacks, {@code null} to run them on such a thread
	 */
	public void raise(Supplier<AgiHangupException> exception, Executor threads, @Nullable Executor executor) {
		if (!this.known) {
			this.untold.set(exception);
			raise();
		}
		if (!this.callbacks.isEmpty()) {
			handOver(threads, (executor != null) ? () -> handOver(executor, this::runCallbacks) : this::runCallbacks);
		}
	}

	private static void handOver(Executor executor, Runnable task) {
		try {
			executor.execute(task);
		}
		catch (Throwable ex) {
			// They run with the next command of the script, which fails soon
			logger.warn("No thread for the hang-up callbacks of a call", Loggable.of(ex));
		}
	}

	/**
	 * Whether the hang-up is known.
	 * @return whether the caller is gone
	 */
	public boolean isKnown() {
		return this.known;
	}

	void onHangup(Runnable callback) {
		this.callbacks.add(callback);
		runCallbacks();
	}

	void told() {
		this.untold.set(null);
	}

	void throwUntold() {
		// Looked at first, as it is before each command and almost always nothing
		Supplier<AgiHangupException> exception = (this.untold.get() != null) ? this.untold.getAndSet(null) : null;
		if (exception != null) {
			throw exception.get();
		}
	}

	void runCallbacks() {
		if (!this.known) {
			return;
		}
		Runnable callback = this.callbacks.poll();
		while (callback != null) {
			try {
				callback.run();
			}
			catch (Throwable ex) {
				logger.error("A hang-up callback failed", Loggable.of(ex));
			}
			callback = this.callbacks.poll();
		}
	}

}
