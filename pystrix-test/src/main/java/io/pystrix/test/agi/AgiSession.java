package io.pystrix.test.agi;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation of a call with its script: one thread reads lines, another runs them.
 */
final class AgiSession {

	private static final Logger logger = LoggerFactory.getLogger(AgiSession.class);

	/** MAX_AGI_CONNECT in res/res_agi.c, all releases. */
	private static final int CONNECT_TIMEOUT_MILLIS = 2000;

	private static final long WRITE_PAUSE_NANOS = 1_000_000;

	/** ast_true() and ast_false() in main/utils.c, all releases. */
	private static final Set<String> TRUE = Set.of("yes", "true", "y", "t", "1", "on");

	private static final Set<String> FALSE = Set.of("no", "false", "n", "f", "0", "off");

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Transcript transcript = new Transcript();

	private final CallSettings settings;

	private final CallChannel channel;

	private final Commands commands;

	private final Deque<Expectation> expectations;

	private final SocketChannel socket;

	private final CommandReader reader;

	private final boolean announcesHangup;

	private final boolean endsOnHangup;

	private volatile AgiStatus status = AgiStatus.SUCCESS;

	private volatile @Nullable String mismatch;

	private AgiSession(CallSettings settings, SocketChannel socket) throws IOException {
		this.settings = settings;
		this.socket = socket;
		this.reader = new CommandReader(socket, settings.release().agiLineLimit());
		// run_agi() in res/res_agi.c reads both once, when the script starts
		this.announcesHangup = !isOneOf(settings.variables().get("AGISIGHUP"), FALSE);
		this.endsOnHangup = isOneOf(settings.variables().get("AGIEXITONHANGUP"), TRUE);
		this.channel = new CallChannel(settings, this.transcript::note);
		this.commands = new Commands(this.channel, this::tell);
		this.expectations = new ArrayDeque<>(settings.expectations());
	}

	static AgiCall place(CallSettings settings) {
		try {
			SocketChannel socket = SocketChannel.open();
			try {
				InetSocketAddress server = settings.server();
				socket.socket()
					.connect(server.isUnresolved()
							? new InetSocketAddress(InetAddress.getByName(server.getHostString()), server.getPort())
							: server, CONNECT_TIMEOUT_MILLIS);
				socket.socket().setTcpNoDelay(true);
				socket.configureBlocking(false);
				return new AgiSession(settings, socket).start();
			}
			catch (IOException ex) {
				close(socket);
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot connect to the FastAGI server " + settings.server(), ex);
		}
	}

	private AgiCall start() {
		startThread("reader", this::watch);
		startThread("channel", this::converse);
		return new AgiCall(this);
	}

	private static boolean isOneOf(@Nullable String value, Set<String> words) {
		return value != null && words.contains(value.toLowerCase(Locale.ROOT));
	}

	private void startThread(String duty, Runnable task) {
		Thread thread = new Thread(task, "agi-call-" + this.settings.uniqueid() + "-" + duty);
		thread.setDaemon(true);
		thread.start();
	}

	private void watch() {
		try {
			boolean open = true;
			while (open) {
				open = this.reader.poll() && this.channel.arrived();
			}
		}
		catch (ClosedSelectorException | IOException ex) {
			logger.debug("AGI call {} lost its script: {}", this.settings.uniqueid(), ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void converse() {
		try {
			for (String line : this.settings.environment()) {
				write(line);
			}
			write("");
			boolean open = true;
			while (open) {
				open = switch (this.channel.next()) {
					case INPUT -> input();
					case HANGUP -> hangUp();
					case END -> false;
				};
			}
			if (this.announcesHangup) {
				write("HANGUP");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			finish();
		}
	}

	private boolean input() throws InterruptedException {
		String command = this.reader.read(this.channel::awaitMore);
		// What arrives from now on interrupts the command
		this.channel.taken();
		if (command == null) {
			return false;
		}
		return this.settings.expectations().isEmpty() ? run(command) : check(command);
	}

	private boolean hangUp() {
		if (this.status == AgiStatus.SUCCESS) {
			this.status = AgiStatus.HANGUP;
		}
		tell(AgiCallListener::hungUp);
		if (this.announcesHangup) {
			write("HANGUP");
		}
		return !this.endsOnHangup;
	}

	private void finish() {
		// Nobody reads any more
		this.channel.abort();
		close(this.reader);
		AgiStatus status = status();
		this.transcript.note("the script ended, AGISTATUS=" + status);
		try {
			tell((listener) -> listener.ended(status));
		}
		finally {
			this.ended.countDown();
		}
	}

	private boolean run(String command) throws InterruptedException {
		// Begun before anybody can see it: who has seen the command may count on it to
		// run
		this.channel.begin(command);
		this.transcript.received(command);
		if (command.regionMatches(true, 0, "failure", 0, 7)) {
			this.status = AgiStatus.FAILURE;
			return false;
		}
		tell((listener) -> listener.commandStarted(command));
		Reply reply = this.commands.run(command);
		if (reply.failed() && (this.channel.isDead() || !this.channel.isHungUp())) {
			this.status = AgiStatus.FAILURE;
		}
		tell((listener) -> listener.commandEnded(command, reply.resultCode()));
		if (reply.code() > 0) {
			write(reply.text());
		}
		return true;
	}

	private boolean check(String command) {
		this.transcript.received(command);
		Expectation expected = this.expectations.poll();
		if (expected == null || !AgiWords.split(expected.command()).equals(AgiWords.split(command))) {
			this.mismatch = "Expected " + ((expected != null) ? "'" + expected.command() + "'" : "no more commands")
					+ " but the script sent '" + command + "'";
			return false;
		}
		if (expected.reply() != null) {
			write(expected.reply());
		}
		if (expected.hangUp()) {
			this.channel.hangUp();
		}
		return !expected.close();
	}

	/**
	 * Write a line. A script that has closed its half of the connection, or all of it,
	 * does not hinder Asterisk in reading what it sent before that: ast_agi_send() in
	 * res/res_agi.c fails, and nobody looks at it.
	 */
	private void write(String text) {
		this.transcript.sent(text);
		ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
		try {
			while (bytes.hasRemaining()) {
				if (this.socket.write(bytes) == 0) {
					LockSupport.parkNanos(WRITE_PAUSE_NANOS);
				}
			}
		}
		catch (IOException ex) {
			logger.debug("AGI call {} cannot reach its script: {}", this.settings.uniqueid(), ex.toString());
		}
	}

	private void tell(Consumer<AgiCallListener> event) {
		for (AgiCallListener listener : this.settings.listeners()) {
			event.accept(listener);
		}
	}

	AgiStatus status() {
		AgiStatus now = this.status;
		return (now == AgiStatus.SUCCESS && this.channel.isHungUp()) ? AgiStatus.HANGUP : now;
	}

	/**
	 * Say what a scripted call missed.
	 * @return the complaint, or {@code null} if there is none
	 */
	@Nullable String complaint() {
		if (this.mismatch != null) {
			return this.mismatch;
		}
		Expectation next = (this.ended.getCount() == 0) ? this.expectations.peek() : null;
		return (next != null) ? "The script ended but '" + next.command() + "' was expected" : null;
	}

	CountDownLatch ended() {
		return this.ended;
	}

	CallSettings settings() {
		return this.settings;
	}

	CallChannel channel() {
		return this.channel;
	}

	Transcript transcript() {
		return this.transcript;
	}

	void close() {
		this.channel.abort();
		close(this.reader);
	}

	private static void close(Closeable closeable) {
		try {
			closeable.close();
		}
		catch (IOException ex) {
			logger.trace("Already closed", ex);
		}
	}

}
