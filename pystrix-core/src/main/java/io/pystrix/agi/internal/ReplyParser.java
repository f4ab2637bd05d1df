package io.pystrix.agi.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.AgiReply;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a reply apart: <code>200 result=R (data) key=value</code>.
 */
final class ReplyParser {

	private static final String RESULT = "result=";

	private ReplyParser() {
	}

	static AgiReply parse(List<String> lines, ReplyForm form) {
		String first = lines.get(0);
		int code = Integer.parseInt(first, 0, 3, 10);
		if (code != 200 || !first.startsWith(RESULT, 4)) {
			return new AgiReply(code, "", null, Map.of(), lines);
		}
		String text = (lines.size() == 1) ? first : String.join("\n", lines);
		int start = 4 + RESULT.length();
		int end = endOf(text, ' ', start);
		String result = text.substring(start, end);
		@Nullable String data = null;
		if (text.startsWith(" (", end)) {
			int close = (form == ReplyForm.VALUE) ? text.lastIndexOf(')') : endOf(text, ')', end);
			data = text.substring(end + 2, close);
			end = Math.min(close + 1, text.length());
		}
		return new AgiReply(code, result, data, items(result, text, end, form), lines);
	}

	private static Map<String, String> items(String result, String text, int from, ReplyForm form) {
		if (from == text.length()) {
			return Map.of("result", result);
		}
		Map<String, String> items = new LinkedHashMap<>();
		items.put("result", result);
		if (form == ReplyForm.SPEECH) {
			SpeechReply.readItems(text, items);
		}
		else {
			readItems(text, from, items);
		}
		return items;
	}

	private static void readItems(String text, int from, Map<String, String> items) {
		int start = from;
		while (start < text.length()) {
			if (text.charAt(start) == ' ') {
				start++;
				continue;
			}
			int blank = endOf(text, ' ', start);
			int equals = text.indexOf('=', start);
			if (equals < 0 || equals > blank) {
				start = blank;
				continue;
			}
			items.putIfAbsent(text.substring(start, equals), text.substring(equals + 1, blank));
			start = blank + 1;
		}
	}

	private static int endOf(String text, char end, int from) {
		int index = text.indexOf(end, from);
		return (index < 0) ? text.length() : index;
	}

}
