package io.pystrix.agi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which Asterisk sends the variables of a call, and what does not fit into
 * it. A value is sent as it is, so a line feed in it, say in the caller's name, begins
 * what looks like a line of Asterisk's own. Asterisk always sends the real line as well,
 * so a forged line makes a name come twice or out of place.
 *
 * @param lines the lines that count, in the order received
 * @param forged the names of the other ones, each once
 */
record EnvironmentOrder(List<String> lines, List<String> forged) {

	static final String ARGUMENT = "agi_arg_";

	// launch_netscript() and setup_env() in res/res_agi.c, the same in the branches 13 to
	// 23, in master and in all certified releases of these. The first two come over
	// FastAGI alone, and the second of them only if the address has a path
	private static final String[] NAMES = { "agi_network", "agi_network_script", "agi_request", "agi_channel",
			"agi_language", "agi_type", "agi_uniqueid", "agi_version", "agi_callerid", "agi_calleridname",
			"agi_callingpres", "agi_callingani2", "agi_callington", "agi_callingtns", "agi_dnid", "agi_rdnis",
			"agi_context", "agi_extension", "agi_priority", "agi_enhanced", "agi_accountcode", "agi_threadid" };

	private static final int SCRIPT = 1;

	private static final int CALLER = 8;

	private static final int END = NAMES.length;

	/**
	 * Sorts out what Asterisk cannot have sent.
	 * @param lines the lines that hold a variable, in the order received
	 * @return what counts, and what does not
	 */
	static EnvironmentOrder of(List<String> lines) {
		return isInOrder(lines) ? new EnvironmentOrder(lines, List.of()) : sorted(lines);
	}

	/**
	 * Whether a line holds the variable with a name.
	 */
	static boolean isVariable(String line, String name) {
		if (!line.startsWith(name)) {
			return false;
		}
		int i = name.length();
		while (i < line.length() && Character.isWhitespace(line.charAt(i))) {
			i++;
		}
		return i < line.length() && line.charAt(i) == ':';
	}

	static String name(String line) {
		return line.substring(0, line.indexOf(':')).strip();
	}

	private static boolean isInOrder(List<String> lines) {
		int next = 0;
		int argument = 1;
		Set<String> others = Set.of();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			int place = place(line, next);
			if (place >= 0 && (place > SCRIPT || i == 0 || i == SCRIPT && next == SCRIPT)) {
				next = place + 1;
			}
			else if (mayBeArgument(next) && isVariable(line, ARGUMENT + argument)) {
				next = END;
				argument++;
			}
			else {
				others = others.isEmpty() ? new HashSet<>() : others;
				String name = name(line);
				if (isKnown(name) || !others.add(name)) {
					return false;
				}
			}
		}
		return true;
	}

	// Of each name, the first line behind that of the name before it counts. A forged
	// line that jumps ahead thus does not hide the real ones behind it
	private static EnvironmentOrder sorted(List<String> lines) {
		boolean[] counts = new boolean[lines.size()];
		int from = 0;
		int next = 0;
		for (int place = 0; place < END; place++) {
			// What Asterisk may leave out has one place only
			int limit = (place <= SCRIPT) ? Math.min(from + 1, lines.size()) : lines.size();
			int found = find(lines, from, limit, NAMES[place]);
			if (found >= 0) {
				counts[found] = true;
				from = found + 1;
				next = place + 1;
			}
		}
		for (int argument = 1; mayBeArgument(next) && from >= 0; argument++) {
			int found = find(lines, from, lines.size(), ARGUMENT + argument);
			if (found >= 0) {
				counts[found] = true;
			}
			from = found;
		}
		return split(lines, counts);
	}

	private static EnvironmentOrder split(List<String> lines, boolean[] counts) {
		List<String> counting = new ArrayList<>();
		Set<String> forged = new LinkedHashSet<>();
		Set<String> others = new HashSet<>();
		for (int i = 0; i < counts.length; i++) {
			String line = lines.get(i);
			String name = name(line);
			if (counts[i] || !isKnown(name) && others.add(name)) {
				counting.add(line);
			}
			else {
				forged.add(name);
			}
		}
		return new EnvironmentOrder(counting, List.copyOf(forged));
	}

	// A call that begins in another way than with Asterisk's variables, and has none of
	// the caller's, is made by something else, such as a test
	private static boolean mayBeArgument(int next) {
		return next == END || next <= CALLER;
	}

	private static int place(String line, int from) {
		for (int place = from; place < END; place++) {
			if (isVariable(line, NAMES[place])) {
				return place;
			}
		}
		return -1;
	}

	private static int find(List<String> lines, int from, int to, String name) {
		for (int i = from; i < to; i++) {
			if (isVariable(lines.get(i), name)) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isKnown(String name) {
		return name.startsWith(ARGUMENT) || List.of(NAMES).contains(name);
	}

}
