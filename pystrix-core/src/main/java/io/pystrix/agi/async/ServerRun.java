package io.pystrix.agi.async;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.internal.CallGate;
import io.pystrix.agi.internal.ServerLifecycle;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.ConnectionStateChange;
import io.pystrix.ami.OverflowPolicy;
import io.pystrix.ami.Registration;
import io.pystrix.ami.event.AsyncAGIEndEvent;
import io.pystrix.ami.event.AsyncAGIExecEvent;
import io.pystrix.ami.event.AsyncAGIStartEvent;
import io.pystrix.ami.event.ChannelEvent;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.internal.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What exists between one start of a server and the next stop: gives the events of the
 * manager to the calls that they concern.
 */
final class ServerRun implements ServerLifecycle.Run {

	private static final Logger logger = LoggerFactory.getLogger(AsyncAgiServer.class);

	private static final Pattern EVENTS = Pattern.compile("AsyncAGI(Start|Exec|End)|HangupRequest");

	private static final String LOST = "The connection to Asterisk's manager is lost";

	private final ServerContext context;

	private final Executor hangupExecutor;

	private final CallGate<AsyncAgiCall> gate;

	private final Map<String, AsyncAgiCall> calls = new ConcurrentHashMap<>();

	// Whose channels still wait for commands, when the connection is there again
	private final Queue<AsyncAgiCall> orphans = new ConcurrentLinkedQueue<>();

	private final List<Registration> registrations;

	private ServerRun(ServerContext context) {
		this.context = context;
		AsyncAgiSettings settings = context.settings();
		Executor own = Threads.perTask("asyncagi-call-");
		this.hangupExecutor = own;
		this.gate = new CallGate<>(settings.maxCalls(), false, own, settings.executor(), settings.handshakeTimeout(),
				logger);
		// One callback for all, so that the events of a channel stay in order; a lost one
		// would leave a script waiting
		this.registrations = List.of(
				context.manager()
					.registerCallback(EVENTS, (event, manager) -> handle(event),
							CallbackOptions.DEFAULTS.withName("async-agi").withOverflow(OverflowPolicy.DISCONNECT)),
				context.manager().addStateListener((change, manager) -> connection(change)));
	}

	static ServerRun start(ServerContext context) {
		return new ServerRun(context);
	}

	CallGate<AsyncAgiCall> gate() {
		return this.gate;
	}

	@Override
	public void stop(Duration grace) {
		this.gate.stop(grace, "AsyncAGI server");
		this.registrations.forEach(Registration::close);
		endAll("The server was stopped", (call) -> {
		});
	}

	private void handle(AmiEvent event) {
		if (event instanceof AsyncAGIStartEvent start) {
			started(new AsyncAgiCall(start, this.context, this.hangupExecutor));
			return;
		}
		AsyncAgiCall call = (event instanceof ChannelEvent of) ? this.calls.get(of.uniqueid()) : null;
		if (call == null) {
			return;
		}
		if (event instanceof AsyncAGIExecEvent exec) {
			call.channel().result(exec.commandId(), exec.result());
		}
		else if (event instanceof AsyncAGIEndEvent) {
			this.calls.remove(call.uniqueid(), call);
			call.channel().left();
		}
		else {
			call.channel().hangupRequested();
		}
	}

	private void started(AsyncAgiCall call) {
		AsyncAgiCall earlier = this.calls.put(call.uniqueid(), call);
		if (earlier != null) {
			earlier.channel().left();
		}
		if (isLost()) {
			// Its event waited here meanwhile, and no command can reach it now
			end(call, LOST, this.orphans::add);
			if (this.context.manager().isConnected()) {
				sendOrphansOn();
			}
			return;
		}
		@Nullable RefusalReason refusal = this.gate.admit(call);
		if (refusal != null) {
			this.calls.remove(call.uniqueid(), call);
			this.context.refusals().warn(logger, "Refused the AsyncAGI call of channel " + call + ": " + refusal, null);
			call.refuse(refusal);
		}
	}

	private boolean isLost() {
		ConnectionState state = this.context.manager().state();
		// Events may come before the manager has done all that belongs to a login
		return state != ConnectionState.CONNECTED && state != ConnectionState.AUTHENTICATING;
	}

	private void connection(ConnectionStateChange change) {
		if (change.previous() == ConnectionState.CONNECTED) {
			endAll(LOST, this.orphans::add);
		}
		else if (change.current() == ConnectionState.CONNECTED) {
			sendOrphansOn();
		}
	}

	// A caller who hears nothing and cannot be reached by any script is worse off than in
	// the dialplan
	private void sendOrphansOn() {
		AsyncAgiCall orphan = this.orphans.poll();
		while (orphan != null) {
			logger.debug("Channel {} lost its script with the connection, and goes on in the dialplan", orphan);
			orphan.sendOn("FAILURE");
			orphan = this.orphans.poll();
		}
	}

	private void endAll(String reason, Consumer<AsyncAgiCall> ended) {
		this.calls.values().forEach((call) -> end(call, reason, ended));
	}

	// Events go on meanwhile: whoever takes a call out of the table says how it ends
	private void end(AsyncAgiCall call, String reason, Consumer<AsyncAgiCall> ended) {
		if (this.calls.remove(call.uniqueid(), call)) {
			ended.accept(call);
			call.channel().end(ChannelEnd.lost(reason));
		}
	}

}
