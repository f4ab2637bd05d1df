package io.pystrix.test.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.pystrix.test.release.AsteriskRelease;
import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An AMI server on the loopback interface that behaves as Asterisk 22 does, or as badly
 * as a test tells it to ({@link #faults()}).
 * <p>
 * It answers {@code Challenge}, {@code Login} (plain and MD5), {@code Logoff},
 * {@code Ping}, {@code Events}, {@code Filter}, {@code ListCommands},
 * {@code CoreSettings}, {@code CoreStatus}, {@code CoreShowChannels}, {@code Command},
 * {@code Getvar}, {@code Setvar} and {@code UserEvent} by itself; {@link #on(String)}
 * answers any other action, or these differently. Who may see and do what is said by
 * {@link AmiAccount}.
 * <p>
 * Every method may be called from any thread at any time, also from a handler. All
 * threads are daemons and end with the connection or the server that they serve.
 *
 * @since 0.1.0
 */
public final class AmiSimulator implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(AmiSimulator.class);

	/** How long a client may take to read the last that it is told. */
	private static final Duration FLUSH = Duration.ofSeconds(5);

	private final String greeting;

	private final boolean fullyBooted;

	private final Logins logins;

	private final Privileges privileges = new Privileges();

	private final AsteriskRelease release;

	private final BuiltInActions builtIn;

	private final ProgrammedAnswers answers = new ProgrammedAnswers();

	private final List<AmiSession> sessions = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	/** Who starts or stops it holds this, so that the last one is right. */
	private final ReentrantLock starting = new ReentrantLock();

	private int starts;

	private final RequestLog requests = new RequestLog();

	private final FaultControl faultControl = new FaultControl(() -> List.copyOf(this.sessions), this::restart);

	private final AmiFaults faults = new AmiFaults(this.faultControl);

	private final Queue<SessionReplay> replays = new ConcurrentLinkedQueue<>();

	private final Listener listener;

	private AmiSimulator(Builder builder) {
		this.release = builder.release;
		this.greeting = (builder.greeting != null) ? builder.greeting
				: "Asterisk Call Manager/" + this.release.amiVersion();
		this.fullyBooted = builder.fullyBooted;
		this.builtIn = new BuiltInActions(this.privileges, this.release, this::broadcast);
		this.logins = new Logins(builder.accounts, builder.loginFailureDelay, this::isLoggedIn,
				this.faultControl::refusesLogin);
		this.listener = new Listener(builder.port, this::accept);
	}

	/**
	 * Describe a simulator.
	 * @return a builder with a free port, the greeting and habits of Asterisk 22, and no
	 * account
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
	public AmiSimulator start() {
		this.starting.lock();
		try {
			this.starts++;
			this.answers.keep();
			this.listener.start();
		}
		finally {
			this.starting.unlock();
		}
		return this;
	}

	/**
	 * Close every connection and free the port. What is known of the past, such as
	 * {@link #requests()}, stays. Does nothing if it is stopped.
	 */
	public void stop() {
		halt();
	}

	private int halt() {
		int stopped = stopListening();
		this.faults.cut();
		return stopped;
	}

	/**
	 * Stop as Asterisk does on {@code core stop now}: tell everybody by a
	 * {@code Shutdown} event, then close.
	 */
	public void shutdown() {
		shutdown(false);
	}

	private int stopListening() {
		this.starting.lock();
		try {
			this.listener.stop();
			return ++this.starts;
		}
		finally {
			this.starting.unlock();
		}
	}

	private int shutdown(boolean restart) {
		int stopped = stopListening();
		broadcast(AmiFrame.event("Shutdown")
			.with("Privilege", "system,all")
			.with("Shutdown", "Cleanly")
			.with("Restart", restart ? "True" : "False"));
		List<AmiSession> last = List.copyOf(this.sessions);
		last.forEach(AmiSession::finish);
		long deadline = System.nanoTime() + FLUSH.toNanos();
		try {
			for (AmiSession session : last) {
				// Who is told nothing does not hold up the end
				if (session.faults().speaksWithin(FLUSH)) {
					session.awaitClosed(Duration.ofNanos(deadline - System.nanoTime()));
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.faults.cut();
		return stopped;
	}

	private void restart(boolean announced, Duration down) {
		int mine = announced ? shutdown(true) : halt();
		if (down.isZero()) {
			start();
			return;
		}
		Thread thread = new Thread(() -> {
			try {
				TimeUnit.NANOSECONDS.sleep(down.toNanos());
				startUnlessChanged(mine);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "ami-simulator-restart-" + port());
		thread.setDaemon(true);
		thread.start();
	}

	private void startUnlessChanged(int since) {
		this.starting.lock();
		try {
			// Whoever started or stopped it meanwhile is right
			if (this.starts == since) {
				this.starts++;
				this.listener.start();
			}
		}
		finally {
			this.starting.unlock();
		}
	}

	/**
	 * The same as {@link #stop()}.
	 */
	@Override
	public void close() {
		stop();
	}

	/**
	 * The release of Asterisk that is played.
	 * @return the release
	 * @since 0.1.0
	 */
	public AsteriskRelease release() {
		return this.release;
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
	 * Break connections, slow them down, refuse them.
	 * @return what can go wrong
	 */
	public AmiFaults faults() {
		return this.faults;
	}

	/**
	 * Answer an action in an own way, from its next arrival on. Before login Asterisk
	 * knows only {@code Challenge}, {@code Login} and {@code Logoff}; so does the
	 * simulator, whatever is said here.
	 * @param action the action's name, in any case
	 * @return what to say about it
	 */
	public AmiStub on(String action) {
		return new AmiStub(action, this, this::program);
	}

	/**
	 * Answer every request of an action as a handler says; short for
	 * {@code on(action).answer(handler)}.
	 * @param action the action's name, in any case
	 * @param handler what makes the answer
	 * @return this
	 */
	public AmiSimulator on(String action, AmiHandler handler) {
		return on(action).answer(handler);
	}

	/**
	 * Answer an action again as when the simulator was first started.
	 * @param action the action's name, in any case
	 * @return this
	 */
	public AmiSimulator off(String action) {
		this.answers.forget((name) -> name.equalsIgnoreCase(action));
		return this;
	}

	private void program(AmiStub stub, AmiHandler handler) {
		List<String> classes = stub.classes();
		if (classes != null) {
			this.privileges.require(stub.action(), classes);
		}
		this.answers.add(stub.action(), stub.condition(), stub.times(), handler);
	}

	/**
	 * Answer a request that was not answered yet, from a test, whenever that wants to.
	 * The connection's other requests do not wait for it, unlike those of an Asterisk;
	 * {@link AmiAnswer#after(Duration)} makes them wait.
	 * @param request the request
	 * @param answer the answer, which is given the request's {@code ActionID}
	 * @return {@code false} if the connection it came over is closed
	 */
	public boolean answer(AmiRequest request, AmiAnswer answer) {
		for (AmiSession session : this.sessions) {
			if (session.number() == request.session()) {
				return session.answer(answer, request.actionId());
			}
		}
		return false;
	}

	/**
	 * Let a command of Asterisk's command line print something when it is run by
	 * {@code Command}. {@code core show version} and {@code core show uptime} do already;
	 * others do not exist. One that fails is said by {@link #on(String)}.
	 * @param command the command's words
	 * @param output the lines that it prints
	 * @return this
	 */
	public AmiSimulator command(String command, String... output) {
		return on("Command").when((request) -> CoreActions.isCommand(request, command))
			.answer(AmiAnswer.output(output));
	}

	/**
	 * Let somebody log in, or change what he may; who is logged in keeps what he has.
	 * @param account the account, instead of one of the same name
	 * @return this
	 */
	public AmiSimulator account(AmiAccount account) {
		this.logins.add(account);
		return this;
	}

	/**
	 * Let somebody log in no more. Who is logged in stays.
	 * @param username the name, in any case
	 * @return this
	 */
	public AmiSimulator removeAccount(String username) {
		this.logins.remove(username);
		return this;
	}

	/**
	 * Become again what it was when it was first started, for the next test: what was
	 * said since of answers, accounts, faults and replays is forgotten, and so are
	 * variables and {@link #requests()}. Connections stay as they are, and so does
	 * whether it is started.
	 */
	public void reset() {
		this.answers.forget((action) -> true);
		this.replays.clear();
		this.logins.reset();
		this.faults.clear();
		this.requests.clear();
		this.builtIn.variables().clear();
	}

	/**
	 * Play what a real Asterisk has sent.
	 * @param trace what it has sent
	 * @return how to play it
	 */
	public AmiReplay replay(AmiTrace trace) {
		return new AmiReplay(trace, () -> List.copyOf(this.sessions), this.replays::add);
	}

	/**
	 * Send an event to every session that is logged in, may read the event's classes, has
	 * not masked them, and has not filtered the event out. The classes are those of the
	 * event's {@code Privilege}; of an event without that header, those that Asterisk
	 * would name. An event of which neither is known is for everybody.
	 * @param event the event
	 */
	public void broadcast(AmiFrame event) {
		this.sessions.forEach((session) -> session.deliver(event));
	}

	/**
	 * The same as {@code faults().cut()}: close every connection without a word.
	 */
	public void dropConnections() {
		this.faults.cut();
	}

	/**
	 * Say what {@code CoreShowChannels} lists.
	 * @param channels gives the list's items, {@code CoreShowChannel} events, at each
	 * request; runs on the connection's thread
	 */
	public void channels(Supplier<List<AmiFrame>> channels) {
		this.builtIn.core().channels(channels);
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
		return this.requests.await(action, (request) -> true, count, timeout);
	}

	/**
	 * Wait for a certain request; one that has arrived already counts.
	 * @param action the action's name, in any case
	 * @param wanted tells whether it is the one
	 * @param timeout how long to wait
	 * @return the first such request
	 * @throws AssertionError if it does not arrive in time; names what did
	 */
	public AmiRequest awaitRequest(String action, Predicate<AmiRequest> wanted, Duration timeout) {
		return this.requests.await(action, wanted, 1, timeout).get(0);
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

	/**
	 * Who is logged in.
	 * @return the names as their accounts have them, one for each session, in the order
	 * in which the connections were accepted
	 */
	public List<String> users() {
		return this.sessions.stream().map(AmiSession::username).filter(Objects::nonNull).toList();
	}

	private boolean isLoggedIn(String username) {
		return this.sessions.stream().anyMatch((session) -> username.equals(session.username()));
	}

	private void accept(Socket socket) throws IOException {
		int number = this.connections.incrementAndGet();
		socket.setTcpNoDelay(true);
		AmiSession session = this.faultControl.connect((faults) -> {
			AmiSession connected = new AmiSession(number, socket, this, faults);
			this.sessions.add(connected);
			return connected;
		});
		if (session.faults().refused) {
			session.close();
			return;
		}
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
		if (this.faultControl.isShuttingDown() && this.release.has(Habit.AMI_REFUSES_WHILE_SHUTTING_DOWN)) {
			return AmiAnswer.error("Asterisk is shutting down");
		}
		if (!open && !session.permits(this.privileges.ofAction(action))) {
			return AmiAnswer.error("Permission denied");
		}
		if (session.isReplayed(request)) {
			return AmiAnswer.none();
		}
		AmiAnswer answer = this.answers.answer(request);
		if (answer != null) {
			return answer;
		}
		return switch (action) {
			case "challenge" -> this.logins.challenge(session, request);
			case "login" -> login(session, request);
			case "logoff" -> logoff(session);
			case "listcommands" -> this.builtIn.listCommands(session, this.answers.actions());
			default -> this.builtIn.answer(session, request);
		};
	}

	private AmiAnswer login(AmiSession session, AmiRequest request) {
		boolean first = !session.isAuthenticated();
		AmiAnswer answer = this.logins.login(session, request, this.fullyBooted ? fullyBootedEvent() : null);
		SessionReplay replay = (first && session.isAuthenticated()) ? this.replays.poll() : null;
		if (replay != null) {
			session.play(replay);
		}
		return answer;
	}

	private AmiFrame fullyBootedEvent() {
		AmiFrame event = AmiFrame.event("FullyBooted").with("Privilege", "system,all");
		if (this.release.has(Habit.AMI_FULLY_BOOTED_UPTIME)) {
			event = event.with("Uptime", 1396).with("LastReload", 527);
		}
		return event.with("Status", "Fully Booted");
	}

	private AmiAnswer logoff(AmiSession session) {
		session.logoff();
		return AmiAnswer.of(AmiFrame.response("Goodbye").with("Message", "Thanks for all the fish.")).thenClose();
	}

	/**
	 * Describes an {@link AmiSimulator}. Not thread-safe.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final List<AmiAccount> accounts = new ArrayList<>();

		private int port;

		private AsteriskRelease release = AsteriskRelease.V22;

		private @Nullable String greeting;

		private Duration loginFailureDelay = Duration.ZERO;

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
		 * Let somebody log in, who may see and do everything.
		 * @param username the name, which is compared in any case
		 * @param secret the secret
		 * @return this
		 */
		public Builder account(String username, String secret) {
			return account(AmiAccount.of(username, secret));
		}

		/**
		 * Let somebody log in. May be said for several.
		 * @param account who, and what he may
		 * @return this
		 */
		public Builder account(AmiAccount account) {
			this.accounts.add(account);
			return this;
		}

		/**
		 * Choose the release of Asterisk to play: its greeting, its limits and its
		 * answers.
		 * @param release the release; {@link AsteriskRelease#V22} by default
		 * @return this
		 * @since 0.1.0
		 */
		public Builder release(AsteriskRelease release) {
			this.release = Objects.requireNonNull(release, "release");
			return this;
		}

		/**
		 * Choose the first line.
		 * @param greeting the line without its end; by default that of the release
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
