package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;

import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;

/**
 * {@code RECORD FILE}. The caller talks for as long as the test says and is silent then.
 */
final class Recorder {

	private static final String BEEP = "beep";

	/** What Asterisk reports as left of no time-out at all, roughly. */
	private static final long NO_TIMEOUT_LEFT = 99980;

	private final CallChannel channel;

	Recorder(CallChannel channel) {
		this.channel = channel;
	}

	/**
	 * Record.
	 * @param words file, format, digits, time-out, then in this order or not at all:
	 * offset, any word for a beep, {@code s=} with the silence that ends it
	 */
	Reply record(List<String> words) throws InterruptedException {
		String file = words.get(0);
		String digits = words.get(2);
		long millis = Numbers.parse(words.get(3));
		List<String> options = words.subList(4, words.size());
		if (beeps(options)) {
			this.channel.playing(BEEP);
			CallChannel.Outcome outcome = this.channel.pass(this.channel.settings().duration(BEEP), digits, false);
			if (outcome.end() != CallChannel.End.TIME) {
				int result = (outcome.end() == CallChannel.End.DIGIT) ? outcome.digit() : -1;
				return Reply.result(result + " (randomerror) endpos=0");
			}
		}
		if (this.channel.settings().surroundings().unwritable().contains(file)) {
			return Reply.failure("-1 (writefile)");
		}
		this.channel.traces().recordings().add(file);
		Duration silent = silent(options);
		boolean endless = millis < 0;
		boolean silence = silent != null && (endless || silent.toMillis() < millis);
		Duration limit = silence ? silent : endless ? null : Duration.ofMillis(millis);
		CallChannel.Outcome outcome = this.channel.pass(limit, digits, false);
		long left = !silence ? 0 : endless ? NO_TIMEOUT_LEFT : millis - outcome.elapsed().toMillis();
		String length = " endpos=" + Samples.of(outcome.elapsed());
		return switch (outcome.end()) {
			case TIME -> Reply.result(left + " (timeout)" + length);
			case DIGIT -> Reply.result((int) outcome.digit() + " (dtmf)" + length);
			case HANGUP -> Reply.failure("-1 (hangup)" + length);
			case INPUT -> Reply.NONE;
		};
	}

	/**
	 * Whether one of the two words that may ask for a beep does. Any word does, except a
	 * number in the first place, which is an offset, and the one for silence.
	 */
	private boolean beeps(List<String> options) {
		return (!options.isEmpty() && !Numbers.isNumber(options.get(0)) && isBeep(options.get(0)))
				|| (options.size() > 1 && isBeep(options.get(1)));
	}

	private boolean isBeep(String option) {
		return this.channel.settings().release().has(Habit.AGI_BEEP_MAY_HOLD_EQUALS_SIGN) ? !option.startsWith("s=")
				: !option.contains("=");
	}

	/**
	 * When silence has lasted long enough to end the recording, or {@code null} if it
	 * never does.
	 */
	private @Nullable Duration silent(List<String> options) {
		Duration talk = this.channel.settings().surroundings().talk();
		for (String option : options) {
			if (option.startsWith("s=") && talk != null) {
				long seconds = Numbers.parse(option.substring(2));
				return (seconds > 0) ? talk.plusSeconds(seconds) : null;
			}
		}
		return null;
	}

}
