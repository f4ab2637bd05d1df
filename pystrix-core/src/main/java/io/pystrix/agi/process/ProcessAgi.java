package io.pystrix.agi.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.agi.AgiSighupException;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.internal.AgiSession;
import io.pystrix.agi.internal.ByteSource;
import io.pystrix.agi.internal.CallListeners;
import io.pystrix.agi.internal.Deadline;
import io.pystrix.agi.internal.EnvironmentReader;
import io.pystrix.agi.internal.HangupNotice;
import io.pystrix.agi.internal.LineReader;
import io.pystrix.agi.internal.ScriptRunner;
import io.pystrix.agi.internal.StreamTransport;

/**
 * One call, for which Asterisk started this process with {@code AGI(/path/of/program)}:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     ScriptOutcome outcome = ProcessAgi.run((agi, request) -> agi.streamFile("hello-world"));
 *     System.exit((outcome == ScriptOutcome.FAILED) ? 1 : 0); // sets AGISTATUS
 * }
 * }</pre>
 *
 * The path of the request is {@code /}. A script that fails is logged, and the channel
 * variable {@code AGI_SCRIPT_STATUS} is set to {@code FAILURE}.
 */
public final class ProcessAgi {

	private static final String STATUS_VARIABLE = "AGI_SCRIPT_STATUS";

	private final InputStream in;

	private final OutputStream out;

	private final Charset charset;

	private final HangupNotice hangup = new HangupNotice();

	/**
	 * Creates a call over any pair of streams.
	 * @param in what Asterisk sends
	 * @param out where commands go: each in one write and a flush
	 * @param charset how text is encoded
	 */
	public ProcessAgi(InputStream in, OutputStream out, Charset charset) {
		this.in = in;
		this.out = out;
		this.charset = charset;
	}

	/**
	 * Runs a script over the standard input and output, in UTF-8, until it ends.
	 * Meanwhile {@link System#out} writes to the standard error, from where Asterisk
	 * takes it to its console, as a stray line among the commands would confuse Asterisk.
	 * @param handler the script
	 * @return how it ended
	 * @throws AgiPipeClosedException if it was not Asterisk that started this process
	 */
	public static ScriptOutcome run(AgiHandler handler) {
		PrintStream original = System.out;
		System.setOut(System.err);
		try {
			ProcessAgi call = new ProcessAgi(new FileInputStream(FileDescriptor.in),
					new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
			Sighup.onSignal(call::sighup);
			return call.serve(handler);
		}
		finally {
			System.setOut(original);
		}
	}

	/**
	 * Runs a script until it ends. Closes neither of the streams.
	 * @param handler the script
	 * @return how it ended
	 * @throws AgiPipeClosedException if no environment could be read
	 */
	public ScriptOutcome serve(AgiHandler handler) {
		LineReader reader = new LineReader(ByteSource.of(this.in), this.charset);
		AgiEnvironment environment = readEnvironment(reader);
		StreamTransport transport = new StreamTransport(reader, this.out, this.charset, this.hangup, () -> {
		});
		ScriptRegistry scripts = new ScriptRegistry();
		scripts.registerDefault(handler);
		AgiRequest request = AgiRequest.of(environment, null, scripts);
		AgiSession session = new AgiSession(transport, environment, this.hangup, null, null);
		return new ScriptRunner(scripts, new CallListeners<>(List.of()), STATUS_VARIABLE).run(session, request,
				() -> false);
	}

	/**
	 * Notes that the caller hung up. The command that is executed next throws an
	 * {@link AgiSighupException}; hang-up callbacks run on the thread that calls this.
	 */
	public void sighup() {
		this.hangup.raise(() -> new AgiSighupException("Asterisk sent SIGHUP"));
	}

	/**
	 * Opens the caller's audio, which Asterisk offers if the dialplan says
	 * {@code EAGI()}: signed linear, 16 bit, mono, 8000 samples a second in the byte
	 * order of the machine, unless the channel variable {@code EAGI_AUDIO_FORMAT} says
	 * otherwise. What is not read in time is lost.
	 * @return the audio, to be closed by the caller
	 * @throws UncheckedIOException if there is none
	 */
	public static InputStream audio() {
		try {
			return new FileInputStream("/dev/fd/3");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No audio on file descriptor 3: is this EAGI()?", ex);
		}
	}

	private static AgiEnvironment readEnvironment(LineReader reader) {
		try {
			return EnvironmentReader.read(reader, Deadline.NEVER);
		}
		catch (IOException ex) {
			throw new AgiPipeClosedException("No AGI environment on the input: " + ex.getMessage(), ex);
		}
	}

}
