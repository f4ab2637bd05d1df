package io.pystrix.demo.live;

import java.time.Instant;

import io.pystrix.ami.live.LiveParkedCall;
import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * A parked call in a table; its id is that of its channel.
 */
record ParkedItem(String id, String channel, String caller, String lot, String space,
		@Nullable Instant until) implements Item {

	static ParkedItem of(LiveParkedCall parked) {
		return new ParkedItem(parked.uniqueid(), parked.channel(), Texts.of(parked.caller()), parked.parkingLot(),
				parked.space(), parked.timeoutAt());
	}

}
