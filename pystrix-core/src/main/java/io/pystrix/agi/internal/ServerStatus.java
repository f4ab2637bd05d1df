package io.pystrix.agi.internal;

import java.util.Map;

import io.pystrix.agi.AgiServerStatus;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;

/**
 * The values of a status.
 *
 * @param isRunning whether the server takes calls
 * @param activeCalls how many calls there are
 * @param queuedCalls how many calls wait for their turn
 * @param totalCalls how many calls there have been
 * @param ended how many calls have ended, by outcome
 * @param refused how many calls were refused, by reason
 */
public record ServerStatus(boolean isRunning, int activeCalls, int queuedCalls, long totalCalls,
		Map<ScriptOutcome, Long> ended, Map<RefusalReason, Long> refused) implements AgiServerStatus {

	@Override
	public long endedCalls(ScriptOutcome outcome) {
		return this.ended.getOrDefault(outcome, 0L);
	}

	@Override
	public long refusedCalls() {
		return this.refused.values().stream().mapToLong(Long::longValue).sum();
	}

	@Override
	public long refusedCalls(RefusalReason reason) {
		return this.refused.getOrDefault(reason, 0L);
	}

}
