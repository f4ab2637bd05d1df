package io.pystrix.test.agi;

import java.util.List;

/**
 * {@code GOSUB}.
 */
final class Routines {

	private final CallChannel channel;

	private final ChannelVariables variables;

	Routines(CallChannel channel, ChannelVariables variables) {
		this.channel = channel;
		this.variables = variables;
	}

	Reply run(List<String> words) {
		String label = Routine.label(words.get(0), words.get(1), words.get(2));
		Routine routine = this.channel.settings().surroundings().routines().get(label);
		if (routine == null) {
			return Reply.failure("-1 Gosub label not found");
		}
		if (routine.value() != null) {
			this.variables.set("GOSUB_RETVAL", routine.value());
		}
		if (routine.hangUp()) {
			this.channel.hangUpByScript();
		}
		return new Reply(200, "100 result=0 Trying...\n200 result=" + routine.result(), routine.failed());
	}

}
