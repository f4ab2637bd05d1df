package io.pystrix.test.agi;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line into words by the rules of Asterisk's AGI: blanks separate, a
 * double quote toggles quoting anywhere, a backslash makes the next character literal
 * inside and outside quotes, and a quote that is never closed is accepted.
 */
final class AgiWords {

	private AgiWords() {
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
		return words;
	}

}
