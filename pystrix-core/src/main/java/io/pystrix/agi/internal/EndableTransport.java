package io.pystrix.agi.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.pystrix.agi.AgiAbortedException;
import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.command.GetFullVariable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session over a pair of byte streams that any thread can end, also while a command is
 * in flight. There are two ways:
 * <ul>
 * <li>{@link #cutShort} ends the command alone. Asterisk's prompts end when a further
 * line arrives, some with a reply and some without one (handle_streamfile, handle_getdata
 * and others in res/res_agi.c, releases 13 to 23). So the line that ends the prompt is a
 * command of its own, whose reply cannot be mistaken for another: with it the session is
 * in step again.</li>
 * <li>{@link #end} tells Asterisk that the session has failed. The line {@code failure}
 * sets {@code AGISTATUS} to {@code FAILURE} (run_agi in res/res_agi.c, releases 13 to
 * 23). A command in flight ends first: Asterisk reads what follows after it.</li>
 * </ul>
 *
 * @since 0.1.0
 */
public final class EndableTransport implements AgiTransport {

	private static final Logger logger = LoggerFactory.getLogger(WireLog.LOGGER);

	private static final String MARK = "pystrix-stop";

	private static final String MARK_LINE = new GetFullVariable(MARK).line();

	// The mark is answered at once, or with the reply to the command before it
	private static final Duration MARK_TIMEOUT = Duration.ofSeconds(1);

	// Writing takes longer only if the peer does not read at all
	private static final long WRITE_MILLIS = 10;

	private final OutputStream out;

	private final Charset charset;

	private final CallThread thread;

	private final WireLog wire;

	private final StreamTransport stream;

	private final ReentrantLock writing = new ReentrantLock();

	private boolean inFlight = false;

	private boolean marked = false;

	private boolean ended = false;

	/**
	 * Creates a transport.
	 * @param reader what Asterisk sends, from behind the environment
	 * @param out where commands go: each in one write, so without a buffer of its own
	 * @param charset how commands are encoded
	 * @param hangup what to notify of hang-up notices
	 * @param connection what {@link #close} closes
	 * @param thread the thread of the call
	 * @param wire the log of commands and replies
	 */
	public EndableTransport(LineReader reader, OutputStream out, Charset charset, HangupNotice hangup,
			Closeable connection, CallThread thread, WireLog wire) {
		this.out = out;
		this.charset = charset;
		this.thread = thread;
		this.wire = wire;
		this.stream = new StreamTransport(reader, new CommandOutput(), charset, hangup, connection);
	}

	@Override
	public String shown(String line) {
		return this.wire.shown(line);
	}

	@Override
	public AgiReply exchange(String line, Deadline deadline) throws IOException {
		this.wire.sent(line);
		AgiReply reply;
		boolean cut;
		try {
			reply = this.stream.exchange(line, deadline);
		}
		finally {
			cut = answered();
		}
		this.wire.received(line, reply);
		if (cut) {
			awaitMark(reply);
			throw aborted();
		}
		return reply;
	}

	@Override
	public void poll(Deadline deadline) throws IOException {
		this.stream.poll(deadline);
	}

	@Override
	public void awaitNotice() throws IOException {
		this.stream.awaitNotice();
	}

	@Override
	public void check(String line, AgiEnvironment environment) {
		this.stream.check(line, environment);
	}

	@Override
	public void close() {
		this.stream.close();
	}

	/**
	 * Makes the command in flight fail with an {@link AgiAbortedException} as soon as
	 * Asterisk lets go of it. Does not block.
	 */
	public void cutShort() {
		write(() -> {
			if (this.inFlight) {
				this.wire.sent(MARK_LINE);
				send(MARK_LINE + "\n");
				this.marked = true;
			}
		});
	}

	/**
	 * Tells Asterisk that the session has failed, and sends no further commands. Does not
	 * block, and does not wait for a reply.
	 * @param command a command to execute before the end, {@code null} for none
	 */
	public void end(@Nullable String command) {
		write(() -> {
			this.ended = true;
			if (command != null) {
				this.wire.sent(command);
			}
			this.wire.sent("failure");
			send(((command != null) ? command + "\n" : "") + "failure\n");
		});
	}

	private void write(Task task) {
		boolean interrupted = Thread.interrupted();
		try {
			if (!this.writing.tryLock(WRITE_MILLIS, TimeUnit.MILLISECONDS)) {
				logger.debug("Cannot end an AGI session whose peer does not read");
				return;
			}
			try {
				if (!this.ended) {
					task.run();
				}
			}
			finally {
				this.writing.unlock();
			}
		}
		catch (IOException ex) {
			logger.debug("Cannot end an AGI session whose connection is lost: {}", ex.getMessage());
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void send(String text) throws IOException {
		this.out.write(text.getBytes(this.charset));
		this.out.flush();
	}

	private boolean answered() {
		this.writing.lock();
		try {
			boolean cut = this.marked;
			this.inFlight = false;
			this.marked = false;
			return cut;
		}
		finally {
			this.writing.unlock();
		}
	}

	private void awaitMark(AgiReply first) throws IOException {
		Deadline deadline = Deadline.in(MARK_TIMEOUT);
		AgiReply reply = first;
		while (!MARK.equals(reply.data())) {
			reply = this.stream.read(MARK_LINE, deadline);
			this.wire.received(MARK_LINE, reply);
		}
	}

	private static AgiAbortedException aborted() {
		return new AgiAbortedException("The server stopped while the command was in progress");
	}

	@FunctionalInterface
	private interface Task {

		void run() throws IOException;

	}

	/** What the session writes its commands to. */
	private final class CommandOutput extends OutputStream {

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			EndableTransport self = EndableTransport.this;
			self.writing.lock();
			try {
				if (self.ended) {
					throw new EOFException("The AGI session has ended");
				}
				if (self.thread.isCut()) {
					throw aborted();
				}
				self.out.write(bytes, offset, length);
				self.inFlight = true;
			}
			finally {
				self.writing.unlock();
			}
		}

		@Override
		public void flush() throws IOException {
			EndableTransport.this.out.flush();
		}

	}

}
