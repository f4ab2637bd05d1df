package io.pystrix.ami;

import java.util.concurrent.CountDownLatch;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * States that change from several sides. A result is what a listener was told, and the
 * state in the end.
 */
public final class StatusBoardStress {

	private StatusBoardStress() {
	}

	/** A connection that is made while the manager is closed. */
	@JCStressTest
	@State
	@Outcome(id = { "DISCONNECTED-CLOSED, CLOSED", "DISCONNECTED-CONNECTED CONNECTED-CLOSED, CLOSED", ", CLOSED",
			"CONNECTED-CLOSED, CLOSED" }, expect = Expect.ACCEPTABLE, desc = "closed is closed")
	public static class ClosingWins {

		private final StatusBoard board = new StatusBoard();

		private final Listener listener = new Listener(this.board);

		@Actor
		public void connect() {
			this.listener.register();
			this.board.change(ConnectionState.CONNECTED, null);
		}

		@Actor
		public void close() {
			this.board.change(ConnectionState.CLOSED, null);
		}

		@Arbiter
		public void look(LL_Result result) {
			result.r1 = this.listener.finish();
			result.r2 = this.board.state();
		}

	}

	/** A connection that is lost while it is ended, with somebody who begins to listen. */
	@JCStressTest
	@State
	@Outcome(
			id = { "DISCONNECTED-RECONNECTING, RECONNECTING", "RECONNECTING-DISCONNECTED, DISCONNECTED",
					"CONNECTED-RECONNECTING RECONNECTING-DISCONNECTED, DISCONNECTED",
					"CONNECTED-DISCONNECTED DISCONNECTED-RECONNECTING, RECONNECTING" },
			expect = Expect.ACCEPTABLE, desc = "each change once, beginning where the one before has ended")
	public static class EachChangeIsToldOnce {

		private final StatusBoard board = new StatusBoard();

		private final Listener listener = new Listener(this.board);

		public EachChangeIsToldOnce() {
			this.board.change(ConnectionState.CONNECTED, null);
		}

		@Actor
		public void lose() {
			this.listener.register();
			this.board.change(ConnectionState.RECONNECTING, new ManagerConnectionException("lost"));
		}

		@Actor
		public void disconnect() {
			this.board.change(ConnectionState.DISCONNECTED, null);
		}

		@Arbiter
		public void look(LL_Result result) {
			result.r1 = this.listener.finish();
			result.r2 = this.board.state();
		}

	}

	/**
	 * Remembers what it was told.
	 */
	private static final class Listener {

		private final StatusBoard board;

		private final CountDownLatch ended = new CountDownLatch(1);

		private final MailboxRegistration<StatusBoard.Notice> registration;

		private volatile String told = "";

		Listener(StatusBoard board) {
			this.board = board;
			this.registration = new MailboxRegistration<>("stress", CallbackOptions.DEFAULTS,
					(notice) -> notice.to(this::tell, null), (lost) -> this.told += " lost", (closed) -> {
						board.unregister(closed);
						this.ended.countDown();
					});
		}

		private void tell(ConnectionStateChange change, Manager manager) {
			this.told += " " + change.previous() + "-" + change.current();
		}

		void register() {
			this.board.register(this.registration);
		}

		String finish() {
			this.board.close();
			try {
				this.ended.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return this.told.strip();
		}

	}

}
