package io.pystrix.agi.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reply to SPEECH RECOGNIZE that says what was understood:
 * <code>200 result=1 (speech) endpos=E results=N </code> and, N times,
 * <code>scoreI=S textI="T" grammarI=G</code>, separated by blanks. Asterisk escapes
 * nothing in texts and grammars (handle_speechrecognize in res/res_agi.c, 13 to master).
 * <p>
 * So a text ends at the last {@code " grammarI=} before the next {@code scoreI+1=}, or
 * before the end of the last match. A text that itself contains the start of the next
 * match cannot be told from two.
 */
final class SpeechReply {

	private static final String START = "200 result=1 (speech) endpos=";

	private static final Pattern HEAD = Pattern.compile("200 result=1 \\(speech\\) endpos=(-?\\d+) results=(\\d+) ?");

	// Asterisk builds the matches in 4096 bytes, and cuts what does not fit
	private static final int MAX_BYTES = 4095;

	/** No reply is longer than this, even if each of its lines costs something. */
	static final int MAX_LENGTH = 1 << 14;

	private SpeechReply() {
	}

	static boolean isStart(String line) {
		return line.startsWith(START) && HEAD.matcher(line).lookingAt();
	}

	/**
	 * Returns whether a reply may end here.
	 * @param text its lines so far
	 * @return whether all matches are there, or what has room of them
	 */
	static boolean mayEnd(String text) {
		Matcher head = HEAD.matcher(text);
		if (!head.lookingAt()) {
			return true;
		}
		int last = number(head.group(2)) - 1;
		int start = head.end();
		for (int i = 0; i <= last && start >= 0; i++) {
			start = after("\" grammar" + i + "=", text, after("text" + i + "=\"", text, start));
		}
		return start >= 0 || text.substring(head.end()).getBytes(StandardCharsets.UTF_8).length >= MAX_BYTES;
	}

	/** Adds the items of a reply. */
	static void readItems(String text, Map<String, String> items) {
		Matcher head = HEAD.matcher(text);
		if (!head.lookingAt()) {
			return;
		}
		items.put("endpos", head.group(1));
		items.put("results", head.group(2));
		int results = number(head.group(2));
		int start = head.end();
		for (int i = 0; i < results && start < text.length(); i++) {
			int end = (i < results - 1) ? startOf(i + 1, text, start) : text.length();
			readMatch(i, text.substring(start, end), items);
			start = Math.min(end + 1, text.length());
		}
	}

	private static void readMatch(int index, String match, Map<String, String> items) {
		String textStart = " text" + index + "=\"";
		String grammarStart = "\" grammar" + index + "=";
		int text = match.indexOf(textStart);
		String score = "score" + index;
		if (text < 0 || !match.startsWith(score + "=")) {
			return;
		}
		items.put(score, match.substring(score.length() + 1, text));
		int grammar = match.lastIndexOf(grammarStart);
		int afterText = text + textStart.length();
		boolean whole = grammar >= afterText;
		items.put("text" + index, match.substring(afterText, whole ? grammar : match.length()));
		if (whole) {
			items.put("grammar" + index, match.substring(grammar + grammarStart.length()));
		}
	}

	// Where the match before it is complete
	private static int startOf(int index, String text, int from) {
		int grammar = after("\" grammar" + (index - 1) + "=", text, from);
		Matcher start = Pattern.compile(" score" + index + "=-?\\d+ text" + index + "=\"").matcher(text);
		return (grammar >= 0 && start.find(grammar)) ? start.start() : text.length();
	}

	private static int after(String part, String text, int from) {
		int index = (from < 0) ? -1 : text.indexOf(part, from);
		return (index < 0) ? -1 : index + part.length();
	}

	private static int number(String digits) {
		return (digits.length() > 4) ? Integer.MAX_VALUE : Integer.parseInt(digits);
	}

}
