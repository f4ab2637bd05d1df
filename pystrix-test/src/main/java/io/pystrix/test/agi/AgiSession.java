package io.pystrix.test.agi;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation of a call with its script: one thread reads lines, another runs them.
 */
final class AgiSession {

	private static final Logger logger = LoggerFactory.getLogger(AgiSession.class);

	private static final int CONNECT_TIMEOUT_MILLIS = 2000;

	private final CountDownLatch ended = new CountDownLatch(1);

	private final Transcript transcript = new Transcript();

	private final CallSettings settings;

	private final CallChannel channel;

	private final Commands commands;

	private final Deque<Expectation> expectations;

	private final Socket socket;

	private volatile boolean failed;

	private volatile @Nullable String mismatch;

	private AgiSession(CallSettings settings, Socket socket) {
		this.settings = settings;
		this.socket = socket;
		this.channel = new CallChannel(settings, this.transcript::note);
		this.commands = new Commands(this.channel, this::tell);
		this.expectations = new ArrayDeque<>(settings.expectations());
	}

	static AgiCall place(CallSettings settings) {
		Socket socket = new Socket();
		try {
			InetSocketAddress server = settings.server();
			socket.connect(server.isUnresolved()
					? new InetSocketAddress(InetAddress.getByName(server.getHostString()), server.getPort()) : server,
					CONNECT_TIMEOUT_MILLIS);
			socket.setTcpNoDelay(true);
		}
		catch (IOException ex) {
			close(socket);
			throw new UncheckedIOException("Cannot connect to the FastAGI server " + settings.server(), ex);
		}
		AgiSession session = new AgiSession(settings, socket);
		session.startThread("reader", session::read);
		session.startThread("channel", session::converse);
		return new AgiCall(session);
	}

	private void startThread(String duty, Runnable task) {
		Thread thread = new Thread(task, "agi-call-" + this.settings.uniqueid() + "-" + duty);
		thread.setDaemon(true);
		thread.start();
	}

	private void read() {
		try {
			InputStream input = new BufferedInputStream(this.socket.getInputStream());
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			for (int next = input.read(); next >= 0; next = input.read()) {
				if (next == '\n') {
					this.channel.arrived(line.toString(StandardCharsets.UTF_8));
					line.reset();
				}
				else {
					line.write(next);
				}
			}
			if (line.size() > 0) {
				// Asterisk runs a last line that was not ended
				this.channel.arrived(line.toString(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			logger.debug("AGI call {} lost its script: {}", this.settings.uniqueid(), ex.toString());
		}
		finally {
			this.channel.closed();
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
				CallChannel.Next next = this.channel.next();
				if (next.command() != null) {
					open = this.settings.expectations().isEmpty() ? run(next.command()) : check(next.command());
				}
				else if (next.end()) {
					open = false;
				}
				else {
					tell(AgiCallListener::hungUp);
					write("HANGUP");
				}
			}
			write("HANGUP");
		}
		catch (IOException ex) {
			logger.debug("AGI call {} cannot reach its script: {}", this.settings.uniqueid(), ex.toString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			finish();
		}
	}

	private void finish() {
		close(this.socket);
		AgiStatus status = status();
		this.transcript.note("the script ended, AGISTATUS=" + status);
		try {
			tell((listener) -> listener.ended(status));
		}
		finally {
			this.ended.countDown();
		}
	}

	private boolean run(String command) throws IOException, InterruptedException {
		// Begun before anybody can see it: who has seen the command may count on it to
		// run
		this.channel.begin(command);
		this.transcript.received(command);
		if (command.regionMatches(true, 0, "failure", 0, 7)) {
			this.failed = true;
			return false;
		}
		tell((listener) -> listener.commandStarted(command));
		Reply reply = this.commands.run(command);
		this.failed |= reply.failed() && !this.channel.isHungUp();
		tell((listener) -> listener.commandEnded(command, reply.code()));
		if (reply.code() > 0) {
			write(reply.text());
		}
		return true;
	}

	private boolean check(String command) throws IOException {
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

	private void write(String text) throws IOException {
		this.transcript.sent(text);
		this.socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
	}

	private void tell(Consumer<AgiCallListener> event) {
		for (AgiCallListener listener : this.settings.listeners()) {
			event.accept(listener);
		}
	}

	AgiStatus status() {
		if (this.channel.isHungUp()) {
			return AgiStatus.HANGUP;
		}
		return this.failed ? AgiStatus.FAILURE : AgiStatus.SUCCESS;
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
		close(this.socket);
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			logger.trace("Already closed", ex);
		}
	}

}
