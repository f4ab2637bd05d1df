package io.pystrix.ami.live;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A parked call at one moment.
 *
 * @param uniqueid the unique id of the channel that is parked
 * @param channel the name of the channel
 * @param caller who is parked
 * @param parkingLot where
 * @param space the extension that picks it up
 * @param timeoutAt when it is sent back, by this computer's clock; {@code null} if not
 * known
 */
public record LiveParkedCall(String uniqueid, String channel, LiveParty caller, String parkingLot, String space,
		@Nullable Instant timeoutAt) implements LiveObject {

	@Override
	public String id() {
		return this.uniqueid;
	}

	LiveParkedCall until(@Nullable Instant timeoutAt) {
		return new LiveParkedCall(this.uniqueid, this.channel, this.caller, this.parkingLot, this.space, timeoutAt);
	}

}
