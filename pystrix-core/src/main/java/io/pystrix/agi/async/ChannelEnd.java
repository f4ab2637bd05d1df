package io.pystrix.agi.async;

import io.pystrix.agi.AgiApplicationException;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiPipeClosedException;

/**
 * Why no more commands can be executed on a channel.
 *
 * @param isHangup whether the script is to take it for a hang-up
 * @param isFailure whether it is because of the script's last command
 * @param message what to say
 */
record ChannelEnd(boolean isHangup, boolean isFailure, String message) {

	static ChannelEnd hangup() {
		return new ChannelEnd(true, false, "The caller hung up: the channel has left AsyncAGI");
	}

	static ChannelEnd lost(String message) {
		return new ChannelEnd(true, false, message);
	}

	static ChannelEnd left() {
		return new ChannelEnd(false, false, "The channel has left AsyncAGI by ASYNCAGI BREAK");
	}

	static ChannelEnd failure(String command) {
		return new ChannelEnd(false, true,
				"Asterisk has ended AsyncAGI, as it does whenever a command fails like '" + command + "'");
	}

	AgiException exception() {
		return this.isFailure ? new AgiApplicationException(this.message) : new AgiPipeClosedException(this.message);
	}

}
