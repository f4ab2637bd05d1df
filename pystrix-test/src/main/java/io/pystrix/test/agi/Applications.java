package io.pystrix.test.agi;

import java.time.Duration;
import java.util.Locale;

/**
 * The few applications that {@code EXEC} does not merely answer for.
 */
final class Applications {

	private final CallChannel channel;

	private final Playing playing;

	Applications(CallChannel channel, Playing playing) {
		this.channel = channel;
		this.playing = playing;
	}

	Reply run(String name, String data) throws InterruptedException {
		String[] options = data.split(",", -1);
		switch (name.toLowerCase(Locale.ROOT)) {
			case "wait" -> {
				CallChannel.Outcome outcome = this.channel.pass(Numbers.seconds(options[0]), "", false);
				return Reply.result((outcome.end() == CallChannel.End.HANGUP) ? -1 : 0);
			}
			case "waitexten" -> {
				return digitOrZero(this.channel.pass(Numbers.seconds(options[0]), Digits.ALL, false));
			}
			case "playback" -> {
				return this.channel.isDead() ? Reply.result(0) : playAll(options[0], "");
			}
			case "background" -> {
				return playAll(options[0], Digits.ALL);
			}
			case "read" -> {
				return read(options);
			}
			case "goto" -> {
				goTo(options);
				return Reply.result(0);
			}
			case "set" -> {
				int equals = data.indexOf('=');
				if (equals > 0) {
					this.channel.variable(data.substring(0, equals), data.substring(equals + 1));
				}
				return Reply.result(0);
			}
			default -> {
				CallSettings settings = this.channel.settings();
				return Reply.application(settings.applications().getOrDefault(name.toLowerCase(Locale.ROOT), 0),
						settings.release());
			}
		}
	}

	/**
	 * What an application returns when a digit or a hang-up ended it; a hang-up is no
	 * failure of {@code EXEC}.
	 */
	private static Reply digitOrZero(CallChannel.Outcome outcome) {
		Reply reply = Reply.digitOrZero(outcome);
		return new Reply(reply.code(), reply.text(), false);
	}

	private Reply playAll(String files, String wanted) throws InterruptedException {
		for (String file : files.split("&")) {
			CallChannel.Outcome outcome = this.playing.play(file, wanted, false);
			if (outcome.end() != CallChannel.End.TIME) {
				return digitOrZero(outcome);
			}
		}
		return Reply.result(0);
	}

	/**
	 * Read digits into a variable: its name, a file, the most digits, options, attempts,
	 * seconds. There is one attempt.
	 */
	private Reply read(String[] options) throws InterruptedException {
		String file = (options.length > 1) ? options[1] : "";
		int most = (options.length > 2 && Numbers.isNumber(options[2])) ? (int) Numbers.parse(options[2]) : 255;
		Duration timeout = (options.length > 5) ? Numbers.seconds(options[5]) : Duration.ZERO;
		Playing.Collected collected = this.playing.collect(file, timeout.isZero() ? Playing.DIGIT_TIMEOUT : timeout,
				most, false);
		this.channel.variable(options[0], collected.digits());
		return Reply.result((collected.end() == CallChannel.End.HANGUP) ? -1 : 0);
	}

	private void goTo(String[] options) {
		Place place = this.channel.traces().place();
		String priority = options[options.length - 1];
		Integer label = this.channel.settings().surroundings().labels().get(priority);
		if (label != null || Numbers.isNumber(priority)) {
			place = place.withPriority((label != null) ? label : (int) Numbers.parse(priority));
		}
		if (options.length > 1) {
			place = place.withExtension(options[options.length - 2]);
		}
		this.channel.traces().place((options.length > 2) ? place.withContext(options[0]) : place);
	}

}
