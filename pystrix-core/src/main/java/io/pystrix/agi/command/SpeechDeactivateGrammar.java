package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Deactivates a grammar. That the engine refuses or there is no speech object is an
 * {@link io.pystrix.agi.AgiApplicationException}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_deactivate_grammar/">SPEECH
 * DEACTIVATE GRAMMAR</a>
 */
public final class SpeechDeactivateGrammar extends AgiCommand<AgiReply> {

	/**
	 * Deactivates a grammar.
	 * @param grammar the name of the grammar
	 */
	public SpeechDeactivateGrammar(String grammar) {
		super("SPEECH DEACTIVATE GRAMMAR", Checks.notEmpty("grammar", grammar));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.accepted(reply);
	}

}
