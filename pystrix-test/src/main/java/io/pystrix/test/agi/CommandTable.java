package io.pystrix.test.agi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The commands by their names.
 */
final class CommandTable {

	/** For commands that do not look at further words. */
	static final int ANY = Integer.MAX_VALUE;

	private static final int MAX_NAME_WORDS = 3;

	private final Map<String, Command> commands = new TreeMap<>();

	void add(String name, int least, int most, Command.Action action) {
		this.commands.put(name, new Command(least, most, false, action));
	}

	void addDeadSafe(String name, int least, int most, Command.Action action) {
		this.commands.put(name, new Command(least, most, true, action));
	}

	/**
	 * Find the command that a line begins with.
	 * @param words the line's words
	 * @return the command and its arguments, or {@code null} if there is none
	 */
	@Nullable Match find(List<String> words) {
		for (int length = Math.min(MAX_NAME_WORDS, words.size()); length > 0; length--) {
			String name = String.join(" ", words.subList(0, length)).toUpperCase(Locale.ROOT);
			Command command = this.commands.get(name);
			if (command != null) {
				return new Match(command, words.subList(length, words.size()));
			}
		}
		return null;
	}

	record Match(Command command, List<String> arguments) {

	}

}
