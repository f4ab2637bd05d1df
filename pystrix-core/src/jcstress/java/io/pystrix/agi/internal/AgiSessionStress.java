package io.pystrix.agi.internal;

import java.util.List;
import java.util.Map;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiReply;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.IL_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LLI_Result;

/**
 * Threads of a script that share its session, and a hang-up that comes in between.
 */
public final class AgiSessionStress {

	private AgiSessionStress() {
	}

	private static AgiSession session(AgiTransport transport, HangupNotice hangup) {
		return new AgiSession(transport, AgiEnvironment.of(Map.of()), hangup, null, null);
	}

	/** The replies to two commands, and how often one was sent into another. */
	@JCStressTest
	@State
	@Outcome(id = "A, B, 0", expect = Expect.ACCEPTABLE, desc = "one after the other")
	public static class EachCommandHasItsOwnReply {

		private final Echo transport = new Echo();

		private final AgiSession session = session(this.transport, new HangupNotice());

		@Actor
		public void one(LLI_Result result) {
			result.r1 = this.session.execute(AgiCommand.of("A")).data();
		}

		@Actor
		public void other(LLI_Result result) {
			result.r2 = this.session.execute(AgiCommand.of("B")).data();
		}

		@Arbiter
		public void look(LLI_Result result) {
			result.r3 = this.transport.overlaps;
		}

	}

	/** How often somebody who looks for a hang-up has read into a command, and its reply. */
	@JCStressTest
	@State
	@Outcome(id = "0, A", expect = Expect.ACCEPTABLE, desc = "never")
	public static class WhoLooksForAHangupDoesNotDisturb {

		private final Echo transport = new Echo();

		private final AgiSession session = session(this.transport, new HangupNotice());

		@Actor
		public void command(IL_Result result) {
			result.r2 = this.session.execute(AgiCommand.of("A")).data();
		}

		@Actor
		public void look() {
			this.session.isHungUp();
		}

		@Arbiter
		public void count(IL_Result result) {
			result.r1 = this.transport.overlaps;
		}

	}

	/** How often a callback was run that came at the time of the hang-up. */
	@JCStressTest
	@State
	@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "once")
	public static class ACallbackIsRunOnce {

		private final HangupNotice hangup = new HangupNotice();

		private int runs;

		@Actor
		public void register() {
			this.hangup.onHangup(() -> this.runs++);
		}

		@Actor
		public void hangUp() {
			this.hangup.raise(() -> new AgiPipeClosedException("gone"), Runnable::run, null);
		}

		@Arbiter
		public void look(I_Result result) {
			result.r1 = this.runs;
		}

	}

	/** Two callbacks that were registered before two learn of the hang-up. */
	@JCStressTest
	@State
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "each once")
	public static class TwoWhoLearnOfAHangupRunACallbackOnce {

		private final HangupNotice hangup = new HangupNotice();

		private int first;

		private int second;

		public TwoWhoLearnOfAHangupRunACallbackOnce() {
			this.hangup.onHangup(() -> this.first++);
			this.hangup.onHangup(() -> this.second++);
		}

		@Actor
		public void command() {
			this.hangup.raise();
			this.hangup.runCallbacks();
		}

		@Actor
		public void signal() {
			this.hangup.raise(() -> new AgiPipeClosedException("gone"));
		}

		@Arbiter
		public void look(II_Result result) {
			result.r1 = this.first;
			result.r2 = this.second;
		}

	}

	/** Whether a command at the time of a hang-up, and the one after it, fail. */
	@JCStressTest
	@State
	@Outcome(id = { "1, 0", "0, 1" }, expect = Expect.ACCEPTABLE, desc = "one of them")
	public static class AHangupIsToldOnce {

		private final HangupNotice hangup = new HangupNotice();

		private final AgiSession session = session(new Echo(), this.hangup);

		@Actor
		public void command(II_Result result) {
			result.r1 = fails();
		}

		@Actor
		public void hangUp() {
			this.hangup.raise(() -> new AgiPipeClosedException("gone"), Runnable::run, null);
		}

		@Arbiter
		public void look(II_Result result) {
			result.r2 = fails();
		}

		private int fails() {
			try {
				this.session.execute(AgiCommand.of("A"));
				return 0;
			}
			catch (AgiHangupException ex) {
				return 1;
			}
		}

	}

	/**
	 * Has the command as its reply. Its fields are guarded by nothing but the session.
	 */
	private static final class Echo implements AgiTransport {

		private boolean busy;

		private int overlaps;

		@Override
		public AgiReply exchange(String line, Deadline deadline) {
			begin();
			AgiReply reply = new AgiReply(200, "1", line, Map.of("result", "1"), List.of("200 result=1 (" + line + ")"));
			this.busy = false;
			return reply;
		}

		@Override
		public void poll(Deadline deadline) {
			begin();
			this.busy = false;
		}

		@Override
		public void awaitNotice() {
			poll(Deadline.NOW);
		}

		private void begin() {
			if (this.busy) {
				this.overlaps++;
			}
			this.busy = true;
		}

		@Override
		public void close() {
			throw new UnsupportedOperationException();
		}

	}

}
