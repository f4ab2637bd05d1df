package io.pystrix.agi.internal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;

import io.pystrix.agi.AgiReply;
import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session over a pair of byte streams.
 */
public final class StreamTransport implements AgiTransport {

	private static final Logger logger = LoggerFactory.getLogger(StreamTransport.class);

	private static final Duration USAGE_DELAY = Duration.ofMillis(200);

	private final LineReader reader;

	private final OutputStream out;

	private final Charset charset;

	private final HangupNotice hangup;

	private final Closeable connection;

	private final ReplyReader replies;

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
		this.reader = reader;
		this.out = out;
		this.charset = charset;
		this.hangup = hangup;
		this.connection = connection;
		this.replies = new ReplyReader(new Lines(), hangup);
	}

	@Override
	public AgiReply exchange(String line, Deadline deadline) throws IOException {
		byte[] text = line.getBytes(this.charset);
		byte[] command = Arrays.copyOf(text, text.length + 1);
		command[text.length] = '\n';
		this.out.write(command);
		this.out.flush();
		this.deadline = deadline;
		AgiReply reply = this.replies.read();
		if (line.startsWith("EXEC ") && "1".equals(reply.result())) {
			skipUsage();
		}
		return reply;
	}

	@Override
	public void poll(Deadline deadline) throws IOException {
		boolean open = takeLines();
		while (open && !this.hangup.isKnown() && !deadline.isNow()) {
			try {
				open = this.reader.fill(ReplyReader.MAX_LENGTH, deadline);
			}
			catch (SocketTimeoutException ex) {
				return;
			}
			open &= takeLines();
		}
		if (!open) {
			throw new EOFException("Asterisk closed the connection");
		}
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

	// All that is there: what is left would be taken for the reply to the next command.
	// Between most commands there is nothing, and this look at it is all there is to it
	private boolean takeLines() throws IOException {
		int length = takeWholeLines(0);
		boolean open = true;
		while (open && this.reader.isReadable()) {
			open = this.reader.fill(ReplyReader.MAX_LENGTH, Deadline.NEVER);
			length = takeWholeLines(length);
		}
		return open;
	}

	private int takeWholeLines(int length) throws IOException {
		int extended = length;
		while (this.reader.hasLine()) {
			extended = ReplyReader.extended(extended, take());
		}
		return extended;
	}

	private String take() throws IOException {
		String line = readLine(Deadline.NEVER);
		if ("HANGUP".equals(line)) {
			this.hangup.raise();
		}
		else {
			logger.debug("Ignored a line that belongs to no command: {}", Printable.of(line));
		}
		return (line != null) ? line : "";
	}

	private @Nullable String readLine(Deadline deadline) throws IOException {
		return this.reader.readLine(ReplyReader.MAX_LENGTH, deadline);
	}

	// An application that returns 1 makes Asterisk send the usage of EXEC after the
	// result
	private void skipUsage() throws IOException {
		this.deadline = Deadline.in(USAGE_DELAY);
		try {
			AgiReply usage = this.replies.read();
			logger.debug("Ignored what follows the result of EXEC: {}", usage.code());
		}
		catch (SocketTimeoutException ex) {
			logger.trace("No usage follows the result of EXEC");
		}
	}

	private final class Lines implements LineSource {

		@Override
		public @Nullable String next() throws IOException {
			return readLine(StreamTransport.this.deadline);
		}

		@Override
		public @Nullable String peek() throws IOException {
			LineReader reader = StreamTransport.this.reader;
			boolean open = true;
			while (open && !reader.hasLine() && reader.isReadable()) {
				open = reader.fill(ReplyReader.MAX_LENGTH, Deadline.NOW);
			}
			return reader.peekLine();
		}

	}

}
