package io.pystrix.agi.internal;

import java.util.List;
import java.util.Locale;

/**
 * The usage that Asterisk sends after the reply to EXEC if the application returned 1,
 * which it takes for {@code RESULT_SHOWUSAGE} (handle_exec and agi_handle_command in
 * res/res_agi.c, 13 to master). It answers no command, and comes before the reply to the
 * next one, however late that is.
 */
final class LateUsage {

	private static final String NOT_AVAILABLE = "520 Invalid command syntax.  Proper usage not available.";

	private static final String START = "520-Invalid command syntax.";

	private static final String END = "520 End of proper usage.";

	private boolean expected = false;

	private boolean begun = false;

	/** Expects a usage. */
	void expect() {
		this.expected = true;
		this.begun = false;
	}

	/** Whether the usage has begun to arrive, but not ended. */
	boolean hasBegun() {
		return this.begun;
	}

	/**
	 * Takes a line that arrives while no command is in flight, or after
	 * {@link #hasBegun}.
	 * @param line the line
	 * @return whether it belongs to the usage
	 */
	boolean takes(String line) {
		if (this.begun) {
			this.begun = !isEnd(line);
			return true;
		}
		boolean expected = this.expected;
		this.begun = expected && line.startsWith(START);
		// Whatever else comes, the usage would have come before it
		this.expected = false;
		return this.begun || expected && line.equals(NOT_AVAILABLE);
	}

	/**
	 * Takes what looks like the reply to a command. A peer that is no Asterisk may send
	 * no usage after EXEC, but one for the next command: that of EXEC names it, as it
	 * does in all releases.
	 * @param reply the lines of the reply
	 * @return whether it is the usage
	 */
	boolean takes(List<String> reply) {
		if (!this.expected) {
			return false;
		}
		this.expected = false;
		String first = reply.get(0);
		return first.equals(NOT_AVAILABLE) || first.startsWith(START) && namesExec(reply);
	}

	private static boolean namesExec(List<String> usage) {
		for (String line : usage) {
			if (line.toUpperCase(Locale.ROOT).contains("EXEC")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Returns whether a line ends a usage. In 13.0 to 13.16 and 14.0 to 14.5, no line
	 * feed separates the text from its end ({@code "%s"} instead of {@code "%s\n"} in
	 * agi_handle_command).
	 * @param line a line of a usage
	 */
	static boolean isEnd(String line) {
		return line.endsWith(END);
	}

	/** Returns whether a line is the end of a usage and nothing else. */
	static boolean isNothingButEnd(String line) {
		return line.startsWith(END);
	}

}
