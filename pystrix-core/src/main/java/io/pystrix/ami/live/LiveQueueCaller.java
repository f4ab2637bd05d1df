package io.pystrix.ami.live;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A caller who waits in a queue, at one moment.
 *
 * @param queue the name of the queue
 * @param uniqueid the unique id of the caller's channel
 * @param channel the name of the channel
 * @param caller the caller
 * @param position the place in the queue, 1 for the next one
 * @param joinedAt since when, by this computer's clock unless Asterisk sends time stamps;
 * {@code null} if not known
 */
public record LiveQueueCaller(String queue, String uniqueid, String channel, LiveParty caller, int position,
		@Nullable Instant joinedAt) implements LiveObject {

	@Override
	public String id() {
		return this.uniqueid;
	}

	LiveQueueCaller at(int position) {
		return new LiveQueueCaller(this.queue, this.uniqueid, this.channel, this.caller, position, this.joinedAt);
	}

	LiveQueueCaller since(@Nullable Instant joinedAt) {
		return new LiveQueueCaller(this.queue, this.uniqueid, this.channel, this.caller, this.position, joinedAt);
	}

}
