package io.pystrix.agi.fastagi;

import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.WireLogOptions;
import io.pystrix.internal.Charsets;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link FastAgiServer}. Every setting has a default; what makes no sense
 * is an {@link IllegalArgumentException}.
 *
 * @since 0.1.0
 */
public final class FastAgiServerBuilder {

	private final List<FastAgiListener> listeners = new ArrayList<>();

	private InetAddress address = InetAddress.getLoopbackAddress();

	private int port = 4573;

	private int backlog = Integer.MAX_VALUE;

	private int maxCalls = 0;

	private WhenFull whenFull = WhenFull.REFUSE;

	private Duration handshakeTimeout = Duration.ofSeconds(10);

	private @Nullable Duration commandTimeout;

	private List<ClientNetwork> allowedClients = List.of();

	private String statusVariable = "AGI_SCRIPT_STATUS";

	private WireLogOptions wireLog = WireLogOptions.DEFAULTS;

	private Charset charset = StandardCharsets.UTF_8;

	private boolean acceptForgedEnvironment = false;

	private @Nullable Executor executor;

	private ScriptRegistry scripts = new ScriptRegistry();

	FastAgiServerBuilder() {
	}

	/**
	 * Sets the address to listen on. FastAGI has no password, so whoever reaches it may
	 * run scripts: see {@link #allowedClients}.
	 * @param address the address; default: loopback
	 * @return this builder
	 */
	public FastAgiServerBuilder address(InetAddress address) {
		this.address = address;
		return this;
	}

	/**
	 * Sets the port to listen on.
	 * @param port the port, 0 for any that is free; default: 4573
	 * @return this builder
	 */
	public FastAgiServerBuilder port(int port) {
		check(port >= 0 && port <= 65535, "port", port);
		this.port = port;
		return this;
	}

	/**
	 * Sets how many connections may wait to be taken.
	 * @param backlog the number, at least 1; default: as many as the kernel allows
	 * ({@code net.core.somaxconn} on Linux)
	 * @return this builder
	 */
	public FastAgiServerBuilder backlog(int backlog) {
		check(backlog >= 1, "backlog", backlog);
		this.backlog = backlog;
		return this;
	}

	/**
	 * Sets how many calls may be served at once.
	 * @param maxCalls the number, 0 for any; default: 0
	 * @return this builder
	 */
	public FastAgiServerBuilder maxCalls(int maxCalls) {
		check(maxCalls >= 0, "number of calls", maxCalls);
		this.maxCalls = maxCalls;
		return this;
	}

	/**
	 * Sets what happens to further calls.
	 * @param whenFull what to do; default: refuse
	 * @return this builder
	 */
	public FastAgiServerBuilder whenFull(WhenFull whenFull) {
		this.whenFull = whenFull;
		return this;
	}

	/**
	 * Sets how long a connection may take to say what it wants, how long the
	 * {@linkplain #executor executor} may take to begin a call, and later how long
	 * Asterisk may take to read a command: all of that happens at once. Until a
	 * connection has said what it wants it is no call; of more than 1000 such connections
	 * the oldest are closed earlier.
	 * @param timeout the time, to the millisecond; default: 10 seconds
	 * @return this builder
	 */
	public FastAgiServerBuilder handshakeTimeout(Duration timeout) {
		check(!timeout.isNegative() && !timeout.isZero(), "handshake time-out", timeout);
		this.handshakeTimeout = timeout;
		return this;
	}

	/**
	 * Sets how long a command may take. It has to be longer than the longest prompt, and
	 * than the longest call that a script dials. Without it, a peer that does not answer
	 * keeps its thread until it closes the connection or the server stops.
	 * @param timeout the time, to the millisecond, {@code null} for any; default: any
	 * @return this builder
	 */
	public FastAgiServerBuilder commandTimeout(@Nullable Duration timeout) {
		check(timeout == null || !timeout.isNegative() && !timeout.isZero(), "command time-out", timeout);
		this.commandTimeout = timeout;
		return this;
	}

	/**
	 * Sets who may call.
	 * @param networks addresses and networks ({@code 192.0.2.7}, {@code 10.0.0.0/8},
	 * {@code 2001:db8::/32}), none for everybody; default: everybody
	 * @return this builder
	 */
	public FastAgiServerBuilder allowedClients(Collection<String> networks) {
		this.allowedClients = networks.stream().map(ClientNetwork::parse).toList();
		return this;
	}

	/**
	 * Sets who may call.
	 * @param networks addresses and networks, as in {@link #allowedClients(Collection)}
	 * @return this builder
	 */
	public FastAgiServerBuilder allowedClients(String... networks) {
		return allowedClients(List.of(networks));
	}

	/**
	 * Sets the channel variable by which the dialplan learns that a script failed
	 * ({@code FAILURE}) or does not exist ({@code NOTFOUND}). It is not touched
	 * otherwise.
	 * @param name the name, empty for none; default: {@code AGI_SCRIPT_STATUS}
	 * @return this builder
	 */
	public FastAgiServerBuilder statusVariable(String name) {
		this.statusVariable = name;
		return this;
	}

	/**
	 * Sets how text is encoded. Invalid bytes are replaced, never an error.
	 * @param charset the charset, UTF-8 or one of those with one byte for a character;
	 * default: UTF-8
	 * @return this builder
	 * @throws IllegalArgumentException if it is another kind of charset
	 */
	public FastAgiServerBuilder charset(Charset charset) {
		this.charset = Charsets.requireAscii(charset);
		return this;
	}

	/**
	 * Sets whether to serve calls whose environment is forged: a value with a line feed,
	 * such as the caller's name, adds lines that look like Asterisk's own, and a name
	 * comes twice or out of place. Such a line can pretend to be any caller or channel.
	 * Leave this off, and keep line feeds out of values in the dialplan instead.
	 * @param accept {@code true} to run the script, which can look at
	 * {@link AgiEnvironment#forged()}; {@code false} to refuse the call with
	 * {@link RefusalReason#FORGED}; default: {@code false}
	 * @return this builder
	 */
	public FastAgiServerBuilder acceptForgedEnvironment(boolean accept) {
		this.acceptForgedEnvironment = accept;
		return this;
	}

	/**
	 * Sets what runs the calls. A call takes a thread for as long as it lasts, so an
	 * executor with fewer threads than calls makes calls wait. A call that the executor
	 * rejects, or does not begin within the {@linkplain #handshakeTimeout handshake
	 * timeout}, is refused with {@link RefusalReason#NO_THREAD}: the dialplan sees a
	 * failure, and nothing happens if the executor runs the task later. To let calls wait
	 * longer, limit them with {@link #maxCalls} and {@link WhenFull#QUEUE} instead.
	 * @param executor the executor, {@code null} for a virtual thread (on Java 17 a
	 * daemon thread) for each call; default: {@code null}
	 * @return this builder
	 */
	public FastAgiServerBuilder executor(@Nullable Executor executor) {
		this.executor = executor;
		return this;
	}

	/**
	 * Adds a listener.
	 * @param listener is told what the server does
	 * @return this builder
	 */
	public FastAgiServerBuilder listener(FastAgiListener listener) {
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
	public FastAgiServerBuilder wireLog(WireLogOptions options) {
		this.wireLog = options;
		return this;
	}

	/**
	 * Sets the scripts, which may be shared with other servers.
	 * @param scripts the scripts; default: a registry of the server's own
	 * @return this builder
	 */
	public FastAgiServerBuilder scripts(ScriptRegistry scripts) {
		this.scripts = scripts;
		return this;
	}

	/**
	 * Makes a server, which does not listen yet.
	 * @return the server
	 */
	public FastAgiServer build() {
		FastAgiSettings settings = new FastAgiSettings(this.address, this.port, this.backlog, this.maxCalls,
				this.whenFull, this.handshakeTimeout, this.commandTimeout, this.allowedClients, this.statusVariable,
				this.charset, this.acceptForgedEnvironment, this.executor, this.wireLog, List.copyOf(this.listeners));
		return new FastAgiServer(ServerContext.of(settings, this.scripts));
	}

	private static void check(boolean valid, String what, @Nullable Object value) {
		if (!valid) {
			throw new IllegalArgumentException("Invalid " + what + ": " + value);
		}
	}

}
