package io.pystrix.demo.live;

import java.time.Instant;
import java.util.List;

import io.pystrix.ami.live.LiveCall;
import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * A call in a table, with the ids of its channels.
 */
record CallItem(String id, String caller, String dialed, List<String> channels, @Nullable Instant startedAt,
		@Nullable Instant answeredAt) implements Item {

	static CallItem of(LiveCall call) {
		return new CallItem(call.linkedid(), Texts.of(call.caller()), call.dialed(), call.channels(), call.startedAt(),
				call.answeredAt());
	}

}
