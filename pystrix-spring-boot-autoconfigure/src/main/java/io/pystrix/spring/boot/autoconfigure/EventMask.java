package io.pystrix.spring.boot.autoconfigure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Knows the classes of events. Asterisk passes over a class that it does not know, and
 * its events would be missed without a word.
 *
 * @see <a href=
 * "https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Manager-Interface-AMI/">Asterisk
 * Manager Interface</a>
 */
final class EventMask {

	private static final Set<String> CLASSES = new TreeSet<>(
			Set.of("agent", "agi", "all", "aoc", "call", "cc", "cdr", "command", "config", "dialplan", "dtmf", "log",
					"message", "none", "originate", "reporting", "security", "system", "test", "user", "verbose"));

	private EventMask() {
	}

	/**
	 * Checks a mask.
	 * @return the mask
	 * @throws IllegalArgumentException if it is none
	 */
	static String checked(String mask) {
		String plain = mask.strip().toLowerCase(Locale.ROOT);
		if (!Set.of("on", "off").contains(plain)) {
			Arrays.stream(plain.split(",", -1)).map(String::strip).forEach(EventMask::checkClass);
		}
		return mask;
	}

	private static void checkClass(String name) {
		if (!CLASSES.contains(name)) {
			throw new IllegalArgumentException("It has to be 'on', 'off' or a list of " + String.join(", ", CLASSES)
					+ "; '" + name + "' is none of them");
		}
	}

}
