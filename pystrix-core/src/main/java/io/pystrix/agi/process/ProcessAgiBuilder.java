package io.pystrix.agi.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiHandler;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.AgiPipeClosedException;
import io.pystrix.agi.AgiSighupException;
import io.pystrix.agi.AgiTimeoutException;
import io.pystrix.agi.ScriptOutcome;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.WireLogOptions;
import io.pystrix.internal.Charsets;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the call that this process serves. Every setting has a default.
 *
 * @since 0.1.0
 */
public final class ProcessAgiBuilder {

	private final List<AgiListener> listeners = new ArrayList<>();

	private ScriptRegistry scripts = new ScriptRegistry();

	private String statusVariable = "AGI_SCRIPT_STATUS";

	private WireLogOptions wireLog = WireLogOptions.DEFAULTS;

	private Charset charset = StandardCharsets.UTF_8;

	private @Nullable Duration commandTimeout;

	private boolean acceptForgedEnvironment = false;

	ProcessAgiBuilder() {
	}

	/**
	 * Sets the scripts, one of which is found by the first argument of the dialplan.
	 * @param scripts the scripts; default: none
	 * @return this builder
	 */
	public ProcessAgiBuilder scripts(ScriptRegistry scripts) {
		this.scripts = scripts;
		return this;
	}

	/**
	 * Sets a single script, whatever the arguments, in the place of all others.
	 * @param handler the script
	 * @return this builder
	 */
	public ProcessAgiBuilder handler(AgiHandler handler) {
		ScriptRegistry single = new ScriptRegistry();
		single.registerDefault(handler);
		return scripts(single);
	}

	/**
	 * Adds a listener.
	 * @param listener is told of the call and of each command
	 * @return this builder
	 */
	public ProcessAgiBuilder listener(AgiListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Sets the channel variable by which the dialplan learns that a script failed
	 * ({@code FAILURE}) or does not exist ({@code NOTFOUND}). It is not touched
	 * otherwise.
	 * @param name the name, empty for none; default: {@code AGI_SCRIPT_STATUS}
	 * @return this builder
	 */
	public ProcessAgiBuilder statusVariable(String name) {
		this.statusVariable = name;
		return this;
	}

	/**
	 * Sets how long a command may take. It has to be longer than the longest prompt, and
	 * than the longest call that a script dials. A command that takes longer fails with
	 * an {@link AgiTimeoutException}, and no further command works.
	 * @param timeout the time, to the millisecond, {@code null} for any; default: any
	 * @return this builder
	 * @throws IllegalArgumentException if it is zero or negative
	 * @since 0.1.0
	 */
	public ProcessAgiBuilder commandTimeout(@Nullable Duration timeout) {
		if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
			throw new IllegalArgumentException("Invalid command time-out: " + timeout);
		}
		this.commandTimeout = timeout;
		return this;
	}

	/**
	 * Sets how text is encoded. Invalid bytes are replaced, never an error.
	 * @param charset the charset, UTF-8 or one of those with one byte for a character;
	 * default: UTF-8
	 * @return this builder
	 * @throws IllegalArgumentException if it is another kind of charset
	 */
	public ProcessAgiBuilder charset(Charset charset) {
		this.charset = Charsets.requireAscii(charset);
		return this;
	}

	/**
	 * Sets whether to serve a call whose environment is forged: a value with a line feed,
	 * such as the caller's name, adds lines that look like Asterisk's own, and a name
	 * comes twice or out of place. Such a line can pretend to be any caller or channel,
	 * and choose the script if the dialplan gives no argument. Leave this off, and keep
	 * line feeds out of values in the dialplan instead.
	 * @param accept {@code true} to run the script, which can look at
	 * {@link AgiEnvironment#forged()}; {@code false} to end the call with
	 * {@code AGISTATUS=FAILURE}; default: {@code false}
	 * @return this builder
	 */
	public ProcessAgiBuilder acceptForgedEnvironment(boolean accept) {
		this.acceptForgedEnvironment = accept;
		return this;
	}

	/**
	 * Sets what the log of commands and replies masks. They are logged at TRACE by the
	 * logger {@value WireLogOptions#LOGGER}.
	 * @param options what to mask; default: {@link WireLogOptions#DEFAULTS}
	 * @return this builder
	 * @since 0.1.0
	 */
	public ProcessAgiBuilder wireLog(WireLogOptions options) {
		this.wireLog = options;
		return this;
	}

	/**
	 * Serves the call over the standard input and output, on this thread, until its
	 * script ends. Two things change for good: {@link System#out} writes to the standard
	 * error, as a stray line among the commands would confuse Asterisk; and a SIGHUP no
	 * longer ends the Java VM but tells of the hang-up. Hang-up callbacks run on the
	 * thread that takes the signal, and the next command fails with an
	 * {@link AgiSighupException}, unless the command that was being executed has told
	 * already.
	 * <p>
	 * If the Java VM is shut down from outside meanwhile, by a SIGTERM say, the dialplan
	 * sees a failure: the status variable is {@code FAILURE}, and so is
	 * {@code AGISTATUS}. A script that calls {@link System#exit} says by its status what
	 * becomes of {@code AGISTATUS}.
	 * @return how the script ended
	 * @throws AgiPipeClosedException if it was not Asterisk that started this process
	 */
	public ScriptOutcome run() {
		System.setOut(System.err);
		ProcessCall call = call();
		boolean survivesHangup = Sighup.onSignal(call::sighup);
		Shutdown shutdown = survivesHangup ? Shutdown.duringCall(call::abandon) : Shutdown.NONE;
		try {
			return call.serve(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
		}
		finally {
			shutdown.forget();
		}
	}

	ProcessCall call() {
		return new ProcessCall(this.scripts, this.listeners, this.statusVariable, this.charset,
				this.acceptForgedEnvironment, this.wireLog, this.commandTimeout);
	}

}
