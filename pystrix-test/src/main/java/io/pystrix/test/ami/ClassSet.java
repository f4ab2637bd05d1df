package io.pystrix.test.ami;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Some of the classes into which Asterisk sorts actions and events.
 *
 * @param all whether it is every class, even one that Asterisk does not know
 * @param classes the classes otherwise; empty for none
 */
record ClassSet(boolean all, Set<String> classes) {

	static final ClassSet ALL = new ClassSet(true, Set.of());

	static final ClassSet NONE = new ClassSet(false, Set.of());

	private static final List<String> KNOWN = List.of("system", "call", "log", "verbose", "command", "agent", "user",
			"config", "dtmf", "reporting", "cdr", "dialplan", "originate", "agi", "cc", "aoc", "test", "security",
			"message");

	/** The bits of an event mask that is a number, which are not in a row. */
	private static final List<Integer> BITS = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 30);

	/**
	 * The classes of an account.
	 * @param texts classes, each text one or several with commas in between
	 * @throws IllegalArgumentException if there is no such class
	 */
	static ClassSet of(String... texts) {
		Set<String> words = words(String.join(",", texts));
		words.remove("none");
		boolean all = words.remove("all");
		for (String word : words) {
			if (!KNOWN.contains(word)) {
				throw new IllegalArgumentException(
						"Asterisk has no class '" + word + "', only " + KNOWN + ", all and none");
			}
		}
		return all ? ALL : new ClassSet(false, words);
	}

	/**
	 * The classes of an event mask, for which Asterisk takes a switch, a number, or
	 * classes, and overlooks what it does not know.
	 */
	static ClassSet ofMask(String text) {
		if (text.matches("\\d{1,9}")) {
			return ofBits(Long.parseLong(text));
		}
		if (text.matches("(?i)no|false|n|f|off")) {
			return NONE;
		}
		if (text.matches("(?i)yes|true|y|t|on")) {
			return ALL;
		}
		Set<String> words = words(text);
		if (words.contains("all")) {
			return ALL;
		}
		words.retainAll(KNOWN);
		return new ClassSet(false, words);
	}

	private static ClassSet ofBits(long bits) {
		Set<String> words = new LinkedHashSet<>();
		for (int i = 0; i < KNOWN.size(); i++) {
			if ((bits >> BITS.get(i) & 1) == 1) {
				words.add(KNOWN.get(i));
			}
		}
		return new ClassSet(false, words);
	}

	private static Set<String> words(String text) {
		Set<String> words = new LinkedHashSet<>(Arrays.asList(text.trim().split("\\s*,\\s*")));
		words.remove("");
		return words;
	}

	boolean isEmpty() {
		return !this.all && this.classes.isEmpty();
	}

	/**
	 * Tell whether an event of these classes is for who has this set.
	 */
	boolean containsAll(Collection<String> others) {
		return this.all || this.classes.containsAll(others);
	}

	/**
	 * Tell whether who has this set may use an action of these classes.
	 */
	boolean permits(Collection<String> others) {
		return this.all || others.isEmpty() || others.stream().anyMatch(this.classes::contains);
	}

	@Override
	public String toString() {
		if (this.all) {
			return "all";
		}
		return this.classes.isEmpty() ? "none" : String.join(",", this.classes);
	}

}
