package io.pystrix.agi.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.SpeechResult;

/**
 * Plays a sound file and listens to what the caller says or presses. Results in what was
 * understood. That there is no speech object is an
 * {@link io.pystrix.agi.AgiApplicationException}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_recognize/">SPEECH
 * RECOGNIZE</a>
 */
public final class SpeechRecognize extends AgiCommand<SpeechResult> {

	/**
	 * Listens while and after a prompt.
	 * @param prompt the name without extension
	 * @param timeout how long after the prompt, in whole seconds and rounded up
	 */
	public SpeechRecognize(String prompt, Duration timeout) {
		super("SPEECH RECOGNIZE", prompt, seconds(timeout));
	}

	/**
	 * Listens while and after a prompt that starts somewhere.
	 * @param prompt the name without extension
	 * @param timeout how long after the prompt, in whole seconds and rounded up
	 * @param offset where to start, in samples
	 */
	public SpeechRecognize(String prompt, Duration timeout, long offset) {
		super("SPEECH RECOGNIZE", prompt, seconds(timeout), Checks.notNegative("offset", offset));
	}

	private static long seconds(Duration timeout) {
		return (Checks.millis(timeout) + 999L) / 1000;
	}

	@Override
	public SpeechResult result(AgiReply reply) {
		String data = Checks.accepted(reply).data();
		String what = (data != null) ? data : "";
		return switch (what) {
			case "speech" -> new SpeechResult(matches(reply), Optional.empty(), false, reply.itemAsLong("endpos"));
			case "digit" -> new SpeechResult(List.of(), Optional.of(digit(reply)), false, reply.itemAsLong("endpos"));
			case "timeout" -> new SpeechResult(List.of(), Optional.empty(), true, reply.itemAsLong("endpos"));
			default -> throw Checks.failure(reply);
		};
	}

	// The result is 1 then, too (handle_speechrecognize in res/res_agi.c, 13 to master)
	@Override
	public boolean provesHangup(AgiReply reply) {
		return "hangup".equals(reply.data());
	}

	@Override
	public boolean suggestsHangup(AgiReply reply) {
		return provesHangup(reply) || super.suggestsHangup(reply);
	}

	private static List<SpeechResult.Match> matches(AgiReply reply) {
		List<SpeechResult.Match> matches = new ArrayList<>();
		for (int i = 0; reply.items().containsKey("score" + i); i++) {
			matches.add(new SpeechResult.Match((int) reply.itemAsLong("score" + i),
					reply.items().getOrDefault("text" + i, ""), reply.items().getOrDefault("grammar" + i, "")));
		}
		return matches;
	}

	private static char digit(AgiReply reply) {
		String digit = reply.items().getOrDefault("digit", "");
		if (digit.length() != 1) {
			throw Checks.failure(reply);
		}
		return digit.charAt(0);
	}

}
