package io.pystrix.agi.async;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiListener;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.WireLogOptions;
import io.pystrix.ami.Manager;
import io.pystrix.internal.Charsets;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link AsyncAgiServer}. Every setting has a default; what makes no sense
 * is an {@link IllegalArgumentException}.
 *
 * @since 0.1.0
 */
public final class AsyncAgiServerBuilder {

	private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

	private final Manager manager;

	private final List<AgiListener> listeners = new ArrayList<>();

	private int maxCalls = 0;

	private @Nullable Duration commandTimeout;

	private String defaultPath = "/";

	private String statusVariable = "AGI_SCRIPT_STATUS";

	private WireLogOptions wireLog = WireLogOptions.DEFAULTS;

	private Charset charset = StandardCharsets.UTF_8;

	private boolean acceptForgedEnvironment = false;

	private @Nullable Executor executor;

	private ScriptRegistry scripts = new ScriptRegistry();

	AsyncAgiServerBuilder(Manager manager) {
		this.manager = manager;
	}

	/**
	 * Sets how many calls may be served at once. Further ones go on in the dialplan at
	 * once, with the status variable {@code REFUSED}.
	 * @param maxCalls the number, 0 for any; default: 0
	 * @return this builder
	 */
	public AsyncAgiServerBuilder maxCalls(int maxCalls) {
		check(maxCalls >= 0, "number of calls", maxCalls);
		this.maxCalls = maxCalls;
		return this;
	}

	/**
	 * Sets how long a command may take. It has to be longer than the longest prompt, and
	 * than the longest call that a script dials.
	 * @param timeout the time, to the millisecond, {@code null} for any; default: any
	 * @return this builder
	 */
	public AsyncAgiServerBuilder commandTimeout(@Nullable Duration timeout) {
		check(timeout == null || !timeout.isNegative() && !timeout.isZero(), "command time-out", timeout);
		this.commandTimeout = timeout;
		return this;
	}

	/**
	 * Sets which script serves {@code AGI(agi:async)}, which names none.
	 * @param path the path, with parameters if need be; default: {@code /}
	 * @return this builder
	 */
	public AsyncAgiServerBuilder defaultPath(String path) {
		check(!path.isEmpty(), "default path", path);
		this.defaultPath = path;
		return this;
	}

	/**
	 * Sets the channel variable by which the dialplan learns that a script failed
	 * ({@code FAILURE}), does not exist ({@code NOTFOUND}) or was not run
	 * ({@code REFUSED}). It is not touched otherwise.
	 * @param name the name, empty for none; default: {@code AGI_SCRIPT_STATUS}
	 * @return this builder
	 */
	public AsyncAgiServerBuilder statusVariable(String name) {
		this.statusVariable = name;
		return this;
	}

	/**
	 * Sets how the text of replies is encoded. Invalid bytes are replaced, never an
	 * error. Commands are sent in the charset of the manager.
	 * @param charset the charset, UTF-8 or one of those with one byte for a character;
	 * default: UTF-8
	 * @return this builder
	 * @throws IllegalArgumentException if it is another kind of charset
	 */
	public AsyncAgiServerBuilder charset(Charset charset) {
		this.charset = Charsets.requireAscii(charset);
		return this;
	}

	/**
	 * Sets whether to serve calls whose environment is forged: a value with a line feed,
	 * such as the caller's name, adds lines that look like Asterisk's own, and a name
	 * comes twice or out of place. Such a line can pretend to be any caller or channel,
	 * and choose the script if the dialplan gives no argument. Leave this off, and keep
	 * line feeds out of values in the dialplan instead.
	 * @param accept {@code true} to run the script, which can look at
	 * {@link AgiEnvironment#forged()}; {@code false} to refuse the call with
	 * {@link RefusalReason#FORGED} and the status variable {@code REFUSED}; default:
	 * {@code false}
	 * @return this builder
	 */
	public AsyncAgiServerBuilder acceptForgedEnvironment(boolean accept) {
		this.acceptForgedEnvironment = accept;
		return this;
	}

	/**
	 * Sets what runs the calls, and their hang-up callbacks. A call takes a thread for as
	 * long as it lasts, so an executor with fewer threads than calls makes calls wait. A
	 * call that the executor rejects, or does not begin within 10 seconds, is refused: it
	 * goes on in the dialplan with the status variable {@code FAILURE}, and nothing
	 * happens if the executor runs the task later.
	 * @param executor the executor, {@code null} for a virtual thread (on Java 17 a
	 * daemon thread) for each call; default: {@code null}
	 * @return this builder
	 */
	public AsyncAgiServerBuilder executor(@Nullable Executor executor) {
		this.executor = executor;
		return this;
	}

	/**
	 * Adds a listener.
	 * @param listener is told of the calls and their commands
	 * @return this builder
	 */
	public AsyncAgiServerBuilder listener(AgiListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Sets what the log of commands and replies masks. They are logged at TRACE by the
	 * logger {@value WireLogOptions#LOGGER}.
	 * @param options what to mask; default: {@link WireLogOptions#DEFAULTS}
	 * @return this builder
	 * @since 0.1.0
	 */
	public AsyncAgiServerBuilder wireLog(WireLogOptions options) {
		this.wireLog = options;
		return this;
	}

	/**
	 * Sets the scripts, which may be shared with other servers.
	 * @param scripts the scripts; default: a registry of the server's own
	 * @return this builder
	 */
	public AsyncAgiServerBuilder scripts(ScriptRegistry scripts) {
		this.scripts = scripts;
		return this;
	}

	/**
	 * Makes a server, which does not serve calls yet.
	 * @return the server
	 */
	public AsyncAgiServer build() {
		return new AsyncAgiServer(ServerContext.of(this.manager, settings(), this.scripts));
	}

	AsyncAgiSettings settings() {
		return new AsyncAgiSettings(this.maxCalls, this.commandTimeout, HANDSHAKE_TIMEOUT, this.defaultPath,
				this.statusVariable, this.charset, this.acceptForgedEnvironment, this.executor, this.wireLog,
				List.copyOf(this.listeners));
	}

	private static void check(boolean valid, String what, @Nullable Object value) {
		if (!valid) {
			throw new IllegalArgumentException("Invalid " + what + ": " + value);
		}
	}

}
