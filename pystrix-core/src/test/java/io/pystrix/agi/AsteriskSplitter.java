package io.pystrix.agi;

import java.util.ArrayList;
import java.util.List;

/**
 * How Asterisk takes a command line apart: blanks and tabs separate words, a quote
 * switches quoting wherever it stands, a backslash makes the next character literal.
 */
public final class AsteriskSplitter {

	private AsteriskSplitter() {
	}

	public static List<String> split(String line) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		boolean quoted = false;
		boolean inWord = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"') {
				quoted = !quoted;
				inWord = true;
			}
			else if ((c == ' ' || c == '\t') && !quoted) {
				if (inWord) {
					words.add(word.toString());
					word.setLength(0);
					inWord = false;
				}
			}
			else {
				if (c == '\\' && i + 1 < line.length()) {
					c = line.charAt(++i);
				}
				word.append(c);
				inWord = true;
			}
		}
		if (inWord) {
			words.add(word.toString());
		}
		return words;
	}

}
