package io.pystrix.test.agi;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words by the rules of Asterisk's AGI: blanks separate, a
 * double quote toggles quoting anywhere, a backslash makes the next character literal
 * inside and outside quotes, and a quote that is never closed is accepted. Words beyond
 * the 127th are dropped. Source: {@code parse_args()} in res/res_agi.c, all releases.
 */
final class AgiWords {

	/** MAX_ARGS in res/res_agi.c, less one for the end. */
	private static final int MAX_WORDS = 127;

	private AgiWords() {
	}

	/**
	 * Whether a command line begins as wanted: with this text, or with its words, however
	 * either is quoted, in any case.
	 */
	static boolean begins(String line, String start) {
		if (line.regionMatches(true, 0, start, 0, start.length())) {
			return true;
		}
		List<String> wanted = split(start);
		List<String> words = split(line);
		if (wanted.size() > words.size()) {
			return false;
		}
		for (int i = 0; i < wanted.size(); i++) {
			if (!wanted.get(i).equalsIgnoreCase(words.get(i))) {
				return false;
			}
		}
		return true;
	}

	static List<String> split(String line) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		boolean started = false;
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"') {
				quoted = !quoted;
				started = true;
			}
			else if ((c == ' ' || c == '\t') && !quoted) {
				if (started) {
					words.add(word.toString());
					word.setLength(0);
					started = false;
				}
			}
			else {
				// A backslash at the very end stands for nothing
				boolean escape = (c == '\\');
				if (!escape || ++i < line.length()) {
					word.append(escape ? line.charAt(i) : c);
				}
				started = true;
			}
		}
		if (started) {
			words.add(word.toString());
		}
		return (words.size() > MAX_WORDS) ? List.copyOf(words.subList(0, MAX_WORDS)) : words;
	}

}
