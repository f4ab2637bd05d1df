package io.pystrix.agi.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.AgiSighupException;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.WireLogOptions;
import io.pystrix.agi.internal.AgiSession;
import io.pystrix.agi.internal.ByteSource;
import io.pystrix.agi.internal.CallListeners;
import io.pystrix.agi.internal.CallThread;
import io.pystrix.agi.internal.EndableTransport;
import io.pystrix.agi.internal.EnvironmentReader;
import io.pystrix.agi.internal.ForgedEnvironmentException;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineReader;
import io.pystrix.agi.internal.ScriptRunner;
import io.pystrix.agi.internal.WireLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call over any pair of streams, neither of which it closes.
 */
final class ProcessCall {

	private static final Logger logger = LoggerFactory.getLogger(ProcessAgi.class);

	private final ScriptRegistry scripts;

	private final ScriptRunner runner;

	private final Charset charset;

	private final boolean acceptForged;

	private final WireLogOptions wireLog;

	private final @Nullable Duration commandTimeout;

	private final HangupNotice hangup = new HangupNotice();

	private volatile @Nullable EndableTransport transport;

	ProcessCall(ScriptRegistry scripts, List<AgiListener> listeners, String statusVariable, Charset charset,
			boolean acceptForged, WireLogOptions wireLog, @Nullable Duration commandTimeout) {
		this.scripts = scripts;
		this.runner = new ScriptRunner(scripts, new CallListeners<>(listeners), statusVariable);
		this.charset = charset;
		this.acceptForged = acceptForged;
		this.wireLog = wireLog;
		this.commandTimeout = commandTimeout;
	}

	/**
	 * Runs the script until it ends.
	 * @param in what Asterisk sends
	 * @param out where commands go: each in one write and a flush
	 * @return how it ended; a call that is refused has {@link ScriptOutcome#FAILED}
	 * @throws AgiPipeClosedException if no environment could be read
	 */
	ScriptOutcome serve(InputStream in, OutputStream out) {
		LineReader reader = new LineReader(ByteSource.of(in), this.charset);
		AgiEnvironment environment;
		try {
			environment = readEnvironment(reader);
		}
		catch (ForgedEnvironmentException ex) {
			logger.warn("Refused a call: {}", ex.getMessage());
			refuse(out);
			return ScriptOutcome.FAILED;
		}
		AgiRequest request = AgiRequest.byFirstArgument(environment, "", this.scripts);
		CallThread thread = new CallThread();
		EndableTransport transport = new EndableTransport(reader, out, this.charset, this.hangup, () -> {
		}, thread, new WireLog(environment.channel(), this.wireLog));
		this.transport = transport;
		AgiSession session = new AgiSession(transport, environment, this.hangup, this.commandTimeout,
				this.runner.commandsOf(request), thread);
		ScriptOutcome outcome = this.runner.run(session, request, thread, transport::end);
		this.transport = null;
		return outcome;
	}

	/**
	 * Tells the dialplan that the call has failed, if its script is running. No command
	 * works afterwards.
	 */
	void abandon() {
		EndableTransport transport = this.transport;
		if (transport != null) {
			transport.end(this.runner.statusLine("FAILURE"));
		}
	}

	/**
	 * Notes that the caller hung up, and runs the hang-up callbacks on this thread.
	 */
	void sighup() {
		this.hangup.raise(() -> new AgiSighupException("Asterisk sent SIGHUP: the caller has hung up"));
	}

	private AgiEnvironment readEnvironment(LineReader reader) throws ForgedEnvironmentException {
		try {
			AgiEnvironment environment = EnvironmentReader.read(reader, this.acceptForged);
			if (!this.acceptForged) {
				EnvironmentReader.checkEnd(environment, reader);
			}
			return environment;
		}
		catch (ForgedEnvironmentException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new AgiPipeClosedException("No AGI environment on the standard input: " + ex.getMessage(), ex);
		}
	}

	// run_agi() in res/res_agi.c makes AGISTATUS=FAILURE of this line in all releases
	private void refuse(OutputStream out) {
		try {
			out.write("failure\n".getBytes(this.charset));
			out.flush();
		}
		catch (IOException ex) {
			logger.debug("Asterisk was gone before the call was refused", ex);
		}
	}

}
