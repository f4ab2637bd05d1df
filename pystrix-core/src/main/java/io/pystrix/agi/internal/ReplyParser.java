package io.pystrix.agi.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.agi.AgiReply;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a reply apart:
 * <code>200 result=R (data) key=value key="value"</code>.
 */
final class ReplyParser {

	private static final String RESULT = "result=";

	private ReplyParser() {
	}

	static AgiReply parse(List<String> lines) {
		int code = Integer.parseInt(lines.get(0).substring(0, 3));
		if (code != 200 || !lines.get(0).startsWith(RESULT, 4)) {
			return new AgiReply(code, "", null, Map.of(), lines);
		}
		String text = (lines.size() == 1) ? lines.get(0) : String.join("\n", lines);
		int start = 4 + RESULT.length();
		int end = endOf(text, ' ', start);
		String result = text.substring(start, end);
		if (end == text.length()) {
			return new AgiReply(code, result, null, Map.of("result", result), lines);
		}
		Map<String, String> items = new LinkedHashMap<>();
		items.put("result", result);
		@Nullable String data = null;
		if (text.startsWith(" (", end)) {
			int close = text.endsWith(")") ? text.length() - 1 : endOf(text, ')', end);
			data = text.substring(end + 2, close);
			end = Math.min(close + 1, text.length());
		}
		readItems(text, end, items);
		return new AgiReply(code, result, data, items, lines);
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
			boolean quoted = text.startsWith("\"", equals + 1);
			int valueStart = quoted ? equals + 2 : equals + 1;
			int valueEnd = endOf(text, quoted ? '"' : ' ', valueStart);
			items.putIfAbsent(text.substring(start, equals), text.substring(valueStart, valueEnd));
			start = valueEnd + 1;
		}
	}

	private static int endOf(String text, char end, int from) {
		int index = text.indexOf(end, from);
		return (index < 0) ? text.length() : index;
	}

}
