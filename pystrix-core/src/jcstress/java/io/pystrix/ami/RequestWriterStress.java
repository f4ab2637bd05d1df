package io.pystrix.ami;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.pystrix.ami.message.AmiAction;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LII_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Requests of several callers that travel together.
 */
public final class RequestWriterStress {

	private RequestWriterStress() {
	}

	private static PendingAction pending() {
		return new PendingAction(AmiAction.named("Ping"), Duration.ZERO, null);
	}

	private static void write(RequestWriter writer, String request, PendingAction pending, boolean shared) {
		try {
			writer.write(request.getBytes(StandardCharsets.US_ASCII), pending, shared);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int sent(PendingAction pending) {
		return (pending.isSent()) ? 1 : 0;
	}

	/** What was written when both have returned, and whether each was told so. */
	@JCStressTest
	@State
	@Outcome(id = { "ab, 1, 1", "ba, 1, 1" }, expect = Expect.ACCEPTABLE, desc = "each once")
	public static class NoRequestIsLeftBehind {

		private final ByteArrayOutputStream out = new ByteArrayOutputStream();

		private final RequestWriter writer = new RequestWriter(this.out);

		private final PendingAction a = pending();

		private final PendingAction b = pending();

		@Actor
		public void one() {
			write(this.writer, "a", this.a, false);
		}

		@Actor
		public void other() {
			write(this.writer, "b", this.b, true);
		}

		@Arbiter
		public void look(LII_Result result) {
			result.r1 = this.out.toString(StandardCharsets.US_ASCII);
			result.r2 = sent(this.a);
			result.r3 = sent(this.b);
		}

	}

	/** What was written by three. */
	@JCStressTest
	@State
	@Outcome(id = { "123a", "12a3", "1a23", "a123" }, expect = Expect.ACCEPTABLE, desc = "each caller's in its order")
	public static class EachCallersOwnAreInOrder {

		private final ByteArrayOutputStream out = new ByteArrayOutputStream();

		private final RequestWriter writer = new RequestWriter(this.out);

		@Actor
		public void one() {
			write(this.writer, "1", pending(), false);
			write(this.writer, "2", pending(), true);
			write(this.writer, "3", pending(), false);
		}

		@Actor
		public void other() {
			write(this.writer, "a", pending(), true);
		}

		@Arbiter
		public void look(L_Result result) {
			result.r1 = this.out.toString(StandardCharsets.US_ASCII);
		}

	}
	/**
	 * How often something large and something small were written, and the good-bye of who
	 * has written the large one.
	 */
	@JCStressTest
	@State
	@Outcome(id = { "1, 1, 0", "1, 1, 1" }, expect = Expect.ACCEPTABLE, desc = "each once as a whole")
	@Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE,
			desc = "what comes during the good-bye is left to the end of the connection")
	public static class MuchIsWrittenAsAWhole {

		private static final byte[] MUCH = "m".repeat(64 * 1024 - 1).concat("M").getBytes(StandardCharsets.US_ASCII);

		private final Counting out = new Counting();

		private final RequestWriter writer = new RequestWriter(this.out);

		@Actor
		public void one() {
			try {
				this.writer.write(MUCH, pending(), false);
				this.writer.tryToEndWith(new byte[] { 'E' });
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Actor
		public void other() {
			write(this.writer, "a", pending(), false);
		}

		@Arbiter
		public void look(III_Result result) {
			result.r1 = this.out.much;
			result.r2 = this.out.little;
			result.r3 = this.out.ends;
		}

	}

	/**
	 * How many of two callers have got an exception of a link that fails at its first
	 * write, and how many requests pass for written.
	 */
	@JCStressTest
	@State
	@Outcome(id = { "1, 0", "1, 1" }, expect = Expect.ACCEPTABLE, desc = "who has written knows")
	public static class ABrokenLinkIsNoticed {

		private final RequestWriter writer = new RequestWriter(new FailsOnce());

		private final PendingAction a = pending();

		private final PendingAction b = pending();

		private boolean aFailed;

		private boolean bFailed;

		@Actor
		public void one() {
			this.aFailed = fails("a", this.a);
		}

		@Actor
		public void other() {
			this.bFailed = fails("b", this.b);
		}

		private boolean fails(String request, PendingAction pending) {
			try {
				this.writer.write(request.getBytes(StandardCharsets.US_ASCII), pending, false);
				return false;
			}
			catch (IOException ex) {
				return true;
			}
		}

		@Arbiter
		public void look(II_Result result) {
			result.r1 = ((this.aFailed) ? 1 : 0) + ((this.bFailed) ? 1 : 0);
			result.r2 = sent(this.a) + sent(this.b);
		}

	}

	/** Fails once, as a socket does that was reset: afterwards it is of no use. */
	private static final class FailsOnce extends OutputStream {

		private boolean failed;

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			if (!this.failed) {
				this.failed = true;
				throw new IOException("reset");
			}
		}

	}

	/** Counts what it is given, without keeping it. */
	private static final class Counting extends OutputStream {

		private int much;

		private int little;

		private int ends;

		@Override
		public void write(int b) {
			switch (b) {
				case 'M' -> this.much++;
				case 'a' -> this.little++;
				case 'E' -> this.ends++;
				default -> {
				}
			}
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			for (int i = offset; i < offset + length; i++) {
				write(bytes[i]);
			}
		}

	}

}
