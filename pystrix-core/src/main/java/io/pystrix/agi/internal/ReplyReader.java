package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiUnknownResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which lines make up the reply to a command. A hang-up notice may stand
 * between any two of them and belongs to none.
 */
public final class ReplyReader {

	private static final String HANGUP = "HANGUP";

	/**
	 * How long a reply may be, in characters. Variables are the only replies without a
	 * limit of Asterisk's own; a thousand strangers who send one without end must not
	 * fill the memory.
	 */
	static final int MAX_LENGTH = 1 << 20;

	// A short line takes more memory than its characters
	private static final int LINE_COST = 64;

	private static final String END_OF_USAGE = "520 End of proper usage";

	// Parentheses around one of Asterisk's own words; around a value, more may follow
	private static final Pattern WORD_AND_ITEMS = Pattern
		.compile("\\((dtmf|timeout|hangup|randomerror|waitfor|writefile|speech|digit)\\) (endpos|digit)=.*");

	private final LineSource source;

	private final HangupNotice hangup;

	// A value ended in the line before; what looks like no reply may be the rest of it
	private boolean afterValue = false;

	/**
	 * Creates a reader.
	 * @param source where the lines come from
	 * @param hangup what to tell of hang-up notices
	 */
	public ReplyReader(LineSource source, HangupNotice hangup) {
		this.source = source;
		this.hangup = hangup;
	}

	/**
	 * Reads a reply, up to and including its last line. Lines before it that belong to no
	 * reply are passed over.
	 * @return the final reply, whatever its code
	 * @throws AgiUnknownResponseException if there are such lines, and no reply
	 * @throws EOFException if no lines are left
	 * @throws IOException if reading fails
	 */
	public AgiReply read() throws IOException {
		String line = firstLine();
		if (line.length() > 3 && line.charAt(3) == '-') {
			return ReplyParser.parse(readUntil(line.substring(0, 3) + " ", line));
		}
		return ReplyParser.parse(startsValue(line) ? readValue(line) : List.of(line));
	}

	private String firstLine() throws IOException {
		boolean restOfValue = this.afterValue;
		this.afterValue = false;
		@Nullable String stray = null;
		int length = 0;
		try {
			String line = next();
			while (!isFinal(line)) {
				stray = (stray != null || isCoded(line)) ? stray : line;
				length = extended(length, line);
				line = next();
			}
			return line;
		}
		catch (EOFException ex) {
			if (stray != null && !restOfValue) {
				throw new AgiUnknownResponseException("Not a reply: '" + stray + "'");
			}
			throw ex;
		}
	}

	private List<String> readUntil(String lastStart, String first) throws IOException {
		List<String> lines = new ArrayList<>(List.of(first));
		int length = 0;
		String line;
		do {
			line = next();
			length = extended(length, line);
			lines.add(line);
		}
		while (!line.startsWith(lastStart));
		return lines;
	}

	// Asterisk sends a value at once, so that a line HANGUP in it is its own. It may also
	// contain ")\n"; then the rest of it has arrived along with the line
	private List<String> readValue(String first) throws IOException {
		List<String> lines = new ArrayList<>(List.of(first));
		int length = 0;
		String line = first;
		while (!line.endsWith(")") || continues()) {
			line = orEnd(this.source.next());
			length = extended(length, line);
			lines.add(line);
		}
		this.afterValue = true;
		return lines;
	}

	private boolean continues() throws IOException {
		String following = this.source.peek();
		return following != null && !HANGUP.equals(following);
	}

	private String next() throws IOException {
		String line = this.source.next();
		while (HANGUP.equals(line)) {
			this.hangup.raise();
			line = this.source.next();
		}
		return orEnd(line);
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
		return isCoded(line) && !line.startsWith("1") && !line.startsWith(END_OF_USAGE);
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

	private static boolean startsValue(String line) {
		int open = line.indexOf(' ', 4) + 1;
		return line.startsWith("200 result=") && open > 0 && line.startsWith("(", open)
				&& (line.endsWith(")") || !WORD_AND_ITEMS.matcher(line.substring(open)).matches());
	}

}
