package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiUnknownResponseException;
import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which lines make up the reply to a command. A hang-up notice may stand
 * between any two replies, and between the lines of a usage, and belongs to none.
 * {@code docs/agi-replies.md} has the grammar and its sources.
 *
 * @since 0.1.0
 */
public final class ReplyReader {

	private static final Logger logger = LoggerFactory.getLogger(WireLog.LOGGER);

	private static final String HANGUP = "HANGUP";

	/**
	 * How long a reply may be, in characters. Variables are the only replies without a
	 * limit of Asterisk's own; a thousand strangers who send one without end must not
	 * fill the memory.
	 */
	static final int MAX_LENGTH = 1 << 20;

	// A short line takes more memory than its characters
	private static final int LINE_COST = 64;

	private final LineSource source;

	private final HangupNotice hangup;

	private final @Nullable SessionStart start;

	private final LateUsage usage = new LateUsage();

	// A value ended in the reply before; what looks like no reply may be the rest of it
	private boolean afterValue = false;

	// Lines that are notices of the hang-up, unless a value goes on after them
	private boolean noticed = false;

	/**
	 * Creates a reader.
	 * @param source where the lines come from
	 * @param hangup is notified of hang-up notices
	 */
	public ReplyReader(LineSource source, HangupNotice hangup) {
		this(source, hangup, null);
	}

	/**
	 * Creates a reader for all replies of a session.
	 * @param source where the lines come from
	 * @param hangup is notified of hang-up notices
	 * @param start checks what is no reply, {@code null} not to check it
	 */
	ReplyReader(LineSource source, HangupNotice hangup, @Nullable SessionStart start) {
		this.source = source;
		this.hangup = hangup;
		this.start = start;
	}

	/**
	 * Reads the reply to an unknown command.
	 * @return the final reply, whatever its code
	 * @throws IOException if reading fails
	 */
	public AgiReply read() throws IOException {
		return read(ReplyForm.ANY);
	}

	/**
	 * Reads the reply to a command, up to and including its last line. Ignores lines
	 * before it that belong to no reply.
	 * @param command the line of the command
	 * @return the final reply, whatever its code
	 * @throws AgiUnknownResponseException if there are such lines, and no reply
	 * @throws EOFException if no lines are left
	 * @throws IOException if reading fails
	 */
	public AgiReply read(String command) throws IOException {
		return read(ReplyForm.of(command));
	}

	private AgiReply read(ReplyForm form) throws IOException {
		AgiReply reply = readOne(form);
		while (this.usage.takes(reply.lines())) {
			reply = readOne(form);
		}
		if (form == ReplyForm.EXEC && "1".equals(reply.result())) {
			this.usage.expect();
		}
		if (this.start != null) {
			this.start.replied();
		}
		return reply;
	}

	private AgiReply readOne(ReplyForm form) throws IOException {
		String line = firstLine();
		if (line.length() > 3 && line.charAt(3) == '-') {
			return ReplyParser.parse(readUsage(line), ReplyForm.ANY);
		}
		ReplyForm actual = form.ofReply(line);
		return ReplyParser.parse((actual != ReplyForm.ANY) ? readWhole(line, actual) : List.of(line), actual);
	}

	/**
	 * Takes a line that arrives while no command is in flight.
	 * @param line the line
	 * @throws ForgedReplyException if a caller has made it up
	 */
	void idle(String line) throws ForgedReplyException {
		if (HANGUP.equals(line)) {
			this.noticed = true;
		}
		else {
			noticeIsOfValue();
			boolean late = this.usage.takes(line);
			if (this.start != null && !late) {
				this.start.idle(line, this.afterValue);
			}
			logger.debug("Ignored a line that {}: {}", late ? "follows the result of EXEC" : "belongs to no command",
					Printable.of(line));
		}
	}

	/**
	 * Ends the lines that arrived while no command is in flight.
	 * @param begun what has arrived of the next line
	 * @throws ForgedReplyException if a caller has made it up
	 */
	void idleUntil(String begun) throws ForgedReplyException {
		if (this.start != null && this.start.isBeforeFirstReply() && !HANGUP.startsWith(begun)) {
			this.start.idle(begun, false);
		}
		if (begun.isEmpty() || !this.afterValue) {
			raiseNoticed();
		}
	}

	/** Whether a notice has been read that {@link #idleUntil} is to make known. */
	boolean isNoticed() {
		return this.noticed;
	}

	private void raiseNoticed() {
		if (this.noticed) {
			this.noticed = false;
			this.hangup.raise();
		}
	}

	private String firstLine() throws IOException {
		@Nullable String stray = null;
		int length = 0;
		try {
			String line = next();
			boolean ofUsage = this.usage.hasBegun() && this.usage.takes(line);
			while (ofUsage || !isFinal(line)) {
				noticeIsOfValue();
				length = extended(length, line);
				if (!ofUsage) {
					stray = (stray != null || isCoded(line)) ? stray : line;
					checkStray(line);
				}
				line = next();
				ofUsage = this.usage.hasBegun() && this.usage.takes(line);
			}
			raiseNoticed();
			return line;
		}
		catch (EOFException ex) {
			raiseNoticed();
			if (stray != null && !this.afterValue) {
				throw new AgiUnknownResponseException("Not a reply: '" + stray + "'");
			}
			throw ex;
		}
		finally {
			this.afterValue = false;
		}
	}

	private void checkStray(String line) throws ForgedReplyException {
		if (this.start != null) {
			this.start.stray(line, this.afterValue);
		}
	}

	// After a value, a line HANGUP is a notice only if no more of the value comes after
	// it
	private void noticeIsOfValue() {
		if (!this.afterValue) {
			raiseNoticed();
		}
		this.noticed = false;
	}

	private List<String> readUsage(String first) throws IOException {
		boolean usage = first.startsWith("520");
		String lastStart = first.substring(0, 3) + " ";
		List<String> lines = new ArrayList<>(List.of(first));
		int length = 0;
		String line;
		do {
			line = orEnd(this.source.rest());
			if (HANGUP.equals(line)) {
				this.hangup.raise();
				continue;
			}
			length = extended(length, line);
			lines.add(line);
		}
		while (usage ? !LateUsage.isEnd(line) : !line.startsWith(lastStart));
		return lines;
	}

	// Asterisk sends such a reply at once, and after it nothing but notices of the
	// hang-up. So all else that has arrived behind it is a part of it, and so are the
	// lines HANGUP in front of that
	private List<String> readWhole(String first, ReplyForm form) throws IOException {
		List<String> lines = new ArrayList<>(List.of(first));
		int length = first.length();
		int notices = 0;
		boolean mayEnd = mayEnd(lines, form, length);
		while (!mayEnd || this.source.goesOn(length)) {
			@Nullable String line = this.source.rest();
			if (line == null && mayEnd) {
				break;
			}
			line = orEnd(line);
			length = extended(length, line);
			if (mayEnd && HANGUP.equals(line)) {
				notices++;
				continue;
			}
			while (notices > 0) {
				lines.add(HANGUP);
				notices--;
			}
			lines.add(line);
			mayEnd = mayEnd(lines, form, length);
		}
		if (this.start != null) {
			this.start.whole(lines);
		}
		this.noticed = notices > 0;
		this.afterValue = true;
		return lines;
	}

	private static boolean mayEnd(List<String> lines, ReplyForm form, int length) {
		if (form == ReplyForm.SPEECH) {
			return length > SpeechReply.MAX_LENGTH || SpeechReply.mayEnd(String.join("\n", lines));
		}
		return lines.get(lines.size() - 1).endsWith(")");
	}

	// Known to others at once, unless the rest of a value may follow
	private String next() throws IOException {
		String line = orEnd(this.source.next());
		while (HANGUP.equals(line)) {
			if (this.afterValue && this.source.goesOn(0)) {
				this.noticed = true;
			}
			else {
				this.hangup.raise();
			}
			line = orEnd(this.source.next());
		}
		return line;
	}

	private static String orEnd(@Nullable String line) throws EOFException {
		if (line == null) {
			throw new EOFException("Asterisk closed the connection");
		}
		return line;
	}

	/**
	 * Adds a line to the length of a reply.
	 * @param length the length so far
	 * @param line the line
	 * @return the length with the line
	 * @throws LineTooLongException if that is too long
	 */
	static int extended(int length, String line) throws LineTooLongException {
		int extended = length + line.length() + LINE_COST;
		if (extended > MAX_LENGTH) {
			throw new LineTooLongException(MAX_LENGTH);
		}
		return extended;
	}

	// The end of a usage that is the first line was too late for its command
	private static boolean isFinal(String line) {
		return isCoded(line) && !line.startsWith("1") && !LateUsage.isNothingButEnd(line);
	}

	private static boolean isCoded(String line) {
		if (line.length() < 3 || line.length() > 3 && line.charAt(3) != ' ' && line.charAt(3) != '-') {
			return false;
		}
		for (int i = 0; i < 3; i++) {
			if (line.charAt(i) < '0' || line.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}
