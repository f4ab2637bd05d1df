package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Activates a grammar. That the engine refuses or there is no speech object is an
 * {@link io.pystrix.agi.AgiApplicationException}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_activate_grammar/">SPEECH
 * ACTIVATE GRAMMAR</a>
 */
public final class SpeechActivateGrammar extends AgiCommand<AgiReply> {

	/**
	 * Activates a grammar.
	 * @param grammar the name of the grammar
	 */
	public SpeechActivateGrammar(String grammar) {
		super("SPEECH ACTIVATE GRAMMAR", Checks.notEmpty("grammar", grammar));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.accepted(reply);
	}

}
