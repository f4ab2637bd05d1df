package io.pystrix.agi;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Writes a command the way Asterisk's splitter reads it.
 */
final class CommandLine {

	// What no Asterisk reads, see CommandLimit for what the Asterisk of a call reads:
	// AGI_BUF_LEN in res/res_agi.c is 8192 at most, line feed and end of text included
	private static final int MAX_BYTES = 8190;

	// MAX_ARGS in res/res_agi.c is 128, with the end of the list, in the branches 13 to
	// 23 and in master. parse_args() does not check it for quoted words: one too many is
	// written behind the array
	private static final int MAX_WORDS = 120;

	private CommandLine() {
	}

	static String of(String verb, @Nullable Object... arguments) {
		int words = words(verb);
		if (words == 0) {
			throw new IllegalArgumentException("Not the name of a command: '" + printable(verb) + "'");
		}
		if (verb.regionMatches(true, 0, "failure", 0, 7)) {
			throw new IllegalArgumentException("A line that starts with 'failure' ends the session without a reply");
		}
		StringBuilder line = new StringBuilder(verb);
		for (Object argument : arguments) {
			if (argument != null) {
				line.append(' ');
				append(line, verb, argument);
				words++;
			}
		}
		if (words > MAX_WORDS) {
			throw new IllegalArgumentException(verb + " has " + words + " words, Asterisk reads at most " + MAX_WORDS);
		}
		checkLength(verb, line);
		return line.toString();
	}

	/** How many words a command's name has; 0 if it is none. */
	private static int words(String verb) {
		int words = 1;
		char before = ' ';
		for (int i = 0; i < verb.length(); i++) {
			char c = verb.charAt(i);
			if (c == ' ' && before != ' ') {
				words++;
			}
			else if (!isNameCharacter(c)) {
				return 0;
			}
			before = c;
		}
		return (before != ' ') ? words : 0;
	}

	private static boolean isNameCharacter(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-';
	}

	private static void append(StringBuilder line, String verb, Object argument) {
		if (argument instanceof Number) {
			line.append(argument);
			return;
		}
		String text = argument.toString();
		line.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n' || c == '\r' || c == '\0') {
				// Without the argument, which may be a secret
				throw new IllegalArgumentException(
						"AGI cannot carry a line break or NUL, as at index " + i + " of an argument of " + verb);
			}
			if (c == '"' || c == '\\') {
				line.append('\\');
			}
			line.append(c);
		}
		line.append('"');
	}

	private static void checkLength(String verb, StringBuilder line) {
		if (line.length() > MAX_BYTES / 3) {
			int bytes = line.toString().getBytes(StandardCharsets.UTF_8).length;
			if (bytes > MAX_BYTES) {
				throw new IllegalArgumentException(
						verb + " has a line of " + bytes + " bytes, Asterisk reads at most " + MAX_BYTES);
			}
		}
	}

	private static String printable(String text) {
		return text.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
	}

}
