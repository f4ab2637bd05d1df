package io.pystrix.test.agi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The commands that take time: they play, speak, wait and collect digits.
 */
final class Playing {

	static final String ANY_DIGIT = "0123456789*#ABCDabcd";

	private static final int SAMPLES_PER_MILLI = 8;

	private static final Duration DEFAULT_DIGIT_TIMEOUT = Duration.ofSeconds(6);

	private final CallChannel channel;

	Playing(CallChannel channel) {
		this.channel = channel;
	}

	Reply streamFile(List<String> words) throws InterruptedException {
		String file = words.get(0);
		if (this.channel.settings().missing().contains(file)) {
			return Reply.failure("-1 endpos=0");
		}
		long length = this.channel.settings().duration(file).toMillis() * SAMPLES_PER_MILLI;
		long offset = Math.min(length, (words.size() > 2) ? Numbers.parse(words.get(2)) : 0);
		this.channel.playing(file);
		Duration rest = Duration.ofMillis((length - offset) / SAMPLES_PER_MILLI);
		CallChannel.Outcome outcome = this.channel.pass(rest, words.get(1), true);
		long position = offset + outcome.elapsed().toMillis() * SAMPLES_PER_MILLI;
		return switch (outcome.end()) {
			case TIME -> Reply.result("0 endpos=" + length);
			case DIGIT -> Reply.result((int) outcome.digit() + " endpos=" + position);
			case HANGUP -> Reply.result("-1 endpos=" + position);
			case INPUT -> Reply.NONE;
		};
	}

	Reply say(List<String> words) throws InterruptedException {
		Duration duration = this.channel.settings().perCharacter().multipliedBy(words.get(0).length());
		CallChannel.Outcome outcome = this.channel.pass(duration, words.get(1), true);
		return (outcome.end() == CallChannel.End.INPUT) ? Reply.NONE : digitOrZero(outcome);
	}

	Reply waitForDigit(List<String> words) throws InterruptedException {
		long millis = Numbers.parse(words.get(0));
		CallChannel.Outcome outcome = this.channel.pass((millis < 0) ? null : Duration.ofMillis(millis), ANY_DIGIT,
				true);
		return (outcome.end() == CallChannel.End.INPUT) ? Reply.result(1) : digitOrZero(outcome);
	}

	Reply getData(List<String> words) throws InterruptedException {
		String file = words.get(0);
		if (this.channel.settings().missing().contains(file)) {
			return Reply.failure(-1);
		}
		long millis = (words.size() > 1) ? Numbers.parse(words.get(1)) : 0;
		Duration timeout = (millis == 0) ? DEFAULT_DIGIT_TIMEOUT : (millis < 0) ? null : Duration.ofMillis(millis);
		long max = (words.size() > 2) ? Numbers.parse(words.get(2)) : 1024;
		StringBuilder digits = new StringBuilder();
		CallChannel.Outcome outcome = play(file, ANY_DIGIT, true);
		if (outcome.end() == CallChannel.End.TIME) {
			outcome = this.channel.pass(timeout, ANY_DIGIT, true);
		}
		while (outcome.end() == CallChannel.End.DIGIT && outcome.digit() != '#') {
			digits.append(outcome.digit());
			if (digits.length() >= max) {
				return Reply.result(digits);
			}
			outcome = this.channel.pass(timeout, ANY_DIGIT, true);
		}
		return switch (outcome.end()) {
			case TIME -> Reply.result(digits + " (timeout)");
			case DIGIT -> Reply.result(digits);
			case HANGUP -> Reply.result(-1);
			case INPUT -> Reply.NONE;
		};
	}

	/**
	 * Run one of the few applications that have a meaning on their own.
	 */
	Reply application(String name, String data) throws InterruptedException {
		String first = data.split(",", 2)[0];
		switch (name.toLowerCase(Locale.ROOT)) {
			case "wait" -> {
				CallChannel.Outcome outcome = this.channel.pass(Numbers.seconds(first), "", false);
				return Reply.result((outcome.end() == CallChannel.End.HANGUP) ? -1 : 0);
			}
			case "waitexten" -> {
				return digitOrZero(this.channel.pass(Numbers.seconds(first), ANY_DIGIT, false));
			}
			case "playback" -> {
				return this.channel.isDead() ? Reply.result(0) : playAll(first, "");
			}
			case "background" -> {
				return playAll(first, ANY_DIGIT);
			}
			case "set" -> {
				int equals = data.indexOf('=');
				if (equals > 0) {
					this.channel.variable(data.substring(0, equals), data.substring(equals + 1));
				}
				return Reply.result(0);
			}
			default -> {
				return Reply
					.result(this.channel.settings().applications().getOrDefault(name.toLowerCase(Locale.ROOT), 0));
			}
		}
	}

	private Reply playAll(String files, String wanted) throws InterruptedException {
		for (String file : files.split("&")) {
			CallChannel.Outcome outcome = play(file, wanted, false);
			if (outcome.end() != CallChannel.End.TIME) {
				return digitOrZero(outcome);
			}
		}
		return Reply.result(0);
	}

	private CallChannel.Outcome play(String file, String wanted, boolean interruptible) throws InterruptedException {
		if (file.isEmpty()) {
			return this.channel.pass(Duration.ZERO, wanted, interruptible);
		}
		this.channel.playing(file);
		return this.channel.pass(this.channel.settings().duration(file), wanted, interruptible);
	}

	private static Reply digitOrZero(CallChannel.Outcome outcome) {
		return switch (outcome.end()) {
			case DIGIT -> Reply.result((int) outcome.digit());
			case HANGUP -> Reply.result(-1);
			default -> Reply.result(0);
		};
	}

}
