package io.pystrix.test.pbx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A party of a call.
 *
 * @param number its number
 * @param name its name
 */
record CallerId(String number, String name) {

	static final CallerId UNKNOWN = new CallerId("<unknown>", "<unknown>");

	private static final Pattern BOTH = Pattern.compile("\\s*\"?(.*?)\"?\\s*<([^>]*)>\\s*");

	/**
	 * Read {@code "Name" <number>} or a bare number.
	 */
	static CallerId parse(String text) {
		if (text.isBlank()) {
			return UNKNOWN;
		}
		Matcher matcher = BOTH.matcher(text);
		if (!matcher.matches()) {
			return new CallerId(text.strip(), UNKNOWN.name());
		}
		String name = matcher.group(1).replace("\\\"", "\"").replace("\\\\", "\\");
		return new CallerId(matcher.group(2), name.isEmpty() ? UNKNOWN.name() : name);
	}

	boolean isKnown() {
		return !equals(UNKNOWN);
	}

}
