package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Starts or stops music on hold. Asterisk does not tell whether there is any
 * (handle_setmusic in res/res_agi.c, releases 13 to 23).
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_music/">SET
 * MUSIC</a>
 */
public final class SetMusic extends AgiCommand<AgiReply> {

	/**
	 * Starts the music that the channel is set to, or stops any.
	 * @param on whether to start
	 */
	public SetMusic(boolean on) {
		super("SET MUSIC", on ? "on" : "off");
	}

	/**
	 * Starts music.
	 * @param musicClass the class of {@code musiconhold.conf}
	 */
	public SetMusic(String musicClass) {
		super("SET MUSIC", "on", Checks.notEmpty("class", musicClass));
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
