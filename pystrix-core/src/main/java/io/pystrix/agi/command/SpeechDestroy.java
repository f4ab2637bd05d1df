package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Destroys the speech object of the call. That there is no speech object is an
 * {@link io.pystrix.agi.AgiApplicationException}. Works after the hang-up.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_destroy/">SPEECH
 * DESTROY</a>
 */
public final class SpeechDestroy extends AgiCommand<AgiReply> {

	/**
	 * Creates the command.
	 */
	public SpeechDestroy() {
		super("SPEECH DESTROY");
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.accepted(reply);
	}

}
