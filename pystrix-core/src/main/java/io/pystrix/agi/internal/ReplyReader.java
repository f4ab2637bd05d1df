package io.pystrix.agi.internal;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.pystrix.agi.AgiReply;
import io.pystrix.agi.AgiUnknownResponseException;

/**
 * Finds out which lines make up the reply to a command. A hang-up notice may stand
 * between any two of them and belongs to none.
 */
public final class ReplyReader {

	private static final String HANGUP = "HANGUP";

	private static final int MAX_LENGTH = 1 << 22;

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
	 * Reads a reply, up to and including its last line.
	 * @return the final reply, whatever its code
	 * @throws AgiUnknownResponseException if what comes is no reply
	 * @throws EOFException if no lines are left
	 * @throws IOException if reading fails
	 */
	public AgiReply read() throws IOException {
		String line = next();
		while (line.startsWith("1") && isCoded(line) || this.afterValue && !isCoded(line)) {
			line = next();
		}
		this.afterValue = false;
		if (!isCoded(line)) {
			throw new AgiUnknownResponseException("Not a reply: '" + line + "'");
		}
		List<String> lines = new ArrayList<>(1);
		lines.add(line);
		if (line.length() > 3 && line.charAt(3) == '-') {
			readUntil(line.substring(0, 3) + " ", lines);
		}
		else if (startsValue(line)) {
			readValue(lines);
		}
		return ReplyParser.parse(lines);
	}

	private void readUntil(String lastStart, List<String> lines) throws IOException {
		int length = 0;
		String line;
		do {
			line = next();
			length = checked(length + line.length());
			lines.add(line);
		}
		while (!line.startsWith(lastStart));
	}

	// A value may itself contain ")\n"; then the rest of it has arrived along with the
	// line
	private void readValue(List<String> lines) throws IOException {
		int length = 0;
		String line = lines.get(0);
		while (!line.endsWith(")") || continues()) {
			line = next();
			length = checked(length + line.length());
			lines.add(line);
		}
		this.afterValue = true;
	}

	private boolean continues() {
		String following = this.source.peek();
		return following != null && !HANGUP.equals(following);
	}

	private String next() throws IOException {
		String line = this.source.next();
		while (HANGUP.equals(line)) {
			this.hangup.raise();
			line = this.source.next();
		}
		if (line == null) {
			throw new EOFException("Asterisk closed the connection");
		}
		return line;
	}

	private static int checked(int length) throws IOException {
		if (length > MAX_LENGTH) {
			throw new LineTooLongException(MAX_LENGTH);
		}
		return length;
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
				&& !WORD_AND_ITEMS.matcher(line.substring(open)).matches();
	}

}
