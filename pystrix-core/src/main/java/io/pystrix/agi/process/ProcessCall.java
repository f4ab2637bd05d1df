package io.pystrix.agi.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.AgiSighupException;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.internal.AgiSession;
import io.pystrix.agi.internal.ByteSource;
import io.pystrix.agi.internal.CallListeners;
import io.pystrix.agi.internal.EnvironmentReader;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineReader;
import io.pystrix.agi.internal.ScriptRunner;
import io.pystrix.agi.internal.StreamTransport;

/**
 * One call over any pair of streams, neither of which it closes.
 */
final class ProcessCall {

	private final ScriptRegistry scripts;

	private final ScriptRunner runner;

	private final Charset charset;

	private final HangupNotice hangup = new HangupNotice();

	ProcessCall(ScriptRegistry scripts, List<AgiListener> listeners, String statusVariable, Charset charset) {
		this.scripts = scripts;
		this.runner = new ScriptRunner(scripts, new CallListeners<>(listeners), statusVariable);
		this.charset = charset;
	}

	/**
	 * Runs the script until it ends.
	 * @param in what Asterisk sends
	 * @param out where commands go: each in one write and a flush
	 * @return how it ended
	 * @throws AgiPipeClosedException if no environment could be read
	 */
	ScriptOutcome serve(InputStream in, OutputStream out) {
		LineReader reader = new LineReader(ByteSource.of(in), this.charset);
		AgiEnvironment environment = readEnvironment(reader);
		AgiRequest request = AgiRequest.byFirstArgument(environment, "", this.scripts);
		StreamTransport transport = new StreamTransport(reader, out, this.charset, this.hangup, () -> {
		});
		AgiSession session = new AgiSession(transport, environment, this.hangup, null, this.runner.commandsOf(request));
		return this.runner.run(session, request, () -> false);
	}

	/**
	 * Notes that the caller hung up, and runs the hang-up callbacks on this thread.
	 */
	void sighup() {
		this.hangup.raise(() -> new AgiSighupException("Asterisk sent SIGHUP: the caller has hung up"));
	}

	private static AgiEnvironment readEnvironment(LineReader reader) {
		try {
			return EnvironmentReader.read(reader);
		}
		catch (IOException ex) {
			throw new AgiPipeClosedException("No AGI environment on the standard input: " + ex.getMessage(), ex);
		}
	}

}
