package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Creates the speech object of the call. That the engine does not exist is an
 * {@link io.pystrix.agi.AgiApplicationException}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_create/">SPEECH
 * CREATE</a>
 */
public final class SpeechCreate extends AgiCommand<AgiReply> {

	/**
	 * Creates the object.
	 * @param engine the engine, empty for the first that is there
	 */
	public SpeechCreate(String engine) {
		super("SPEECH CREATE", engine);
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.accepted(reply);
	}

}
