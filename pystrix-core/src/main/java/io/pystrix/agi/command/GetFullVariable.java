package io.pystrix.agi.command;

import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Evaluates an expression of any length. Results in the text, empty if there is no such
 * channel. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_full_variable/">GET
 * FULL VARIABLE</a>
 */
public final class GetFullVariable extends AgiCommand<Optional<String>> {

	/**
	 * Evaluates an expression on the channel of the call.
	 * @param expression text in which <code>${…}</code> is replaced
	 */
	public GetFullVariable(String expression) {
		super("GET FULL VARIABLE", expression);
	}

	/**
	 * Evaluates an expression on another channel.
	 * @param expression text in which <code>${…}</code> is replaced
	 * @param channel the channel's name
	 */
	public GetFullVariable(String expression, String channel) {
		super("GET FULL VARIABLE", expression, channel);
	}

	@Override
	public Optional<String> result(AgiReply reply) {
		return Optional.ofNullable(reply.data());
	}

}
