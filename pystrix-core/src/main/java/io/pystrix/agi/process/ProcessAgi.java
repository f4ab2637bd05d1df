package io.pystrix.agi.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;

/**
 * Serves the one call for which Asterisk started this process with <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/Dialplan_Applications/AGI/">{@code AGI()}</a>
 * or {@code EAGI()}. Asterisk starts programs, so there has to be a small one that starts
 * Java:
 *
 * <pre>{@code
 * #!/bin/sh
 * exec java -cp /opt/ivr/ivr.jar:/opt/ivr/lib/* io.pystrix.agi.process.ProcessAgi com.example.Ivr
 * }</pre>
 *
 * {@link #main} runs the {@link AgiHandler} that is named on the command line. A program
 * with several scripts, or with work of its own to do first, has a {@code main} of its
 * own:
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     ScriptRegistry scripts = new ScriptRegistry();
 *     scripts.register("sales$", new Sales());         // AGI(ivr.sh,sales)
 *     scripts.registerDefault(new Switchboard());
 *     System.exit(ProcessAgi.exitStatus(ProcessAgi.run(scripts)));
 * }
 * }</pre>
 *
 * There is no address whose path could choose the script, so the first argument of the
 * dialplan is the path, {@code /} if there is none. A script that is found by it gets the
 * other arguments, and the default script gets all of them.
 * <p>
 * Commands go to the standard output and replies come from the standard input, so both
 * belong to Asterisk. {@link System#out} writes to the standard error from the start of
 * {@code run} on; what a program prints before, Asterisk takes for a command.
 *
 * @since 0.1.0
 */
public final class ProcessAgi {

	private ProcessAgi() {
	}

	/**
	 * Runs a script and ends this process: with status 0 when the script has returned or
	 * the caller has hung up; with 1, which Asterisk makes {@code AGISTATUS=FAILURE} of,
	 * when the script has failed, cannot be created or was not started by Asterisk.
	 * @param args the name of a class that is an {@link AgiHandler} and has a constructor
	 * without parameters, public or not; whatever follows is left alone, as Asterisk
	 * tells the arguments of the dialplan in its own way
	 */
	public static void main(String[] args) {
		System.setOut(System.err);
		System.exit(status(args));
	}

	/**
	 * Runs a script over the standard input and output until it ends.
	 * @param handler the script, whatever the path
	 * @return how it ended
	 * @throws AgiPipeClosedException if it was not Asterisk that started this process
	 */
	public static ScriptOutcome run(AgiHandler handler) {
		return builder().handler(handler).run();
	}

	/**
	 * Runs one of several scripts over the standard input and output until it ends.
	 * @param scripts the scripts
	 * @return how it ended
	 * @throws AgiPipeClosedException if it was not Asterisk that started this process
	 */
	public static ScriptOutcome run(ScriptRegistry scripts) {
		return builder().scripts(scripts).run();
	}

	/**
	 * Returns a builder, for what {@link #run(ScriptRegistry)} leaves at its default.
	 * @return a new builder
	 */
	public static ProcessAgiBuilder builder() {
		return new ProcessAgiBuilder();
	}

	/**
	 * Returns what the process should end with: Asterisk makes {@code AGISTATUS=FAILURE}
	 * of anything but 0, unless the caller has hung up.
	 * @param outcome how the script ended
	 * @return 0 if it returned or the caller hung up, otherwise 1
	 */
	public static int exitStatus(ScriptOutcome outcome) {
		return (outcome == ScriptOutcome.COMPLETED || outcome == ScriptOutcome.HANGUP) ? 0 : 1;
	}

	/**
	 * Opens what the caller says, which Asterisk offers if the dialplan says
	 * {@code EAGI()}: signed linear, 16 bit, mono, 8000 samples a second in the byte
	 * order of the machine, that is 16,000 bytes a second, unless the channel variable
	 * {@code EAGI_AUDIO_FORMAT} said otherwise before. A channel that sends nothing sends
	 * no silence either, so reading may wait for as long as it is quiet. What is not read
	 * in time is lost.
	 * <p>
	 * The stream ends when the hang-up is known and what had arrived has been read. With
	 * {@code AGISIGHUP=no} nobody tells of the hang-up, and reading may wait for ever:
	 * Asterisk keeps the audio open until this process has ended.
	 * @param agi the call
	 * @return the audio, for one thread and to be closed by the caller; commands may be
	 * executed by another thread meanwhile
	 * @throws IllegalStateException if the dialplan said {@code AGI()}
	 * @throws UncheckedIOException if the audio cannot be opened
	 */
	public static InputStream audio(Agi agi) {
		if (!agi.environment().isEnhanced()) {
			throw new IllegalStateException("There is no audio: the dialplan must start this program by EAGI()");
		}
		try {
			EagiAudio audio = new EagiAudio(Path.of("/dev/fd/3"));
			agi.onHangup(audio::end);
			return audio;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The audio on file descriptor 3 cannot be opened", ex);
		}
	}

	private static int status(String[] args) {
		try {
			return exitStatus(run(HandlerLoader.load(args)));
		}
		catch (IllegalArgumentException | AgiPipeClosedException ex) {
			System.err.println("ProcessAgi: " + ex.getMessage());
			return 1;
		}
	}

}
