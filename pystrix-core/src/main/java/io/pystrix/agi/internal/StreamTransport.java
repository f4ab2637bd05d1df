package io.pystrix.agi.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AgiReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session over a pair of byte streams.
 *
 * @since 0.1.0
 */
public final class StreamTransport implements AgiTransport {

	private static final Logger logger = LoggerFactory.getLogger(WireLog.LOGGER);

	// Far longer than a segment that was lost takes to be sent again
	private static final Duration MAX_REST = Duration.ofSeconds(30);

	// What fits into one segment of any network (the least MTU of IPv6) arrives at once
	private static final int SEGMENT = 1220;

	private static final byte[] FAILURE = "failure\n".getBytes(StandardCharsets.US_ASCII);

	private final LineReader reader;

	private final OutputStream out;

	private final Charset charset;

	private final HangupNotice hangup;

	private final Closeable connection;

	private final ReplyReader replies;

	private final RoundTrip roundTrip;

	private Deadline deadline = Deadline.NEVER;

	/**
	 * Creates a transport.
	 * @param reader what Asterisk sends, from behind the environment
	 * @param out where commands go: each in one write, so without a buffer of its own
	 * @param charset how commands are encoded
	 * @param hangup what to tell of hang-up notices
	 * @param connection what to close in the end
	 */
	public StreamTransport(LineReader reader, OutputStream out, Charset charset, HangupNotice hangup,
			Closeable connection) {
		this(reader, out, charset, hangup, connection, new RoundTrip());
	}

	StreamTransport(LineReader reader, OutputStream out, Charset charset, HangupNotice hangup, Closeable connection,
			RoundTrip roundTrip) {
		this.reader = reader;
		this.out = out;
		this.charset = charset;
		this.hangup = hangup;
		this.connection = connection;
		this.roundTrip = roundTrip;
		this.replies = new ReplyReader(new Lines(), hangup, new SessionStart());
	}

	@Override
	public void check(String line, AgiEnvironment environment) {
		CommandLimit.check(line, this.charset, environment);
	}

	@Override
	public AgiReply exchange(String line, Deadline deadline) throws IOException {
		byte[] text = line.getBytes(this.charset);
		byte[] command = Arrays.copyOf(text, text.length + 1);
		command[text.length] = '\n';
		this.roundTrip.sent();
		this.out.write(command);
		this.out.flush();
		try {
			AgiReply reply = read(line, deadline);
			this.roundTrip.answered();
			return reply;
		}
		catch (ForgedReplyException ex) {
			throw failed(ex);
		}
	}

	/**
	 * Waits for a reply, without sending a command.
	 * @param line the command that is answered
	 * @param deadline when to give up
	 * @return the reply, whatever its code
	 * @throws IOException if the connection is lost or the deadline passes
	 */
	AgiReply read(String line, Deadline deadline) throws IOException {
		this.deadline = deadline;
		return this.replies.read(line);
	}

	@Override
	public void poll(Deadline deadline) throws IOException {
		try {
			boolean open = takeLines();
			while (open && !this.hangup.isKnown() && !deadline.isNow()) {
				open = this.reader.fill(ReplyReader.MAX_LENGTH, deadline);
				open &= takeLines();
			}
			if (!open) {
				throw new EOFException("Asterisk closed the connection");
			}
		}
		catch (SocketTimeoutException ex) {
			logger.trace("Nothing has arrived");
		}
		catch (ForgedReplyException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void awaitNotice() throws IOException {
		poll(this.roundTrip.notice());
	}

	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (IOException ex) {
			logger.debug("Closing the connection failed", ex);
		}
	}

	// A line that makes AGISTATUS say FAILURE, in all releases (run_agi in res/res_agi.c)
	private ForgedReplyException failed(ForgedReplyException forged) {
		try {
			this.out.write(FAILURE);
			this.out.flush();
		}
		catch (IOException ex) {
			forged.addSuppressed(ex);
		}
		return forged;
	}

	// All that is there: what is left would be taken for the reply to the next command.
	// Between most commands there is nothing, and this look at it is all there is to it
	private boolean takeLines() throws IOException {
		boolean open = true;
		if (this.reader.hasBytes() || this.replies.isNoticed() || this.reader.isReadable()) {
			int length = takeWholeLines(0);
			while (open && this.reader.isReadable()) {
				open = this.reader.fill(ReplyReader.MAX_LENGTH, Deadline.NEVER);
				length = takeWholeLines(length);
			}
			this.replies.idleUntil(this.reader.peek());
		}
		return open;
	}

	private int takeWholeLines(int length) throws IOException {
		int extended = length;
		while (this.reader.hasLine()) {
			String line = Objects.requireNonNull(this.reader.readLine(ReplyReader.MAX_LENGTH, Deadline.NEVER));
			extended = ReplyReader.extended(extended, line);
			this.replies.idle(line);
		}
		return extended;
	}

	private final class Lines implements LineSource {

		@Override
		public @Nullable String next() throws IOException {
			StreamTransport transport = StreamTransport.this;
			while (!transport.reader.hasBytes()) {
				if (!transport.reader.fill(ReplyReader.MAX_LENGTH, transport.deadline)) {
					return null;
				}
			}
			return rest();
		}

		@Override
		public @Nullable String rest() throws IOException {
			LineReader reader = StreamTransport.this.reader;
			while (!reader.hasLine()) {
				if (!fillWithRest(reader)) {
					return null;
				}
			}
			return reader.readLine(ReplyReader.MAX_LENGTH, Deadline.NEVER);
		}

		private boolean fillWithRest(LineReader reader) throws IOException {
			Deadline deadline = StreamTransport.this.deadline;
			try {
				return reader.fill(ReplyReader.MAX_LENGTH, deadline.orIn(MAX_REST));
			}
			catch (SocketTimeoutException ex) {
				// Throws if it is the time for the command that is over
				deadline.remainingMillis();
				throw new IncompleteReplyException(MAX_REST);
			}
		}

		@Override
		public boolean goesOn(int length) throws IOException {
			LineReader reader = StreamTransport.this.reader;
			if (reader.hasBytes()) {
				return true;
			}
			if (reader.isReadable()) {
				return reader.fill(ReplyReader.MAX_LENGTH, Deadline.NEVER);
			}
			return length > SEGMENT && restArrives();
		}

		private boolean restArrives() throws IOException {
			StreamTransport transport = StreamTransport.this;
			transport.roundTrip.answered();
			try {
				return transport.reader.fill(ReplyReader.MAX_LENGTH, transport.roundTrip.rest());
			}
			catch (SocketTimeoutException ex) {
				return false;
			}
		}

	}

}
