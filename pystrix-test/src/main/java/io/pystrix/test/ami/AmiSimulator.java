package io.pystrix.test.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An AMI server on the loopback interface that behaves as Asterisk 22 does, or as badly
 * as a test tells it to.
 * <p>
 * It answers {@code Challenge}, {@code Login} (plain and MD5), {@code Logoff},
 * {@code Ping}, {@code Events}, {@code Filter}, {@code ListCommands},
 * {@code CoreShowChannels}, {@code Getvar}, {@code Setvar} and {@code UserEvent} by
 * itself; {@link #on(String, AmiHandler)} answers any other action, or these differently.
 * <p>
 * Every method may be called from any thread at any time, also from a handler. All
 * threads are daemons and end with the connection or the server that they serve.
 */
public final class AmiSimulator implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AmiSimulator.class);

	private static final Duration FLUSH = Duration.ofSeconds(1);

	private final String greeting;

	private final int segmentSize;

	private final boolean fullyBooted;

	private final Logins logins;

	private final BuiltInActions builtIn = new BuiltInActions(this::broadcast);

	private final Map<String, AmiHandler> handlers = new ConcurrentHashMap<>();

	private final List<AmiSession> sessions = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final RequestLog requests = new RequestLog();

	private final Listener listener;

	private @Nullable Map<String, AmiHandler> firstHandlers;

	private volatile boolean frozen;

	private AmiSimulator(Builder builder) {
		this.greeting = builder.greeting;
		this.segmentSize = builder.segmentSize;
		this.fullyBooted = builder.fullyBooted;
		this.logins = new Logins(builder.accounts, builder.loginFailureDelay);
		this.listener = new Listener(builder.port, this::accept);
	}

	/**
	 * Describe a simulator.
	 * @return a builder with a free port, the greeting of Asterisk 22, and no account
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Start to accept connections. After {@link #stop()} it starts again on the same
	 * port. Does nothing if it is started.
	 * @return this
	 * @throws UncheckedIOException if the port is in use
	 */
	public synchronized AmiSimulator start() {
		if (this.firstHandlers == null) {
			this.firstHandlers = Map.copyOf(this.handlers);
		}
		this.listener.start();
		return this;
	}

	/**
	 * Close every connection and free the port. What is known of the past, such as
	 * {@link #requests()}, stays. Does nothing if it is stopped.
	 */
	public void stop() {
		this.listener.stop();
		dropConnections();
	}

	/**
	 * Stop as Asterisk does on {@code core stop now}: tell everybody by a
	 * {@code Shutdown} event, then close.
	 */
	public void shutdown() {
		this.listener.stop();
		broadcast(AmiFrame.event("Shutdown")
			.with("Privilege", "system,all")
			.with("Shutdown", "Cleanly")
			.with("Restart", "False"));
		List<AmiSession> last = List.copyOf(this.sessions);
		last.forEach(AmiSession::finish);
		try {
			for (AmiSession session : last) {
				session.awaitClosed(FLUSH);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		dropConnections();
	}

	/**
	 * Become again what it was when it was first started, for the next test: handlers and
	 * variables that were given since and the requests are forgotten, nothing is frozen
	 * and no right login refused. Connections stay as they are, and so does whether it is
	 * started.
	 */
	public synchronized void reset() {
		if (this.firstHandlers != null) {
			this.handlers.putAll(this.firstHandlers);
			this.handlers.keySet().retainAll(this.firstHandlers.keySet());
		}
		this.builtIn.variables().clear();
		refuseLogins(false);
		thaw();
		clearRequests();
	}

	/**
	 * The same as {@link #stop()}.
	 */
	@Override
	public void close() {
		stop();
	}

	/**
	 * The port that clients connect to.
	 * @return the port; known from the first {@link #start()} on, and then the same
	 * forever
	 * @throws IllegalStateException if it was built with port 0 and never started
	 */
	public int port() {
		return this.listener.port();
	}

	/**
	 * Where clients connect to.
	 * @return the loopback address with {@link #port()}
	 */
	public InetSocketAddress address() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
	}

	/**
	 * Answer an action in an own way, from its next arrival on. Before login Asterisk
	 * knows only {@code Challenge}, {@code Login} and {@code Logoff}; so does the
	 * simulator, whatever handlers there are.
	 * @param action the action's name, in any case
	 * @param handler what answers it, instead of a handler given before
	 * @return this
	 */
	public AmiSimulator on(String action, AmiHandler handler) {
		this.handlers.put(action.toLowerCase(Locale.ROOT), Objects.requireNonNull(handler));
		return this;
	}

	/**
	 * Send an event to every session that is logged in, has not masked the event's
	 * classes (its {@code Privilege}) and has not filtered it out. An event without
	 * {@code Privilege} goes to all that have events on.
	 * @param event the event
	 */
	public void broadcast(AmiFrame event) {
		this.sessions.forEach((session) -> session.deliver(event));
	}

	/**
	 * Write bytes to every connection, logged in or not, whatever they are.
	 * @param bytes the bytes
	 */
	public void sendGarbage(byte[] bytes) {
		byte[] copy = bytes.clone();
		this.sessions.forEach((session) -> session.write(copy));
	}

	/**
	 * Write text to every connection, logged in or not, whatever it is.
	 * @param text the text, sent in UTF-8; line ends are the caller's
	 */
	public void sendGarbage(String text) {
		sendGarbage(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Write the beginning of a message to every connection and close it, as Asterisk does
	 * to a client that reads too slowly.
	 * @param frame the message
	 * @param bytes how many of its bytes to write
	 */
	public void truncate(AmiFrame frame, int bytes) {
		sendGarbage(Arrays.copyOf(frame.toBytes(), bytes));
		this.sessions.forEach(AmiSession::finish);
	}

	/**
	 * Close every connection without a word; what was not written yet is lost. The
	 * simulator goes on accepting new ones.
	 */
	public void dropConnections() {
		this.sessions.forEach(AmiSession::close);
	}

	/**
	 * Reset every connection (RST instead of FIN). The simulator goes on accepting new
	 * ones.
	 */
	public void resetConnections() {
		this.sessions.forEach(AmiSession::reset);
	}

	/**
	 * Fall silent: connections stay open, requests are read and recorded, but nothing is
	 * written, no greeting, no event, no answer to a {@code Ping}. What would have been
	 * written waits for {@link #thaw()}.
	 */
	public void freeze() {
		freeze(true);
	}

	/**
	 * Speak again: what waited since {@link #freeze()} is written now, in order.
	 */
	public void thaw() {
		freeze(false);
	}

	private void freeze(boolean frozen) {
		this.frozen = frozen;
		this.sessions.forEach((session) -> session.freeze(frozen));
	}

	/**
	 * Refuse every login from now on, or stop to.
	 * @param refuse whether to refuse right credentials too
	 */
	public void refuseLogins(boolean refuse) {
		this.logins.refuse(refuse);
	}

	/**
	 * Say what {@code CoreShowChannels} lists.
	 * @param channels gives the list's items, {@code CoreShowChannel} events, at each
	 * request; runs on the connection's thread
	 */
	public void channels(Supplier<List<AmiFrame>> channels) {
		this.builtIn.channels(channels);
	}

	/**
	 * Read a variable as {@code Getvar} does.
	 * @param channel the channel, or an empty string for a global variable
	 * @param name the variable's name
	 * @return the value, or {@code null} if it was never set
	 */
	public @Nullable String variable(String channel, String name) {
		return this.builtIn.variables().get(variableKey(channel, name));
	}

	/**
	 * Set a variable as {@code Setvar} does.
	 * @param channel the channel, or an empty string for a global variable
	 * @param name the variable's name
	 * @param value the value
	 */
	public void variable(String channel, String name, String value) {
		this.builtIn.variables().put(variableKey(channel, name), value);
	}

	static String variableKey(String channel, String name) {
		return channel + '\n' + name;
	}

	/**
	 * Every request that arrived and could be parsed, logins too; the newest 10,000.
	 * @return the requests in order of arrival
	 */
	public List<AmiRequest> requests() {
		return this.requests.all();
	}

	/**
	 * The requests of one action.
	 * @param action the action's name, in any case
	 * @return the requests in order of arrival
	 */
	public List<AmiRequest> requests(String action) {
		return this.requests.named(action);
	}

	/**
	 * Forget the requests that arrived so far.
	 */
	public void clearRequests() {
		this.requests.clear();
	}

	/**
	 * Wait for an action; one that has arrived already counts.
	 * @param action the action's name, in any case
	 * @param timeout how long to wait
	 * @return the first such request
	 * @throws AssertionError if it does not arrive in time; names what did
	 */
	public AmiRequest awaitRequest(String action, Duration timeout) {
		return awaitRequests(action, 1, timeout).get(0);
	}

	/**
	 * Wait for several requests of an action; those that have arrived already count.
	 * @param action the action's name, in any case
	 * @param count how many
	 * @param timeout how long to wait
	 * @return all such requests, at least as many as asked for
	 * @throws AssertionError if they do not arrive in time; names what did
	 */
	public List<AmiRequest> awaitRequests(String action, int count, Duration timeout) {
		return this.requests.await(action, count, timeout);
	}

	/**
	 * The live connections, logged in or not.
	 * @return their number
	 */
	public int sessions() {
		return this.sessions.size();
	}

	/**
	 * The connections that were ever accepted.
	 * @return their number
	 */
	public int connectionAttempts() {
		return this.connections.get();
	}

	/**
	 * The {@code Login} actions that were ever received from a session that was not
	 * logged in, refused ones too.
	 * @return their number
	 */
	public int loginAttempts() {
		return this.logins.attempts();
	}

	private void accept(Socket socket) throws IOException {
		socket.setTcpNoDelay(true);
		SessionOutput output = new SessionOutput(this.segmentSize, this.frozen);
		AmiSession session = new AmiSession(this.connections.incrementAndGet(), socket, this, output);
		this.sessions.add(session);
		session.freeze(this.frozen);
		session.start(this.greeting);
	}

	void ended(AmiSession session) {
		this.sessions.remove(session);
	}

	void record(AmiRequest request) {
		logger.debug("AMI session {} sent {}", request.session(), request.action());
		this.requests.add(request);
	}

	AmiAnswer answer(AmiSession session, AmiRequest request) {
		String action = request.action().toLowerCase(Locale.ROOT);
		boolean open = List.of("challenge", "login", "logoff").contains(action);
		if (action.isEmpty()) {
			return AmiAnswer.error("Missing action in request");
		}
		if (!open && !session.isAuthenticated()) {
			return AmiAnswer.error("Permission denied");
		}
		AmiHandler handler = this.handlers.get(action);
		AmiAnswer answer = (handler != null) ? handler.handle(request) : null;
		if (answer != null) {
			return answer;
		}
		return switch (action) {
			case "challenge" -> this.logins.challenge(session, request);
			case "login" -> this.logins.login(session, request, this.fullyBooted);
			case "logoff" ->
				AmiAnswer.of(AmiFrame.response("Goodbye").with("Message", "Thanks for all the fish.")).thenClose();
			case "listcommands" -> this.builtIn.listCommands(List.copyOf(this.handlers.keySet()));
			default -> this.builtIn.answer(session, request);
		};
	}

	/**
	 * Describes an {@link AmiSimulator}. Not thread-safe.
	 */
	public static final class Builder {

		private final Map<String, String> accounts = new LinkedHashMap<>();

		private int port;

		private String greeting = "Asterisk Call Manager/11.0.0";

		private Duration loginFailureDelay = Duration.ZERO;

		private int segmentSize;

		private boolean fullyBooted = true;

		private Builder() {
		}

		/**
		 * Choose the port.
		 * @param port the port, or 0 (the default) for a free one
		 * @return this
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * Let somebody log in.
		 * @param username the name, which is compared in any case
		 * @param secret the secret
		 * @return this
		 */
		public Builder account(String username, String secret) {
			this.accounts.put(username, secret);
			return this;
		}

		/**
		 * Choose the first line.
		 * @param greeting the line without its end; Asterisk 22's by default
		 * @return this
		 */
		public Builder greeting(String greeting) {
			this.greeting = greeting;
			return this;
		}

		/**
		 * Answer a refused login late. Asterisk takes a second.
		 * @param delay how late; not at all by default
		 * @return this
		 */
		public Builder loginFailureDelay(Duration delay) {
			this.loginFailureDelay = delay;
			return this;
		}

		/**
		 * Write in small pieces, as Asterisk often does, so that a client that takes a
		 * segment for a line is found out.
		 * @param bytes the size of a piece, or 0 (the default) to write as much as there
		 * is
		 * @return this
		 */
		public Builder segmentSize(int bytes) {
			this.segmentSize = bytes;
			return this;
		}

		/**
		 * Be an Asterisk that has booted, or one that still loads its modules.
		 * @param fullyBooted whether {@code FullyBooted} follows a login; {@code true} by
		 * default
		 * @return this
		 */
		public Builder fullyBooted(boolean fullyBooted) {
			this.fullyBooted = fullyBooted;
			return this;
		}

		/**
		 * Build it.
		 * @return a simulator that is not started
		 */
		public AmiSimulator build() {
			return new AmiSimulator(this);
		}

	}

}
