package io.pystrix.agi.fastagi;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.pystrix.agi.ActiveCall;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.internal.AgiSession;
import io.pystrix.agi.internal.ByteSource;
import io.pystrix.agi.internal.CallGate;
import io.pystrix.agi.internal.CallThread;
import io.pystrix.agi.internal.EndableTransport;
import io.pystrix.agi.internal.EnvironmentException;
import io.pystrix.agi.internal.EnvironmentReader;
import io.pystrix.agi.internal.ForgedEnvironmentException;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineReader;
import io.pystrix.agi.internal.LogLimit;
import io.pystrix.agi.internal.ScriptRunner;
import io.pystrix.agi.internal.WireLog;
import io.pystrix.internal.Loggable;
import io.pystrix.internal.Printable;
import io.pystrix.internal.WatchedOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from its first byte to its end, on the thread that runs it.
 */
final class FastAgiCall implements CallGate.Call {

	private static final Logger logger = LoggerFactory.getLogger(FastAgiServer.class);

	private final Socket socket;

	private final @Nullable SocketAddress remote;

	private final ServerContext context;

	private final Lingering lingering;

	private final CallThread thread = new CallThread();

	// Why the handshake was ended from outside
	private volatile boolean givenWay = false;

	private volatile boolean late = false;

	private volatile boolean refused = false;

	private @Nullable LineReader reader;

	private volatile @Nullable AgiEnvironment environment;

	private volatile @Nullable WatchedOutput out;

	private volatile @Nullable EndableTransport transport;

	private volatile @Nullable AgiSession session;

	// Asterisk has been told that the call has failed, which it has to read
	private volatile boolean toldFailure = false;

	private volatile @Nullable ActiveCall active;

	private volatile boolean call = false;

	// Only the watchdog knows
	private boolean keptAlive = false;

	FastAgiCall(Socket socket, ServerContext context, Lingering lingering) {
		this.socket = socket;
		this.remote = socket.getRemoteSocketAddress();
		this.context = context;
		this.lingering = lingering;
	}

	/**
	 * Waits until the connection has told what it wants.
	 * @param warnings where to tell of strangers
	 * @return whether it has; otherwise it is closed
	 */
	boolean hear(LogLimit warnings) {
		boolean heard = false;
		try {
			this.reader = new LineReader(ByteSource.of(this.socket), this.context.settings().charset());
			boolean acceptForged = this.context.settings().acceptForgedEnvironment();
			this.environment = EnvironmentReader.read(this.reader, acceptForged);
			if (!acceptForged) {
				EnvironmentReader.checkEnd(this.environment, this.reader);
			}
			heard = true;
		}
		catch (ForgedEnvironmentException ex) {
			warnings.warn(logger, "Refused a call from " + this.remote + ": " + ex.getMessage(), null);
			refuse(RefusalReason.FORGED);
		}
		catch (EnvironmentException ex) {
			warnings.warn(logger, "Not an AGI call from " + this.remote + ": " + ex.getMessage(), null);
			handshakeFailed(HandshakeFailure.INVALID);
		}
		catch (IOException ex) {
			if (this.late) {
				warnings.warn(logger, "Not an AGI call from " + this.remote + ": not complete in time", null);
			}
			else {
				logger.debug("No AGI call from {}: {}", this.remote, ex.getMessage());
			}
			handshakeFailed(this.givenWay ? HandshakeFailure.TIMEOUT : HandshakeFailure.CLOSED);
		}
		finally {
			if (!heard) {
				close();
			}
		}
		return heard;
	}

	/** Ends a handshake whose time is over. */
	void endLateHandshake() {
		this.late = true;
		giveWay();
	}

	/** Ends a handshake that takes too long, in favour of another. */
	void giveWay() {
		this.givenWay = true;
		close();
	}

	@Override
	public void run() {
		try {
			if (!this.thread.begin()) {
				tellFailure();
				return;
			}
			runScript(Objects.requireNonNull(this.reader), Objects.requireNonNull(this.environment));
		}
		catch (IOException ex) {
			logger.debug("AGI connection from {} lost", this.remote, ex);
			handshakeFailed(HandshakeFailure.CLOSED);
		}
		catch (Throwable ex) {
			// Not by the script, whose failures are caught nearer to it: looking it up,
			// say
			logger.error("AGI call from {} failed", this.remote, Loggable.of(ex));
			tellFailure();
		}
		finally {
			// Before the connection is dealt with: its last reads are not to be
			// interrupted
			this.thread.end();
			end();
		}
	}

	/**
	 * Whether the connection has told what it wants, so that it is a call.
	 */
	boolean isCall() {
		return this.call;
	}

	@Nullable ActiveCall active() {
		return this.active;
	}

	@Nullable SocketAddress remote() {
		return this.remote;
	}

	@Override
	public void abort() {
		this.thread.abort(() -> {
			EndableTransport transport = this.transport;
			if (transport != null) {
				transport.cutShort();
			}
		});
	}

	@Override
	public void abandon() {
		tellFailure();
		Lingering.halfClose(this.socket);
	}

	/** Tells the dialplan of a failure, in the place of any further commands. */
	private void tellFailure() {
		tellFailure(this.context.runner().statusLine("FAILURE"));
	}

	private void tellFailure(@Nullable String command) {
		this.toldFailure = true;
		EndableTransport transport = this.transport;
		if (transport != null) {
			transport.end(command);
			return;
		}
		String text = ((command != null) ? command + "\n" : "") + "failure\n";
		try {
			// Fits any send buffer: cannot block
			this.socket.getOutputStream().write(text.getBytes(this.context.settings().charset()));
		}
		catch (IOException ex) {
			logger.debug("{} was gone before it was told of the failure", this.remote, ex);
		}
	}

	private void end() {
		AgiSession session = this.session;
		// Another thread of the script may be in a command, and reads
		if (this.toldFailure && (session == null || !session.isBusy())) {
			this.lingering.add(this.socket);
		}
		else {
			close();
		}
	}

	/**
	 * Has the system notice when the peer of a call that lasts is gone. Not done for each
	 * call at its start, as most have ended before a look at them costs a system call.
	 */
	void keepAlive() {
		if (!this.keptAlive) {
			this.keptAlive = true;
			try {
				this.socket.setKeepAlive(true);
			}
			catch (SocketException ex) {
				logger.trace("{} has ended", this.remote, ex);
			}
		}
	}

	/**
	 * Ends the call if its peer does not read.
	 * @param limit how long it may take to send a command
	 * @return whether it did
	 */
	boolean closeIfStuck(Duration limit) {
		WatchedOutput out = this.out;
		// Once is enough, though the script may take a while to notice
		if (out == null || this.socket.isClosed() || !out.isStuck(limit)) {
			return false;
		}
		close();
		return true;
	}

	@Override
	public void refuse(RefusalReason reason) {
		this.refused = true;
		this.context.counters().refused(this.remote, reason);
		if (reason == RefusalReason.NO_THREAD && this.environment != null) {
			tellFailure();
		}
		else {
			tellFailure(null);
		}
		// A handshake is ended by closing: its thread reads, and nobody else can
		if (this.environment != null || reason == RefusalReason.NOT_ALLOWED) {
			end();
		}
		else {
			close();
		}
	}

	@Override
	public String toString() {
		AgiEnvironment environment = this.environment;
		if (environment == null) {
			return String.valueOf(this.remote);
		}
		return Printable.of(environment.channel()) + " from " + this.remote + " for '"
				+ Printable.of(environment.get("agi_network_script")) + "'";
	}

	private void handshakeFailed(HandshakeFailure failure) {
		// One that was refused is counted as such
		if (!this.refused) {
			this.context.counters().handshakeFailed(this.remote, failure);
		}
	}

	private void runScript(LineReader reader, AgiEnvironment environment) throws IOException {
		FastAgiSettings settings = this.context.settings();
		ScriptRunner runner = this.context.runner();
		HangupNotice hangup = new HangupNotice();
		WatchedOutput out = new WatchedOutput(this.socket.getOutputStream());
		this.out = out;
		EndableTransport transport = new EndableTransport(reader, out, settings.charset(), hangup, this.socket,
				this.thread, new WireLog(environment.channel(), settings.wireLog()));
		this.transport = transport;
		AgiRequest request = AgiRequest.of(environment, this.remote, this.context.scripts());
		AgiSession session = new AgiSession(transport, environment, hangup, settings.commandTimeout(),
				runner.commandsOf(request), this.thread);
		this.session = session;
		this.call = true;
		this.active = new ActiveCall(request, Instant.now());
		this.context.counters().started();
		ScriptOutcome outcome = runner.run(session, request, this.thread, this::tellFailure);
		this.context.counters().ended(outcome);
		this.active = null;
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			logger.debug("Closing the connection to {} failed", this.remote, ex);
		}
	}

}
