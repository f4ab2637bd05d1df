package io.pystrix.agi.command;

import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.ChannelState;

/**
 * Asks for the state of a channel. Results in the state, empty if there is no such
 * channel.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/channel_status/">CHANNEL
 * STATUS</a>
 */
public final class ChannelStatus extends AgiCommand<Optional<ChannelState>> {

	/**
	 * Asks for the channel of the call.
	 */
	public ChannelStatus() {
		super("CHANNEL STATUS");
	}

	/**
	 * Asks for some channel.
	 * @param channel the channel's name
	 */
	public ChannelStatus(String channel) {
		super("CHANNEL STATUS", Checks.notEmpty("channel", channel));
	}

	// The number is an ast_channel_state of include/asterisk/channelstate.h, the same in
	// 13 to 23; -1 is no such channel (handle_channelstatus in res/res_agi.c)
	@Override
	public Optional<ChannelState> result(AgiReply reply) {
		int state = reply.resultAsInt();
		if (state >= ChannelState.values().length) {
			throw Checks.failure(reply);
		}
		return (state < 0) ? Optional.empty() : Optional.of(ChannelState.values()[state]);
	}

	@Override
	public boolean suggestsHangup(AgiReply reply) {
		return false;
	}

}
