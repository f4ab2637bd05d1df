package io.pystrix.test.agi;

/**
 * Knows a digit when it sees one.
 */
final class Digits {

	static final String ALL = "0123456789*#ABCDabcd";

	private Digits() {
	}

	static String check(String digits) {
		if (digits.isEmpty() || digits.chars().anyMatch((digit) -> ALL.indexOf(digit) < 0)) {
			throw new IllegalArgumentException("Not digits of a telephone: '" + digits + "'");
		}
		return digits;
	}

}
