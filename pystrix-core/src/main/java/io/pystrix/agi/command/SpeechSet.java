package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Sets something of the speech engine. That the engine refuses or there is no speech
 * object is an {@link io.pystrix.agi.AgiApplicationException}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/speech_set/">SPEECH
 * SET</a>
 */
public final class SpeechSet extends AgiCommand<AgiReply> {

	/**
	 * Sets something.
	 * @param name what
	 * @param value the value
	 */
	public SpeechSet(String name, String value) {
		super("SPEECH SET", Checks.notEmpty("name", name), value);
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.accepted(reply);
	}

}
