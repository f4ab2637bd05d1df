package io.pystrix.test.agi;

import java.time.Duration;

/**
 * Numbers as a script writes them.
 */
final class Numbers {

	private Numbers() {
	}

	/**
	 * Read a whole number.
	 * @throws NumberFormatException if it is none, which is the script's wrong usage
	 */
	static long parse(String text) {
		return Long.parseLong(text.strip());
	}

	static Duration seconds(String text) {
		try {
			return Duration.ofMillis(Math.round(Double.parseDouble(text.strip()) * 1000));
		}
		catch (NumberFormatException ex) {
			return Duration.ZERO;
		}
	}

}
