package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Unloads a grammar. That the engine refuses or there is no speech object is an
 * {@link io.pystrix.agi.AgiApplicationException}. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_unload_grammar/">SPEECH
 * UNLOAD GRAMMAR</a>
 */
public final class SpeechUnloadGrammar extends AgiCommand<AgiReply> {

	/**
	 * Unloads a grammar.
	 * @param grammar the name of the grammar
	 */
	public SpeechUnloadGrammar(String grammar) {
		super("SPEECH UNLOAD GRAMMAR", Checks.notEmpty("grammar", grammar));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.accepted(reply);
	}

}
