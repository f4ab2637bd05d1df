package io.pystrix.agi.async;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.pystrix.agi.AgiException;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.WireLogOptions;
import io.pystrix.agi.internal.CallThread;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.WireLog;
import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.ConnectionStateListener;
import io.pystrix.ami.Manager;
import io.pystrix.ami.Registration;
import io.pystrix.ami.StateChanges;
import io.pystrix.ami.event.AsyncAGIStartEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeaders;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Channels that end, are left, and lose their connection at the same time.
 */
public final class AsyncAgiStress {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final WireLogOptions WIRE_LOG = WireLogOptions.DEFAULTS;

	private AsyncAgiStress() {
	}

	private static AsyncAgiChannel channel(Line line, Consumer<ChannelEnd> onEnd) {
		return new AsyncAgiChannel(line.manager, "1.1", new CallThread(), new WireLog("PJSIP/1", WIRE_LOG), onEnd);
	}

	/** Whether a command whose channel ends has ended, and how. */
	private static int execute(AsyncAgiChannel channel) {
		try {
			channel.execute("NOOP", Deadline.in(PATIENCE));
			return 0;
		}
		catch (AgiException ex) {
			return 1;
		}
		catch (IOException ex) {
			return 2;
		}
	}

	/** How a command ends, and how often the end was told before. */
	@JCStressTest
	@State
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "by the end, which was told before")
	public static class WhoWaitsForAReplyHearsOfTheEnd {

		private final Line line = new Line();

		private final AtomicInteger told = new AtomicInteger();

		private final AsyncAgiChannel channel = channel(this.line, (end) -> this.told.incrementAndGet());

		@Actor
		public void command(II_Result result) {
			result.r1 = execute(this.channel);
			result.r2 = this.told.get();
		}

		@Actor
		public void end() {
			this.channel.left();
		}

	}

	/** How a command ends whose reply comes together with the end. */
	@JCStressTest
	@State
	@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "by its reply")
	@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "by the end")
	public static class AReplyMeetsTheEnd {

		private final Line line = new Line();

		private final AsyncAgiChannel channel = channel(this.line, (end) -> {
		});

		public AReplyMeetsTheEnd() {
			this.line.onSent = (action) -> this.channel.result(action.get("CommandID"), "200 result=1%0A");
		}

		@Actor
		public void command(I_Result result) {
			result.r1 = execute(this.channel);
		}

		@Actor
		public void end() {
			this.channel.left();
		}

	}

	/** How often the end was told, and whether both got the same reason. */
	@JCStressTest
	@State
	@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "once")
	public static class AnEndIsToldOnce {

		private final AtomicInteger told = new AtomicInteger();

		private final AsyncAgiChannel channel = channel(new Line(), (end) -> this.told.incrementAndGet());

		private ChannelEnd one;

		private ChannelEnd other;

		@Actor
		public void hangUp() {
			this.one = this.channel.end(ChannelEnd.hangup());
		}

		@Actor
		public void lose() {
			this.other = this.channel.end(ChannelEnd.lost("lost"));
		}

		@Arbiter
		public void look(II_Result result) {
			result.r1 = this.told.get();
			result.r2 = (this.one == this.other) ? 1 : 0;
		}

	}

	/**
	 * A script returns while its caller hangs up: how often the hang-up was told, and how
	 * many commands were sent to leave.
	 */
	@JCStressTest
	@State
	@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the script was first")
	@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the caller was first")
	public static class AScriptEndsWithItsCall {

		private final Line line = new Line();

		private final AtomicInteger told = new AtomicInteger();

		private final AsyncAgiChannel channel = channel(this.line, (end) -> this.told.incrementAndGet());

		@Actor
		public void leave() {
			this.channel.leave();
		}

		@Actor
		public void hangUp() {
			this.channel.left();
		}

		@Arbiter
		public void look(II_Result result) {
			result.r1 = this.told.get();
			result.r2 = this.line.breaks.get();
		}

	}

	/**
	 * A channel comes while the connection is lost: how often it was sent on in the
	 * dialplan when the connection is there again.
	 */
	@JCStressTest
	@State
	@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "once: it is not forgotten")
	public static class NoChannelIsForgotten {

		private final Line line = new Line();

		public NoChannelIsForgotten() {
			AsyncAgiSettings settings = AsyncAgiServer.builder(this.line.manager).executor((task) -> {
				// No script runs, so that nothing else sends the channel on
			}).settings();
			ServerRun.start(ServerContext.of(this.line.manager, settings, new ScriptRegistry()));
		}

		@Actor
		public void enter() {
			this.line.tell(new AsyncAGIStartEvent(
					AmiHeaders.parse("Event: AsyncAGIStart", "Channel: PJSIP/1", "Uniqueid: 1.1", "Env: ")));
		}

		@Actor
		public void lose() {
			this.line.lose();
		}

		@Arbiter
		public void look(I_Result result) {
			this.line.connect();
			result.r1 = this.line.breaks.get();
		}

	}

	/**
	 * A manager that sends nothing, and tells what it is made to tell.
	 */
	private static final class Line implements InvocationHandler {

		private final Manager manager = (Manager) Proxy.newProxyInstance(Line.class.getClassLoader(),
				new Class<?>[] { Manager.class }, this);

		private final AtomicInteger breaks = new AtomicInteger();

		private Consumer<AmiAction<?>> onSent = (action) -> {
		};

		private AmiEventCallback<AmiEvent> callback;

		private ConnectionStateListener listener;

		private volatile ConnectionState state = ConnectionState.CONNECTED;

		@Override
		@SuppressWarnings("unchecked")
		public Object invoke(Object proxy, Method method, Object[] args) {
			return switch (method.getName()) {
				case "sendAction" -> {
					sent((AmiAction<?>) args[0]);
					yield null;
				}
				case "sendActionAsync" -> {
					sent((AmiAction<?>) args[0]);
					yield new CompletableFuture<>();
				}
				case "registerCallback" -> {
					this.callback = (AmiEventCallback<AmiEvent>) args[1];
					yield registration();
				}
				case "addStateListener" -> {
					this.listener = (ConnectionStateListener) args[0];
					yield registration();
				}
				case "state" -> this.state;
				case "isConnected" -> this.state == ConnectionState.CONNECTED;
				default -> throw new UnsupportedOperationException(method.getName());
			};
		}

		private void sent(AmiAction<?> action) {
			if ("ASYNCAGI BREAK".equals(action.get("Command"))) {
				this.breaks.incrementAndGet();
			}
			this.onSent.accept(action);
		}

		private static Registration registration() {
			return (Registration) Proxy.newProxyInstance(Line.class.getClassLoader(),
					new Class<?>[] { Registration.class }, (proxy, method, args) -> null);
		}

		void tell(AmiEvent event) {
			try {
				this.callback.onEvent(event, this.manager);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

		void lose() {
			change(ConnectionState.CONNECTED, ConnectionState.RECONNECTING);
		}

		void connect() {
			change(ConnectionState.RECONNECTING, ConnectionState.CONNECTED);
		}

		private void change(ConnectionState previous, ConnectionState current) {
			this.state = current;
			try {
				this.listener.stateChanged(StateChanges.of(previous, current),
						this.manager);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
