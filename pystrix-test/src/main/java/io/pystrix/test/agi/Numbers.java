package io.pystrix.test.agi;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as a script writes them. What stands behind a number is ignored, as Asterisk
 * does it.
 */
final class Numbers {

	private static final Pattern WHOLE = Pattern.compile("\\s*([+-]?\\d{1,18})");

	private static final Pattern DECIMAL = Pattern.compile("\\s*([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))");

	private Numbers() {
	}

	/**
	 * Read a whole number.
	 * @throws NumberFormatException if it does not begin with one, which is the script's
	 * wrong usage
	 */
	static long parse(String text) {
		return Long.parseLong(begin(WHOLE, text));
	}

	/**
	 * Read a number that may have a fraction.
	 * @throws NumberFormatException if it does not begin with one
	 */
	static double decimal(String text) {
		return Double.parseDouble(begin(DECIMAL, text));
	}

	/**
	 * Read a whole number, for the commands that take anything else as 0.
	 */
	static long orZero(String text) {
		return isNumber(text) ? parse(text) : 0;
	}

	static boolean isNumber(String text) {
		return WHOLE.matcher(text).lookingAt();
	}

	static Duration seconds(String text) {
		return DECIMAL.matcher(text).lookingAt() ? Duration.ofMillis(Math.round(decimal(text) * 1000)) : Duration.ZERO;
	}

	private static String begin(Pattern number, String text) {
		Matcher matcher = number.matcher(text);
		if (!matcher.lookingAt()) {
			throw new NumberFormatException("Not a number: '" + text + "'");
		}
		return matcher.group(1);
	}

}
