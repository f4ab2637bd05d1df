package io.pystrix.agi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How Asterisk takes a command line apart, byte by byte ({@code parse_args()} in
 * res/res_agi.c, the same in the branches 13 to 23 and in master): blanks and tabs
 * separate words, a quote switches quoting wherever it stands, a backslash makes the next
 * byte literal, inside and outside of quotes. A line that it would cut, or lose a word
 * of, is an {@link AssertionError}.
 */
public final class AsteriskSplitter {

	private AsteriskSplitter() {
	}

	/** Splits a line as the release does that reads the longest ones. */
	public static List<String> split(String line) {
		return split(line, AsteriskRelease.NEWEST);
	}

	public static List<String> split(String line, AsteriskRelease release) {
		byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
		assertThat(bytes).hasSizeLessThan(release.longestLine()).doesNotContain('\n', '\r', 0);
		List<String> words = new ArrayList<>();
		ByteArrayOutputStream word = new ByteArrayOutputStream();
		boolean quoted = false;
		boolean inWord = false;
		for (int i = 0; i < bytes.length; i++) {
			byte b = bytes[i];
			if (b == '"') {
				quoted = !quoted;
				inWord = true;
			}
			else if ((b == ' ' || b == '\t') && !quoted) {
				if (inWord) {
					words.add(word.toString(StandardCharsets.UTF_8));
					word.reset();
					inWord = false;
				}
			}
			else {
				if (b == '\\' && i + 1 < bytes.length) {
					b = bytes[++i];
				}
				word.write(b);
				inWord = true;
			}
		}
		if (inWord) {
			words.add(word.toString(StandardCharsets.UTF_8));
		}
		assertThat(words).hasSizeLessThanOrEqualTo(release.mostWords());
		return words;
	}

}
