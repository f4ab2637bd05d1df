package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The commands that play a file and wait for digits.
 */
final class Playing {

	static final Duration DIGIT_TIMEOUT = Duration.ofSeconds(6);

	private final CallChannel channel;

	Playing(CallChannel channel) {
		this.channel = channel;
	}

	Reply streamFile(List<String> words) throws InterruptedException {
		String file = words.get(0);
		if (isMissing(file)) {
			return Reply.failure("-1 endpos=0");
		}
		long length = length(file);
		long offset = Math.min(length, (words.size() > 2) ? Numbers.parse(words.get(2)) : 0);
		this.channel.playing(file);
		CallChannel.Outcome outcome = this.channel.pass(Samples.duration(length - offset), words.get(1), true);
		long position = offset + Samples.of(outcome.elapsed());
		return switch (outcome.end()) {
			case TIME -> Reply.result("0 endpos=" + length);
			case DIGIT -> Reply.result((int) outcome.digit() + " endpos=" + position);
			case HANGUP -> Reply.failure("-1 endpos=" + position);
			case INPUT -> Reply.NONE;
		};
	}

	Reply getOption(List<String> words) throws InterruptedException {
		String file = words.get(0);
		String wanted = words.get(1);
		Duration timeout = timeout((words.size() > 2) ? Numbers.orZero(words.get(2)) : 0);
		if (isMissing(file)) {
			return Reply.failure("-1 endpos=0");
		}
		CallChannel.Outcome outcome = play(file, wanted, true);
		long position = Samples.of(outcome.elapsed());
		if (outcome.end() == CallChannel.End.TIME) {
			outcome = this.channel.pass(timeout, Digits.ALL, true);
		}
		return switch (outcome.end()) {
			case TIME -> Reply.result("0 endpos=" + position);
			// Behind the file any digit ends it, but only a wanted one counts
			case DIGIT -> Reply
				.result(((wanted.indexOf(outcome.digit()) >= 0) ? (int) outcome.digit() : 0) + " endpos=" + position);
			case HANGUP -> Reply.failure("-1 endpos=" + position);
			case INPUT -> Reply.NONE;
		};
	}

	Reply waitForDigit(List<String> words) throws InterruptedException {
		long millis = Numbers.parse(words.get(0));
		CallChannel.Outcome outcome = this.channel.pass((millis < 0) ? null : Duration.ofMillis(millis), Digits.ALL,
				true);
		return (outcome.end() == CallChannel.End.INPUT) ? Reply.result(1) : Reply.digitOrZero(outcome);
	}

	Reply getData(List<String> words) throws InterruptedException {
		Duration timeout = timeout((words.size() > 1) ? Numbers.parse(words.get(1)) : 0);
		long most = (words.size() > 2) ? Numbers.parse(words.get(2)) : 1024;
		if (isMissing(words.get(0))) {
			// handle_getdata() in res/res_agi.c always succeeds
			return Reply.result(-1);
		}
		Collected collected = collect(words.get(0), timeout, most, true);
		return switch (collected.end()) {
			case TIME -> Reply.result(collected.digits() + " (timeout)");
			case DIGIT -> Reply.result(collected.digits());
			case HANGUP -> Reply.result(-1);
			case INPUT -> Reply.NONE;
		};
	}

	/**
	 * Play a file, then collect digits until there are enough of them, {@code #} is
	 * pressed, or none comes in time.
	 */
	Collected collect(String file, @Nullable Duration timeout, long most, boolean interruptible)
			throws InterruptedException {
		StringBuilder digits = new StringBuilder();
		CallChannel.Outcome outcome = play(file, Digits.ALL, interruptible);
		if (outcome.end() == CallChannel.End.TIME) {
			outcome = this.channel.pass(timeout, Digits.ALL, interruptible);
		}
		while (outcome.end() == CallChannel.End.DIGIT && outcome.digit() != '#') {
			digits.append(outcome.digit());
			if (digits.length() >= most) {
				break;
			}
			outcome = this.channel.pass(timeout, Digits.ALL, interruptible);
		}
		return new Collected(outcome.end(), digits.toString());
	}

	CallChannel.Outcome play(String file, String wanted, boolean interruptible) throws InterruptedException {
		if (file.isEmpty()) {
			return this.channel.pass(Duration.ZERO, wanted, interruptible);
		}
		this.channel.playing(file);
		return this.channel.pass(this.channel.settings().duration(file), wanted, interruptible);
	}

	private boolean isMissing(String file) {
		return this.channel.settings().missing().contains(file);
	}

	private long length(String file) {
		return Samples.of(this.channel.settings().duration(file));
	}

	private static @Nullable Duration timeout(long millis) {
		return (millis == 0) ? DIGIT_TIMEOUT : (millis < 0) ? null : Duration.ofMillis(millis);
	}

	/**
	 * Digits that were collected.
	 *
	 * @param end what ended it; {@code DIGIT} if the caller did
	 * @param digits the digits, without the {@code #} that ended them
	 */
	record Collected(CallChannel.End end, String digits) {

	}

}
