package io.pystrix.test.pbx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a Local channel goes.
 *
 * @param extension the extension
 * @param context its context
 * @param optimizes whether Asterisk may take the channel out of a call; the simulator
 * never does
 * @param dialString what was dialled, without the technology
 */
record LocalAddress(String extension, String context, boolean optimizes, String dialString) {

	private static final Pattern LOCAL = Pattern.compile("Local/([^@/]+)(?:@([^/]+))?(/n)?");

	/**
	 * Read an address such as {@code Local/100@default/n}.
	 * @return the address, or {@code null} if it is none of a Local channel
	 */
	static @Nullable LocalAddress parse(String text) {
		Matcher matcher = LOCAL.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		String context = (matcher.group(2) != null) ? matcher.group(2) : Dialplan.CONTEXT;
		return new LocalAddress(matcher.group(1), context, matcher.group(3) == null,
				text.substring(text.indexOf('/') + 1));
	}

}
