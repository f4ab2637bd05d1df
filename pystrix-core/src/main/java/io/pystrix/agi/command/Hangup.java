package io.pystrix.agi.command;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Hangs up a channel.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/hangup/">HANGUP</a>
 */
public final class Hangup extends AgiCommand<AgiReply> {

	/**
	 * Hangs up the channel of the call.
	 */
	public Hangup() {
		super("HANGUP");
	}

	/**
	 * Hangs up some channel; that there is none of this name is an
	 * {@link io.pystrix.agi.AgiApplicationException}.
	 * @param channel the channel's name
	 */
	public Hangup(String channel) {
		super("HANGUP", channel);
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

	@Override
	public boolean suggestsHangup(AgiReply reply) {
		return false;
	}

}
