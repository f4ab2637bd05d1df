package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.pystrix.agi.RefusalReason;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.slf4j.helpers.NOPLogger;

/**
 * Calls that come, go and are ended at the same time.
 */
public final class CallStress {

	private CallStress() {
	}

	/** Whether the thread is interrupted after it has served the call. */
	@JCStressTest
	@State
	@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "the interruption was for the call alone")
	public static class AThreadForgetsTheInterruptionOfItsCall {

		private final CallThread thread = new CallThread();

		@Actor
		public void serve(I_Result result) {
			this.thread.begin();
			this.thread.end();
			result.r1 = Thread.interrupted() ? 1 : 0;
		}

		@Actor
		public void abort() {
			this.thread.abort(() -> {
			});
		}

	}

	/** How many calls were run, run at the end, and wait at the end. */
	@JCStressTest
	@State
	@Outcome(id = "2, 0, 0", expect = Expect.ACCEPTABLE, desc = "each has its turn")
	public static class EachCallHasItsTurn {

		private final CallGate<Counted> gate = new CallGate<>(1, true, Runnable::run, null,
				Duration.ofSeconds(10), NOPLogger.NOP_LOGGER);

		private final AtomicInteger runs = new AtomicInteger();

		@Actor
		public void one() {
			this.gate.serve(new Counted(this.runs));
		}

		@Actor
		public void other() {
			this.gate.serve(new Counted(this.runs));
		}

		@Arbiter
		public void look(III_Result result) {
			result.r1 = this.runs.get();
			result.r2 = this.gate.runningCount();
			result.r3 = this.gate.waitingCount();
		}

	}

	/** A call that counts that it was run. */
	static final class Counted implements CallGate.Call {

		private final AtomicInteger runs;

		Counted(AtomicInteger runs) {
			this.runs = runs;
		}

		@Override
		public void run() {
			this.runs.incrementAndGet();
		}

		@Override
		public void refuse(RefusalReason reason) {
			this.runs.addAndGet(100);
		}

		@Override
		public void abandon() {
		}

		@Override
		public void close() {
		}

		@Override
		public void abort() {
			this.runs.addAndGet(100);
		}

	}

}
