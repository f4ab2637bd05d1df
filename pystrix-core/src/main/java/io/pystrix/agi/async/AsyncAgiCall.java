package io.pystrix.agi.async;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Executor;

import io.pystrix.agi.ActiveCall;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.internal.AgiSession;
import io.pystrix.agi.internal.ByteSource;
import io.pystrix.agi.internal.CallGate;
import io.pystrix.agi.internal.CallThread;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.EnvironmentReader;
import io.pystrix.agi.internal.ForgedEnvironmentException;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineReader;
import io.pystrix.agi.internal.ScriptRunner;
import io.pystrix.agi.internal.WireLog;
import io.pystrix.ami.event.AsyncAGIStartEvent;
import io.pystrix.internal.Loggable;
import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stay of a channel in AsyncAGI. A channel may come back later.
 */
final class AsyncAgiCall implements CallGate.Call {

	private static final Logger logger = LoggerFactory.getLogger(AsyncAgiServer.class);

	private final AsyncAGIStartEvent start;

	private final ServerContext context;

	private final AsyncAgiChannel channel;

	private final HangupNotice hangup = new HangupNotice();

	private final CallThread thread = new CallThread();

	private final WireLog wire;

	private volatile boolean sentOn = false;

	private volatile @Nullable ActiveCall active;

	/**
	 * Creates a call.
	 * @param start how it began
	 * @param context what it shares with others
	 * @param threads hands over what is to be run at a hang-up
	 */
	AsyncAgiCall(AsyncAGIStartEvent start, ServerContext context, Executor threads) {
		this.start = start;
		this.context = context;
		this.wire = new WireLog(String.valueOf(start.channel()), context.settings().wireLog());
		this.channel = new AsyncAgiChannel(context.manager(), start.uniqueid(), this.thread, this.wire, (end) -> {
			if (end.isHangup()) {
				this.hangup.raise(() -> new AgiPipeClosedException(end.message()), threads,
						context.settings().executor());
			}
		});
	}

	AsyncAgiChannel channel() {
		return this.channel;
	}

	String uniqueid() {
		return this.start.uniqueid();
	}

	@Nullable ActiveCall active() {
		return this.active;
	}

	@Override
	public void run() {
		try {
			if (!this.thread.begin()) {
				tellFailure(this.context.runner().statusLine("FAILURE"));
				return;
			}
			AsyncAgiTransport transport = new AsyncAgiTransport(this.channel, this.context.settings().charset(),
					this.hangup, this.wire);
			AgiEnvironment environment = readEnvironment(transport);
			if (environment != null) {
				runScript(transport, environment);
			}
		}
		catch (Throwable ex) {
			// Not by the script, whose failures are caught nearer to it: looking it up,
			// say
			logger.error("AsyncAGI call of channel {} failed", this, Loggable.of(ex));
			tellFailure(this.context.runner().statusLine("FAILURE"));
		}
		finally {
			if (!this.sentOn) {
				this.channel.leave();
			}
			this.thread.end();
		}
	}

	@Override
	public void abort() {
		this.thread.abort(this.channel::cutShort);
	}

	@Override
	public void abandon() {
		this.sentOn = true;
		sendOn("FAILURE");
		this.channel.end(ChannelEnd.lost("The server was stopped"));
	}

	@Override
	public void close() {
		// The channel has gone on in the dialplan
	}

	@Override
	public void refuse(RefusalReason reason) {
		this.context.counters().refused(reason);
		if (reason == RefusalReason.NO_THREAD) {
			// The channel may have left meanwhile, and be in AsyncAGI again
			tellFailure(this.context.runner().statusLine("FAILURE"));
			this.channel.leave();
		}
		else {
			sendOn("REFUSED");
		}
	}

	private void tellFailure(@Nullable String command) {
		if (command != null && !this.sentOn) {
			this.channel.queueUnlessEnded(command);
		}
	}

	/**
	 * Makes the channel go on in the dialplan, and tells that why.
	 * @param status the value of the status variable
	 */
	void sendOn(String status) {
		queueStatus(status);
		this.channel.queue("ASYNCAGI BREAK");
	}

	@Override
	public String toString() {
		return Printable.of(this.start.channel());
	}

	private void queueStatus(String status) {
		@Nullable String command = this.context.runner().statusLine(status);
		if (command != null) {
			this.channel.queue(command);
		}
	}

	private @Nullable AgiEnvironment readEnvironment(AsyncAgiTransport transport) {
		try {
			AsyncAgiSettings settings = this.context.settings();
			String block = transport.environment(this.start.env(), Deadline.in(settings.handshakeTimeout()),
					settings.acceptForgedEnvironment());
			return environment(block);
		}
		catch (ForgedEnvironmentException ex) {
			this.context.strangers()
				.warn(logger, "Refused the AsyncAGI call of channel " + this + ": " + ex.getMessage(), null);
			this.context.counters().refused(RefusalReason.FORGED);
			queueStatus("REFUSED");
		}
		catch (AgiPipeClosedException ex) {
			logger.debug("Channel {} has left AsyncAGI before its script ran", this, Loggable.of(ex));
		}
		catch (IOException | AgiException ex) {
			this.context.strangers()
				.warn(logger, "No AGI environment of channel " + this + ": " + ex.getMessage(), null);
		}
		return null;
	}

	private AgiEnvironment environment(String block) throws IOException {
		AsyncAgiSettings settings = this.context.settings();
		byte[] bytes = (block + "\n\n").getBytes(settings.charset());
		LineReader reader = new LineReader(ByteSource.of(new ByteArrayInputStream(bytes)), settings.charset());
		AgiEnvironment environment = EnvironmentReader.read(reader, settings.acceptForgedEnvironment());
		if (!settings.acceptForgedEnvironment()) {
			EnvironmentReader.checkEnd(environment, reader);
		}
		return environment;
	}

	private void runScript(AsyncAgiTransport transport, AgiEnvironment environment) {
		AsyncAgiSettings settings = this.context.settings();
		ScriptRunner runner = this.context.runner();
		AgiRequest request = AgiRequest.byFirstArgument(environment, settings.defaultPath(), this.context.scripts());
		AgiSession session = new AgiSession(transport, environment, this.hangup, settings.commandTimeout(),
				runner.commandsOf(request), this.thread);
		this.active = new ActiveCall(request, Instant.now());
		this.context.counters().started();
		ScriptOutcome outcome = runner.run(session, request, this.thread, this::tellFailure);
		this.context.counters().ended(outcome);
		this.active = null;
	}

}
