package io.pystrix.ami.internal;

import io.pystrix.ami.internal.Mailbox.Batch;
import io.pystrix.ami.internal.Mailbox.Offer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What becomes of an item does not depend on who else is at the mailbox.
 */
public final class MailboxStress {

	private MailboxStress() {
	}

	private static Batch<Integer> taken(Mailbox<Integer> mailbox) {
		try {
			return mailbox.take();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Items that were taken, and those that were told to be lost. */
	@JCStressTest
	@State
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "one fits, and the other is counted")
	public static class EveryItemIsTakenOrCounted {

		private final Mailbox<Integer> mailbox = new Mailbox<>(1, true);

		@Actor
		public void one() {
			this.mailbox.offer(1);
		}

		@Actor
		public void other() {
			this.mailbox.offer(2);
		}

		@Arbiter
		public void take(II_Result result) {
			Batch<Integer> batch = taken(this.mailbox);
			result.r1 = batch.items().size();
			result.r2 = (int) (batch.lostBefore() + batch.lostAfter());
		}

	}

	/** Whether the item was accepted, and how many could be taken after the end. */
	@JCStressTest
	@State
	@Outcome(id = { "0, 0", "1, 1" }, expect = Expect.ACCEPTABLE, desc = "what is accepted can be taken")
	public static class WhatIsAcceptedBeforeTheEndIsTaken {

		private final Mailbox<Integer> mailbox = new Mailbox<>(8, true);

		@Actor
		public void offer(II_Result result) {
			result.r1 = (this.mailbox.offer(1) == Offer.ACCEPTED) ? 1 : 0;
		}

		@Actor
		public void close() {
			this.mailbox.close(false);
		}

		@Arbiter
		public void take(II_Result result) {
			Batch<Integer> batch = taken(this.mailbox);
			result.r2 = (batch != null) ? batch.items().size() : 0;
		}

	}

	/** Nobody sleeps while there is something. */
	@JCStressTest
	@State
	@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "is woken")
	public static class WhoeverWaitsIsWoken {

		private final Mailbox<Integer> mailbox = new Mailbox<>(8, true);

		@Actor
		public void take(I_Result result) {
			result.r1 = taken(this.mailbox).items().size();
		}

		@Actor
		public void offer() {
			this.mailbox.offer(1);
		}

	}

}
