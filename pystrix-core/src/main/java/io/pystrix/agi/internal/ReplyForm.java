package io.pystrix.agi.internal;

import java.util.regex.Pattern;

/**
 * What the reply to a command may look like, as far as it takes more than one line to
 * tell where it ends. {@code docs/agi-replies.md} has the forms of all commands, with
 * their sources.
 */
enum ReplyForm {

	/** A value in parentheses, which may hold line breaks and parentheses. */
	VALUE,

	/**
	 * What a speech engine understood, in quotes that may hold line breaks and quotes.
	 */
	SPEECH,

	/** The result of an application; behind the result 1 Asterisk sends the usage. */
	EXEC,

	/** Anything: the text of the reply decides. */
	ANY;

	private static final String[][] VALUES = { { "GET", "VARIABLE" }, { "GET", "FULL", "VARIABLE" },
			{ "DATABASE", "GET" }, { "RECEIVE", "TEXT" } };

	private static final String[][] RECOGNIZE = { { "SPEECH", "RECOGNIZE" } };

	private static final String[][] APPLICATION = { { "EXEC" } };

	// Parentheses around one of Asterisk's own words; around a value, more may follow
	private static final Pattern WORD_AND_ITEMS = Pattern
		.compile("\\((dtmf|timeout|hangup|randomerror|waitfor|writefile|speech|digit)\\)( (endpos|digit)=.*)?");

	/**
	 * Returns the form of the reply to a command. As for Asterisk (find_command in
	 * res/res_agi.c, all releases), case and spacing of its words do not matter.
	 * @param command the line of the command
	 * @return the form
	 */
	static ReplyForm of(String command) {
		return switch (command.isEmpty() ? ' ' : command.charAt(0)) {
			case 'G', 'g', 'D', 'd', 'R', 'r' -> startsWithAny(command, VALUES) ? VALUE : ANY;
			case 'S', 's' -> startsWithAny(command, RECOGNIZE) ? SPEECH : ANY;
			case 'E', 'e' -> startsWithAny(command, APPLICATION) ? EXEC : ANY;
			default -> ANY;
		};
	}

	/**
	 * Returns what a reply has to be read as.
	 * @param line its first line
	 * @return {@link #VALUE}, {@link #SPEECH}, or {@link #ANY} for one that has one line
	 */
	ReplyForm ofReply(String line) {
		int open = line.indexOf(' ', 4) + 1;
		if (!line.startsWith("200 result=") || open == 0 || !line.startsWith("(", open)) {
			return ANY;
		}
		return switch (this) {
			case VALUE -> VALUE;
			case SPEECH -> SpeechReply.isStart(line) ? SPEECH : ANY;
			case EXEC -> ANY;
			case ANY -> byText(line, open);
		};
	}

	private static ReplyForm byText(String line, int open) {
		if (SpeechReply.isStart(line)) {
			return SPEECH;
		}
		return WORD_AND_ITEMS.matcher(line).region(open, line.length()).matches() ? ANY : VALUE;
	}

	private static boolean startsWithAny(String command, String[][] names) {
		for (String[] name : names) {
			if (startsWith(command, name)) {
				return true;
			}
		}
		return false;
	}

	// A word of the name may have been given as an argument, and be quoted
	private static boolean startsWith(String command, String[] name) {
		int position = 0;
		for (String word : name) {
			while (position < command.length() && isBetweenWords(command.charAt(position))) {
				position++;
			}
			if (!command.regionMatches(true, position, word, 0, word.length())) {
				return false;
			}
			position += word.length();
			if (position < command.length() && !isBetweenWords(command.charAt(position))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isBetweenWords(char c) {
		return c == ' ' || c == '"';
	}

}
