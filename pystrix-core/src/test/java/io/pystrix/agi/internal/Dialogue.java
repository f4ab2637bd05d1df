package io.pystrix.agi.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;

import io.pystrix.agi.AgiEnvironment;
import io.pystrix.agi.AsteriskSplitter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the two sides of one session say.
 *
 * @param texts what Asterisk says at first, and after each command
 * @param commands the lines of the commands, as they were recorded
 * @param closes whether Asterisk closes the connection in the end
 */
record Dialogue(List<String> texts, List<String> commands, boolean closes) {

	// What our commands send where the recorded ones left it to Asterisk
	private static final Set<String> DEFAULTS = Set.of("0", "1", "", "3000", "#", "*");

	/**
	 * Speaks it again.
	 * @param steps what is to be executed for each command
	 * @param pieces how many bytes arrive at once
	 * @return the environment
	 */
	AgiEnvironment replay(List<Step> steps, IntSupplier pieces) {
		assertThat(steps).as("steps for %s", this.commands).hasSameSizeAs(this.commands);
		PiecewisePeer peer = new PiecewisePeer(this.texts, pieces, this.closes);
		AgiSession agi = peer.session();
		boolean[] told = { false };
		agi.onHangup(() -> told[0] = true);
		for (int i = 0; i < steps.size(); i++) {
			peer.settle();
			List<String> words = AsteriskSplitter.split(this.commands.get(i));
			assertThat(steps.get(i).execute(agi, words)).as(this.commands.get(i)).isEqualTo(steps.get(i).outcome());
			assertThat(peer.writes).as("one write a command").hasSize(i + 1);
			assertSame(peer.writes.get(i), words);
			peer.settle();
			assertThat(agi.isHungUp()).as("hung up after " + this.commands.get(i)).isEqualTo(isGone(i + 1));
			assertThat(told[0]).isEqualTo(isGone(i + 1));
		}
		return agi.environment();
	}

	private static void assertSame(String sent, List<String> recorded) {
		assertThat(sent).endsWith("\n").containsOnlyOnce("\n");
		List<String> words = AsteriskSplitter.split(sent.substring(0, sent.length() - 1));
		assertThat(lower(words.subList(0, recorded.size()))).isEqualTo(lower(recorded));
		assertThat(words.subList(recorded.size(), words.size())).as(sent).allMatch(DEFAULTS::contains);
	}

	// Asterisk does not mind the case of its own words
	private static List<String> lower(List<String> words) {
		return words.stream().map((word) -> word.toLowerCase(Locale.ROOT)).toList();
	}

	private boolean isGone(int commands) {
		for (String text : this.texts.subList(0, commands + 1)) {
			if (text.lines().anyMatch((line) -> "HANGUP".equals(line) || line.startsWith("511 "))) {
				return true;
			}
		}
		return commands == this.commands.size() && (this.closes || this.texts.get(commands).isEmpty());
	}

	/** A dialogue in the making. */
	static final class Recorder {

		private final List<String> texts = new ArrayList<>(List.of(""));

		private final List<String> commands = new ArrayList<>();

		private boolean closes = false;

		Recorder says(String text) {
			int last = this.texts.size() - 1;
			this.texts.set(last, this.texts.get(last) + text);
			return this;
		}

		Recorder hears(String command) {
			this.commands.add(command);
			this.texts.add("");
			return this;
		}

		Recorder closes() {
			this.closes = true;
			return this;
		}

		Dialogue dialogue() {
			return new Dialogue(List.copyOf(this.texts), List.copyOf(this.commands), this.closes);
		}

	}

}
