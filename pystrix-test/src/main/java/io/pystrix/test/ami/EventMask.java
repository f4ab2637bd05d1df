package io.pystrix.test.ami;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which classes of events a session wants.
 *
 * @param all whether it wants every class
 * @param classes the classes it wants otherwise; empty means no events at all
 */
record EventMask(boolean all, Set<String> classes) {

	static final EventMask ON = new EventMask(true, Set.of());

	static final EventMask OFF = new EventMask(false, Set.of());

	private static final Set<String> KNOWN = Set.of("system", "call", "log", "verbose", "command", "agent", "user",
			"config", "dtmf", "reporting", "cdr", "dialplan", "originate", "agi", "cc", "aoc", "test", "security",
			"message");

	static EventMask parse(String text) {
		switch (text.toLowerCase(Locale.ROOT)) {
			case "on", "yes", "true", "1", "all", "-1" -> {
				return ON;
			}
			case "off", "no", "false", "0", "none" -> {
				return OFF;
			}
		}
		Set<String> classes = new LinkedHashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\s*,\\s*")));
		if (classes.contains("all")) {
			return ON;
		}
		// As in Asterisk a mask of nothing but unknown words silently turns events off
		classes.retainAll(KNOWN);
		return new EventMask(false, classes);
	}

	boolean isOn() {
		return this.all || !this.classes.isEmpty();
	}

	boolean accepts(@Nullable String privilege) {
		if (this.all || privilege == null) {
			return isOn();
		}
		for (String name : privilege.split(",")) {
			if (!name.equals("all") && !this.classes.contains(name)) {
				return false;
			}
		}
		return isOn();
	}

}
