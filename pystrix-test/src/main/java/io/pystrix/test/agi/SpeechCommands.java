package io.pystrix.test.agi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The commands about speech, and an engine that understands what the test says that it
 * does.
 */
final class SpeechCommands {

	private final CallChannel channel;

	private final Deque<Utterance> utterances;

	private final Set<String> grammars = new HashSet<>();

	private boolean created;

	SpeechCommands(CallChannel channel) {
		this.channel = channel;
		this.utterances = new ArrayDeque<>(channel.settings().surroundings().utterances());
	}

	void addTo(CommandTable table) {
		table.add("SPEECH CREATE", 1, CommandTable.ANY, (words) -> create());
		table.add("SPEECH SET", 2, CommandTable.ANY, (words) -> done(this.created));
		table.add("SPEECH LOAD GRAMMAR", 2, CommandTable.ANY,
				(words) -> done(this.created && this.grammars.add(words.get(0))));
		table.addDeadSafe("SPEECH UNLOAD GRAMMAR", 1, CommandTable.ANY,
				(words) -> done(this.grammars.remove(words.get(0))));
		table.add("SPEECH ACTIVATE GRAMMAR", 1, CommandTable.ANY,
				(words) -> done(this.grammars.contains(words.get(0))));
		table.add("SPEECH DEACTIVATE GRAMMAR", 1, CommandTable.ANY,
				(words) -> done(this.grammars.contains(words.get(0))));
		table.addDeadSafe("SPEECH DESTROY", 0, CommandTable.ANY, (words) -> destroy());
		table.add("SPEECH RECOGNIZE", 2, CommandTable.ANY, this::recognize);
	}

	private static Reply done(boolean done) {
		return Reply.result(done ? 1 : 0);
	}

	private Reply create() {
		boolean possible = this.channel.settings().surroundings().speechEngine() && !this.created;
		this.created |= possible;
		return done(possible);
	}

	private Reply destroy() {
		boolean possible = this.created;
		this.created = false;
		this.grammars.clear();
		return done(possible);
	}

	private Reply recognize(List<String> words) throws InterruptedException {
		if (!this.created) {
			return Reply.result(0);
		}
		Duration timeout = Duration.ofSeconds(Numbers.orZero(words.get(1)));
		long offset = (words.size() > 2) ? Numbers.orZero(words.get(2)) : 0;
		String prompt = words.get(0);
		Duration length = this.channel.settings().duration(prompt);
		Duration rest = length.minus(Samples.duration(Math.min(offset, Samples.of(length))));
		this.channel.playing(prompt);
		CallChannel.Outcome outcome = this.channel.pass(rest, Digits.ALL, false);
		long position = Samples.of(length.minus(rest).plus(outcome.elapsed()));
		if (outcome.end() == CallChannel.End.TIME && !this.utterances.isEmpty()) {
			Utterance heard = this.utterances.remove();
			return Reply.result("1 (speech) endpos=" + position + " results=1 score0=" + heard.score() + " text0=\""
					+ heard.text() + "\" grammar0=" + heard.grammar());
		}
		if (outcome.end() == CallChannel.End.TIME) {
			outcome = this.channel.pass(timeout, Digits.ALL, false);
		}
		return switch (outcome.end()) {
			case TIME -> Reply.result("1 (timeout) endpos=" + position);
			case DIGIT -> Reply.result("1 (digit) digit=" + outcome.digit() + " endpos=" + position);
			case HANGUP -> Reply.result("1 (hangup) endpos=" + position);
			case INPUT -> Reply.NONE;
		};
	}

}
