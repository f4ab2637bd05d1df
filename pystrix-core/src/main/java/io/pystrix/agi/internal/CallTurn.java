package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The turn of a call that goes through a {@link CallGate}: the call begins, or is
 * refused, whatever is decided first. Safe for use by several threads.
 *
 * @param <C> what a call is
 */
final class CallTurn<C> implements Runnable {

	private final C call;

	private final Consumer<C> beginning;

	private final CompletableFuture<Void> decided = new CompletableFuture<>();

	/**
	 * Creates a turn.
	 * @param call the call
	 * @param beginning serves it, until it ends
	 */
	CallTurn(C call, Consumer<C> beginning) {
		this.call = call;
		this.beginning = beginning;
	}

	C call() {
		return this.call;
	}

	/**
	 * Serves the call, unless it has been refused.
	 */
	@Override
	public void run() {
		if (decide()) {
			this.beginning.accept(this.call);
		}
	}

	/**
	 * Decides between serving and refusing the call.
	 * @return whether the decision was still open
	 */
	boolean decide() {
		return this.decided.complete(null);
	}

	/**
	 * Decides to refuse the call if it has not begun in time.
	 * @param patience how long it may take, to the millisecond
	 * @param late refuses it; called by a thread that must not block
	 */
	void limit(Duration patience, Consumer<C> late) {
		long millis = Math.max(patience.toMillis(), 1);
		this.decided.orTimeout(millis, TimeUnit.MILLISECONDS).whenComplete((nothing, timeout) -> {
			if (timeout != null) {
				late.accept(this.call);
			}
		});
	}

}
