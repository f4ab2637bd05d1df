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
import io.pystrix.agi.command.SetVariable;
import io.pystrix.agi.internal.AgiSession;
import io.pystrix.agi.internal.ByteSource;
import io.pystrix.agi.internal.CallGate;
import io.pystrix.agi.internal.CallThread;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.EnvironmentReader;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineReader;
import io.pystrix.agi.internal.ScriptRunner;
import io.pystrix.ami.event.AsyncAGIStartEvent;
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

	private volatile @Nullable ActiveCall active;

	/**
	 * Creates a call.
	 * @param start how it began
	 * @param context what it shares with others
	 * @param executor runs what is to be run at a hang-up
	 */
	AsyncAgiCall(AsyncAGIStartEvent start, ServerContext context, Executor executor) {
		this.start = start;
		this.context = context;
		this.channel = new AsyncAgiChannel(context.manager(), start.uniqueid(), (end) -> {
			if (end.isHangup()) {
				this.hangup.raise(() -> new AgiPipeClosedException(end.message()), executor);
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
		if (!this.thread.begin()) {
			return;
		}
		try {
			AsyncAgiTransport transport = new AsyncAgiTransport(this.channel, this.context.settings().charset(),
					this.hangup);
			AgiEnvironment environment = readEnvironment(transport);
			if (environment != null) {
				runScript(transport, environment);
			}
		}
		finally {
			this.channel.leave();
			this.thread.end();
		}
	}

	@Override
	public void abort() {
		this.thread.abort();
	}

	@Override
	public void refuse(RefusalReason reason) {
		this.context.refused().increment();
		sendOn("REFUSED");
	}

	/**
	 * Makes the channel go on in the dialplan, and tells that why.
	 * @param status the value of the status variable
	 */
	void sendOn(String status) {
		String variable = this.context.settings().statusVariable();
		if (!variable.isEmpty()) {
			this.channel.queue(new SetVariable(variable, status).line());
		}
		this.channel.queue("ASYNCAGI BREAK");
	}

	@Override
	public String toString() {
		return Printable.of(this.start.channel());
	}

	private @Nullable AgiEnvironment readEnvironment(AsyncAgiTransport transport) {
		try {
			String block = transport.environment(this.start.env(),
					Deadline.in(this.context.settings().handshakeTimeout()));
			// Its end may be lost
			byte[] bytes = (block + "\n\n").getBytes(this.context.settings().charset());
			LineReader reader = new LineReader(ByteSource.of(new ByteArrayInputStream(bytes)),
					this.context.settings().charset());
			return EnvironmentReader.read(reader);
		}
		catch (AgiPipeClosedException ex) {
			logger.debug("Channel {} has left AsyncAGI before its script ran", this, ex);
		}
		catch (IOException | AgiException ex) {
			logger.warn("No AGI environment of channel {}: {}", this, ex.getMessage());
		}
		return null;
	}

	private void runScript(AsyncAgiTransport transport, AgiEnvironment environment) {
		AsyncAgiSettings settings = this.context.settings();
		ScriptRunner runner = this.context.runner();
		AgiRequest request = AgiRequest.byFirstArgument(environment, settings.defaultPath(), this.context.scripts());
		AgiSession session = new AgiSession(transport, environment, this.hangup, settings.commandTimeout(),
				runner.commandsOf(request));
		this.active = new ActiveCall(request, Instant.now());
		this.context.total().increment();
		runner.run(session, request, this.thread::isAborted);
		this.active = null;
	}

}
