package io.pystrix.ami;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeaders;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Callbacks that come and go while a reader hands out events. A result is the numbers of
 * the events that a callback was given, in their order.
 */
public final class EventDispatcherStress {

	private static final EventTypes TYPES = new EventTypes(List.of());

	private EventDispatcherStress() {
	}

	/** Before and after the callback was registered. */
	@JCStressTest
	@State
	@Outcome(id = { "2", "12" }, expect = Expect.ACCEPTABLE, desc = "all since it was registered")
	public static class WhoHasRegisteredMissesNothing {

		private final Reader reader = new Reader();

		private final Callback callback = new Callback(this.reader);

		@Actor
		public void register() {
			this.callback.register();
		}

		@Actor
		public void read() {
			this.reader.deliver(1);
		}

		@Arbiter
		public void look(L_Result result) {
			this.reader.deliver(2);
			result.r1 = this.callback.finish();
		}

	}

	/** Of two that have registered at the same time. */
	@JCStressTest
	@State
	@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "the reader knows both")
	public static class TwoRegisterAtOnce {

		private final Reader reader = new Reader();

		private final Callback one = new Callback(this.reader);

		private final Callback other = new Callback(this.reader);

		public TwoRegisterAtOnce() {
			this.reader.deliver(1);
		}

		@Actor
		public void one() {
			this.one.register();
		}

		@Actor
		public void other() {
			this.other.register();
		}

		@Arbiter
		public void look(LL_Result result) {
			this.reader.deliver(2);
			result.r1 = this.one.finish();
			result.r2 = this.other.finish();
		}

	}

	/** Of one that has registered while another one has unregistered. */
	@JCStressTest
	@State
	@Outcome(id = { ", 2", "1, 2", ", 12", "1, 12" }, expect = Expect.ACCEPTABLE,
			desc = "one goes, the other comes")
	public static class OneComesAndOneGoes {

		private final Reader reader = new Reader();

		private final Callback going = new Callback(this.reader);

		private final Callback coming = new Callback(this.reader);

		@Actor
		public void change() {
			this.going.register();
			this.coming.register();
			this.going.close();
		}

		@Actor
		public void read() {
			this.reader.deliver(1);
		}

		@Arbiter
		public void look(LL_Result result) {
			this.reader.deliver(2);
			result.r1 = this.going.seen;
			result.r2 = this.coming.finish();
		}

	}

	/**
	 * One connection's reader.
	 */
	private static final class Reader {

		private static final byte[] NAME = "Hangup".getBytes(StandardCharsets.US_ASCII);

		private final EventDispatcher dispatcher = new EventDispatcher(TYPES);

		private final EventRoutes routes = this.dispatcher.routes();

		void deliver(int number) {
			EventRoutes.Route route = this.routes.get(NAME, 0, NAME.length);
			if (route.isWanted()) {
				route.deliver(route.create(AmiHeaders.parse("Event: Hangup", "Number: " + number)));
			}
			this.routes.handOver();
		}

	}

	/**
	 * A callback that remembers what it was given.
	 */
	private static final class Callback {

		private final EventDispatcher dispatcher;

		private final CountDownLatch ended = new CountDownLatch(1);

		private final MailboxRegistration<AmiEvent> registration;

		private volatile String seen = "";

		Callback(Reader reader) {
			this.dispatcher = reader.dispatcher;
			this.registration = new MailboxRegistration<>("stress", CallbackOptions.DEFAULTS,
					(event) -> this.seen += event.get("Number"), (lost) -> this.seen += "lost", (closed) -> {
						this.dispatcher.unregister(closed);
						this.ended.countDown();
					});
		}

		void register() {
			this.dispatcher.register(this.registration, (name, type) -> name.equals("Hangup"));
		}

		void close() {
			this.registration.close();
		}

		String finish() {
			this.registration.finish();
			try {
				this.ended.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return this.seen;
		}

	}

}
