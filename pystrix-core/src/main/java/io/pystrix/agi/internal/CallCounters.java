package io.pystrix.agi.internal;

import java.util.concurrent.atomic.LongAdder;

import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;

/**
 * Counts the calls of a server, over all of its runs. Safe for use by several threads.
 */
public final class CallCounters {

	private final LongAdder total = new LongAdder();

	private final EnumCounters<ScriptOutcome> ended = new EnumCounters<>(ScriptOutcome.class);

	private final EnumCounters<RefusalReason> refused = new EnumCounters<>(RefusalReason.class);

	/**
	 * Counts a call that has said what it wants.
	 */
	public void started() {
		this.total.increment();
	}

	/**
	 * Counts the end of a script.
	 * @param outcome how it ended
	 */
	public void ended(ScriptOutcome outcome) {
		this.ended.increment(outcome);
	}

	/**
	 * Counts a call that is refused.
	 * @param reason why
	 */
	public void refused(RefusalReason reason) {
		this.refused.increment(reason);
	}

	/**
	 * Returns the counts together with what goes on.
	 * @param running whether the server takes calls
	 * @param activeCalls how many calls there are
	 * @param queuedCalls how many calls wait for their turn
	 * @return a snapshot
	 */
	public ServerStatus status(boolean running, int activeCalls, int queuedCalls) {
		return new ServerStatus(running, activeCalls, queuedCalls, this.total.sum(), this.ended.snapshot(),
				this.refused.snapshot());
	}

}
