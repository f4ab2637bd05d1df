package io.pystrix.agi.async;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.internal.AgiSession;
import io.pystrix.agi.internal.CallListeners;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.ScriptRunner;
import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.Manager;
import io.pystrix.ami.OverflowPolicy;
import io.pystrix.ami.Registration;
import io.pystrix.ami.event.AsyncAGIEndEvent;
import io.pystrix.ami.event.AsyncAGIExecEvent;
import io.pystrix.ami.event.AsyncAGIStartEvent;
import io.pystrix.internal.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs scripts for the channels that enter {@code AGI(agi:async,SCRIPT,…)}, over the AMI
 * connection of a manager whose user may read and write the class {@code agi}. The first
 * argument chooses the script, as the path of the address does for FastAGI. Each call has
 * a thread of its own; it ends when its script returns, and its channel goes on in the
 * dialplan then.
 */
public final class AsyncAgiServer implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AsyncAgiServer.class);

	private static final Charset CHARSET = StandardCharsets.UTF_8;

	private static final String NETWORK_SCRIPT = "agi_network_script";

	private final Manager manager;

	private final ScriptRegistry scripts;

	private final ScriptRunner runner;

	private final Map<String, AsyncAgiTransport> calls = new ConcurrentHashMap<>();

	private final List<Registration> registrations = new ArrayList<>();

	/**
	 * Creates a server; it does nothing before {@link #start}.
	 * @param manager the connection
	 * @param scripts what to run
	 */
	public AsyncAgiServer(Manager manager, ScriptRegistry scripts) {
		this.manager = manager;
		this.scripts = scripts;
		this.runner = new ScriptRunner(scripts, new CallListeners<>(List.of()), "AGI_SCRIPT_STATUS");
	}

	/**
	 * Starts to serve channels that enter AsyncAGI from now on. The manager may be
	 * connected before or after. Does nothing if started.
	 */
	public synchronized void start() {
		if (this.registrations.isEmpty()) {
			// One callback for all, so that the events of a channel stay in order; a lost
			// one would leave a script waiting
			this.registrations.add(this.manager.registerCallback(Pattern.compile("AsyncAGI(Start|Exec|End)"),
					(event, manager) -> handle(event),
					CallbackOptions.DEFAULTS.withName("async-agi").withOverflow(OverflowPolicy.DISCONNECT)));
			this.registrations.add(this.manager.addStateListener((change, manager) -> {
				if (change.previous() == ConnectionState.CONNECTED) {
					endAll("The connection to Asterisk's manager is lost");
				}
			}));
		}
	}

	/**
	 * Stops: no more calls are served, and the commands of those in progress fail.
	 */
	@Override
	public synchronized void close() {
		this.registrations.forEach(Registration::close);
		this.registrations.clear();
		endAll("The server was stopped");
	}

	/**
	 * How many calls are in progress.
	 * @return the number of scripts that run
	 */
	public int activeCalls() {
		return this.calls.size();
	}

	private void handle(AmiEvent event) {
		if (event instanceof AsyncAGIStartEvent start) {
			started(start);
		}
		else if (event instanceof AsyncAGIExecEvent exec) {
			AsyncAgiTransport call = this.calls.get(exec.uniqueid());
			if (call != null) {
				call.result(exec.commandId(), PercentDecoder.decode(exec.result(), CHARSET));
			}
		}
		else if (event instanceof AsyncAGIEndEvent end) {
			AsyncAgiTransport call = this.calls.get(end.uniqueid());
			if (call != null) {
				call.end("The channel has left AsyncAGI");
			}
		}
	}

	private void started(AsyncAGIStartEvent start) {
		HangupNotice hangup = new HangupNotice();
		AsyncAgiTransport transport = new AsyncAgiTransport(this.manager, start.channel(), hangup);
		AgiEnvironment environment = environment(PercentDecoder.decode(start.env(), CHARSET));
		AgiSession session = new AgiSession(transport, environment, hangup, null, null);
		AgiRequest request = AgiRequest.of(environment, null, this.scripts);
		this.calls.put(start.uniqueid(), transport);
		Threads.forUserCode("asyncagi-" + start.uniqueid()).newThread(() -> {
			try {
				this.runner.run(session, request, () -> false);
				leave(session, transport);
			}
			finally {
				this.calls.remove(start.uniqueid());
			}
		}).start();
	}

	private static void leave(AgiSession session, AsyncAgiTransport transport) {
		if (!transport.isClosed()) {
			try {
				session.execute(AgiCommand.of("ASYNCAGI BREAK"));
			}
			catch (AgiException ex) {
				logger.debug("A channel had left AsyncAGI on its own: {}", ex.getMessage());
			}
		}
	}

	private static AgiEnvironment environment(String block) {
		Map<String, String> variables = new LinkedHashMap<>();
		block.lines().forEach((line) -> {
			int colon = line.indexOf(':');
			if (colon > 0) {
				variables.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
			}
		});
		String script = variables.get("agi_arg_1");
		if (script != null) {
			variables.putIfAbsent(NETWORK_SCRIPT, script);
		}
		return AgiEnvironment.of(variables);
	}

	private void endAll(String reason) {
		this.calls.values().forEach((call) -> call.end(reason));
	}

}
