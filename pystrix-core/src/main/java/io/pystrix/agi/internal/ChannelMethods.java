package io.pystrix.agi.internal;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiChannel;
import io.pystrix.agi.ChannelState;
import io.pystrix.agi.command.Answer;
import io.pystrix.agi.command.AsyncAgiBreak;
import io.pystrix.agi.command.ChannelStatus;
import io.pystrix.agi.command.Hangup;
import io.pystrix.agi.command.SetAutohangup;
import io.pystrix.agi.command.SetCallerId;
import io.pystrix.agi.command.SetContext;
import io.pystrix.agi.command.SetExtension;
import io.pystrix.agi.command.SetPriority;

/**
 * The commands about the call itself and where it goes.
 */
interface ChannelMethods extends AgiChannel, CommandExecutor {

	@Override
	default void answer() {
		execute(new Answer());
	}

	@Override
	default void hangup() {
		execute(new Hangup());
	}

	@Override
	default void hangup(String channel) {
		execute(new Hangup(channel));
	}

	@Override
	default ChannelState channelStatus() {
		return execute(new ChannelStatus())
			.orElseThrow(() -> new AgiApplicationException("Asterisk does not know the channel of the call"));
	}

	@Override
	default Optional<ChannelState> channelStatus(String channel) {
		return execute(new ChannelStatus(channel));
	}

	@Override
	default void setAutohangup(Duration time) {
		execute(new SetAutohangup(time));
	}

	@Override
	default void setCallerId(String number) {
		execute(new SetCallerId(number));
	}

	@Override
	default void setCallerId(String number, String name) {
		execute(new SetCallerId(number, name));
	}

	@Override
	default void setContext(String context) {
		execute(new SetContext(context));
	}

	@Override
	default void setExtension(String extension) {
		execute(new SetExtension(extension));
	}

	@Override
	default void setPriority(int priority) {
		execute(new SetPriority(priority));
	}

	@Override
	default void setPriority(String label) {
		execute(new SetPriority(label));
	}

	@Override
	default void asyncAgiBreak() {
		execute(new AsyncAgiBreak());
	}

}
