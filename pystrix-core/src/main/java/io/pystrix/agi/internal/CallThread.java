package io.pystrix.agi.internal;

import org.jspecify.annotations.Nullable;

/**
 * The thread that serves a call, and how the call is aborted from outside: the thread is
 * interrupted, but never in the middle of a command. On Java 21 and later, interrupting a
 * virtual thread that reads from a socket closes the socket, and with it the way to tell
 * the dialplan anything. So a command in flight is cut short instead, and the
 * interruption follows when the command has failed. The interrupt flag is hidden from
 * commands for the same reason, on every release of Java.
 * <p>
 * The thread may belong to a pool, so it is interrupted only while it serves the call.
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class CallThread {

	private @Nullable Thread thread;

	private boolean inCommand = false;

	private boolean interruptLater = false;

	private volatile boolean aborted = false;

	private volatile boolean cut = false;

	/**
	 * Marks the current thread as the one that serves the call.
	 * @return whether to serve the call; false if it was aborted before
	 */
	public synchronized boolean begin() {
		this.thread = Thread.currentThread();
		return !this.aborted;
	}

	/**
	 * Aborts the call: interrupts its thread now, or after the command that it executes.
	 * Does nothing if the call was aborted before.
	 * @param cutShort makes the command in flight fail; must not block
	 */
	public synchronized void abort(Runnable cutShort) {
		if (this.aborted) {
			return;
		}
		this.aborted = true;
		if (this.inCommand) {
			this.interruptLater = true;
			this.cut = true;
			cutShort.run();
		}
		else if (this.thread != null) {
			this.thread.interrupt();
		}
	}

	/**
	 * Returns whether the call was aborted.
	 * @return whether {@link #abort} was called
	 */
	public boolean isAborted() {
		return this.aborted;
	}

	/**
	 * Returns whether the command that the call's thread executes was cut short.
	 * @return whether it has to fail
	 */
	public boolean isCut() {
		return this.cut;
	}

	/**
	 * Begins a command. Hides the interrupt flag of the current thread from it.
	 * @return whether the thread was interrupted, for {@link #leave}
	 */
	synchronized boolean enter() {
		this.inCommand = (Thread.currentThread() == this.thread);
		return Thread.interrupted();
	}

	/**
	 * Ends a command, and interrupts the thread if it was before, or is to be.
	 * @param interrupted what {@link #enter} returned
	 */
	synchronized void leave(boolean interrupted) {
		boolean later = this.inCommand && this.interruptLater;
		if (this.inCommand) {
			this.inCommand = false;
			this.interruptLater = false;
			this.cut = false;
		}
		if (interrupted || later) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Ends the service of the current thread, which forgets an interruption that was
	 * meant for the call.
	 */
	public synchronized void end() {
		this.thread = null;
		if (this.aborted) {
			Thread.interrupted();
		}
	}

}
