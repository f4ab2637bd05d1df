package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Loads a grammar. That the engine refuses or there is no speech object is an
 * {@link io.pystrix.agi.AgiApplicationException}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_load_grammar/">SPEECH
 * LOAD GRAMMAR</a>
 */
public final class SpeechLoadGrammar extends AgiCommand<AgiReply> {

	/**
	 * Loads a grammar.
	 * @param grammar the name of the grammar
	 * @param path where it is, on the PBX
	 */
	public SpeechLoadGrammar(String grammar, String path) {
		super("SPEECH LOAD GRAMMAR", Checks.notEmpty("grammar", grammar), Checks.notEmpty("path", path));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.accepted(reply);
	}

}
