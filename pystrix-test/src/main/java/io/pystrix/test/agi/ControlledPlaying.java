package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;

/**
 * {@code CONTROL STREAM FILE}: a file that the caller winds and pauses by digits. It
 * counts in milliseconds.
 */
final class ControlledPlaying {

	private static final long DEFAULT_SKIP = 3000;

	private static final int END_OF_FILE = -1;

	private final CallChannel channel;

	private final ChannelVariables variables;

	ControlledPlaying(CallChannel channel, ChannelVariables variables) {
		this.channel = channel;
		this.variables = variables;
	}

	/**
	 * Play.
	 * @param words file, stop digits, milliseconds to wind, digits to wind forward, back
	 * and to pause, milliseconds to begin at
	 */
	Reply play(List<String> words) throws InterruptedException {
		String file = words.get(0);
		String stop = words.get(1);
		long skip = (words.size() > 2) ? Numbers.parse(words.get(2)) : DEFAULT_SKIP;
		String forward = word(words, 3, "#");
		String back = word(words, 4, "*");
		String pause = word(words, 5, "");
		long position = (words.size() > 6) ? Numbers.parse(words.get(6)) : 0;
		if (this.channel.settings().missing().contains(file)) {
			return end(-1, END_OF_FILE, "ERROR", "");
		}
		long length = this.channel.settings().duration(file).toMillis();
		this.channel.playing(file);
		while (position < length) {
			Duration rest = Duration.ofMillis(length - position);
			CallChannel.Outcome outcome = this.channel.pass(rest, stop + forward + back + pause, false);
			position += outcome.elapsed().toMillis();
			if (outcome.end() == CallChannel.End.INPUT) {
				return Reply.NONE;
			}
			if (outcome.end() == CallChannel.End.HANGUP) {
				return end(-1, position, "REMOTESTOPPED", "");
			}
			if (outcome.end() == CallChannel.End.DIGIT && pause.indexOf(outcome.digit()) >= 0) {
				outcome = this.channel.pass(null, stop + pause, false);
				if (outcome.end() == CallChannel.End.HANGUP) {
					return end(-1, position, "REMOTESTOPPED", "");
				}
				if (outcome.end() == CallChannel.End.DIGIT && pause.indexOf(outcome.digit()) >= 0) {
					continue;
				}
			}
			if (outcome.end() == CallChannel.End.DIGIT) {
				char digit = outcome.digit();
				if (forward.indexOf(digit) >= 0) {
					position += skip;
				}
				else if (back.indexOf(digit) >= 0) {
					position = Math.max(0, position - skip);
				}
				else {
					return end(digit, position, "USERSTOPPED", String.valueOf(digit));
				}
			}
		}
		return end(0, END_OF_FILE, "SUCCESS", "");
	}

	private static String word(List<String> words, int index, String otherwise) {
		return (words.size() > index && !words.get(index).isEmpty()) ? words.get(index) : otherwise;
	}

	private Reply end(int result, long position, String status, String key) {
		this.variables.set("CPLAYBACKSTATUS", status);
		this.variables.set("CPLAYBACKOFFSET", Long.toString(position));
		if (!key.isEmpty()) {
			this.variables.set("CPLAYBACKSTOPKEY", key);
		}
		String text = result + " endpos=" + position;
		return (result < 0) ? Reply.failure(text) : Reply.result(text);
	}

}
