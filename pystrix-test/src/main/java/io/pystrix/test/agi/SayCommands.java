package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;

/**
 * The commands that speak.
 */
final class SayCommands {

	private static final String CASES = "alun";

	private final CallChannel channel;

	SayCommands(CallChannel channel) {
		this.channel = channel;
	}

	void addTo(CommandTable table) {
		table.add("SAY ALPHA", 2, 3, this::alpha);
		table.add("SAY DATE", 2, 2, (words) -> number(words, false));
		table.add("SAY DATETIME", 2, CommandTable.ANY, (words) -> number(words, false));
		table.add("SAY DIGITS", 2, 2, (words) -> number(words, true));
		table.add("SAY NUMBER", 2, 3, (words) -> number(words, true));
		table.add("SAY PHONETIC", 2, 2, (words) -> say(words, true));
		table.add("SAY TIME", 2, 2, (words) -> number(words, false));
	}

	private Reply alpha(List<String> words) throws InterruptedException {
		if (words.size() > 2 && !words.get(2).isEmpty() && CASES.indexOf(words.get(2).charAt(0)) < 0) {
			return Reply.usage(this.channel.settings().release());
		}
		return say(words, true);
	}

	private Reply number(List<String> words, boolean interruptible) throws InterruptedException {
		Numbers.parse(words.get(0));
		return say(words, interruptible);
	}

	private Reply say(List<String> words, boolean interruptible) throws InterruptedException {
		this.channel.traces().said().add(words.get(0));
		Duration duration = this.channel.settings().perCharacter().multipliedBy(words.get(0).length());
		CallChannel.Outcome outcome = this.channel.pass(duration, words.get(1), interruptible);
		return (outcome.end() == CallChannel.End.INPUT) ? Reply.NONE : Reply.digitOrZero(outcome);
	}

}
