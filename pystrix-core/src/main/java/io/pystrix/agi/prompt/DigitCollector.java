package io.pystrix.agi.prompt;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.Agi;

/**
 * Collects keys in one attempt of a prompt.
 */
final class DigitCollector {

	private static final String KEYS = "0123456789*#ABCD";

	private final Agi agi;

	private final PromptSettings settings;

	DigitCollector(Agi agi, PromptSettings settings) {
		this.agi = agi;
		this.settings = settings;
	}

	static String keys(String keys) {
		for (int i = 0; i < keys.length(); i++) {
			if (KEYS.indexOf(keys.charAt(i)) < 0) {
				throw new IllegalArgumentException("Not keys of a telephone: '" + keys + "'");
			}
		}
		return keys;
	}

	/**
	 * Collects keys.
	 * @param announcement what the caller hears first
	 * @return the keys without the terminator, absent if none was pressed at all
	 */
	Optional<String> collect(Announcement announcement) {
		return announcement.play(this.agi, this.settings.bargeIn() ? KEYS : "")
			.or(() -> this.agi.waitForDigit(this.settings.firstDigitTimeout()))
			.map(this::from);
	}

	private String from(char first) {
		if (isTerminator(first)) {
			return "";
		}
		int left = this.settings.max() - 1;
		if (left == 0) {
			return String.valueOf(first);
		}
		// Keys that arrive between two commands are lost, so one command for all the
		// rest is better than one for each key. It always ends at the #
		// (ast_app_getdata_full in main/app.c, 13 to 23)
		return this.settings.terminators().equals("#")
				? first + this.agi.getData("", this.settings.interDigitTimeout(), left).digits() : keyByKey(first);
	}

	private String keyByKey(char first) {
		Duration timeout = this.settings.interDigitTimeout();
		StringBuilder digits = new StringBuilder().append(first);
		Optional<Character> key = this.agi.waitForDigit(timeout);
		while (key.isPresent() && !isTerminator(key.get())) {
			digits.append(key.get().charValue());
			key = (digits.length() < this.settings.max()) ? this.agi.waitForDigit(timeout) : Optional.empty();
		}
		return digits.toString();
	}

	private boolean isTerminator(char key) {
		return this.settings.terminators().indexOf(key) >= 0;
	}

}
