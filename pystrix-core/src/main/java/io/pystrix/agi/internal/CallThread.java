package io.pystrix.agi.internal;

import org.jspecify.annotations.Nullable;

/**
 * The thread of a call, which may be interrupted from outside for as long as it serves
 * the call, and not later: it may belong to a pool. Safe for use by several threads.
 */
public final class CallThread {

	private @Nullable Thread thread;

	private boolean aborted = false;

	/**
	 * The current thread begins to serve the call.
	 * @return whether it is to do so; if not, the call was aborted before
	 */
	public synchronized boolean begin() {
		this.thread = Thread.currentThread();
		return !this.aborted;
	}

	/**
	 * Interrupts the thread, now or never.
	 */
	public synchronized void abort() {
		this.aborted = true;
		if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	/**
	 * Whether the call was ended from outside.
	 * @return whether {@link #abort} was called
	 */
	public synchronized boolean isAborted() {
		return this.aborted;
	}

	/**
	 * The current thread has served the call. It forgets an interruption meant for that.
	 */
	public synchronized void end() {
		this.thread = null;
		if (this.aborted) {
			Thread.interrupted();
		}
	}

}
