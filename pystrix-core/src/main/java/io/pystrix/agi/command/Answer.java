package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Answers the channel, if it is not answered yet. Takes up to half a second, for which
 * Asterisk waits for the first audio (ast_answer in main/channel.c, releases 13 to 23).
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/answer/">ANSWER</a>
 */
public final class Answer extends AgiCommand<AgiReply> {

	/**
	 * Creates the command.
	 */
	public Answer() {
		super("ANSWER");
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
