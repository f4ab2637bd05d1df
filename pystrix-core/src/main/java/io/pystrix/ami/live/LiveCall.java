package io.pystrix.ami.live;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * A call at one moment: the channels that Asterisk has linked with each other.
 *
 * @param linkedid the id that the channels have in common
 * @param channels the unique ids of the channels that are there, in the order in which
 * they were seen
 * @param caller who began the call, as told by its first channel
 * @param dialed the extension that the first channel was in when it was first seen, may
 * be empty
 * @param startedAt since when the call is there, {@code null} if not known
 * @param answeredAt since when its first channel is up, {@code null} if it is not or if
 * that was before the connection
 * @param hangupBy the name of the channel that was hung up first, {@code null} as long as
 * none was
 * @param hangupCause the cause that came with that
 */
public record LiveCall(String linkedid, List<String> channels, LiveParty caller, String dialed,
		@Nullable Instant startedAt, @Nullable Instant answeredAt, @Nullable String hangupBy,
		OptionalInt hangupCause) implements LiveObject {

	@Override
	public String id() {
		return this.linkedid;
	}

	LiveCall withChannels(List<String> channels) {
		return new LiveCall(this.linkedid, channels, this.caller, this.dialed, this.startedAt, this.answeredAt,
				this.hangupBy, this.hangupCause);
	}

	LiveCall hungUp(String by, OptionalInt cause) {
		return new LiveCall(this.linkedid, this.channels, this.caller, this.dialed, this.startedAt, this.answeredAt, by,
				cause);
	}

}
