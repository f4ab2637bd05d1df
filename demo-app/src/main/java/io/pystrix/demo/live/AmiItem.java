package io.pystrix.demo.live;

import java.time.Instant;

import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * The connection to Asterisk's manager interface, and how far the live state can be
 * trusted.
 */
record AmiItem(String id, String state, String sync, Instant since, @Nullable String endpoint,
		@Nullable String greeting, int attempt, @Nullable Instant nextAttempt, @Nullable String failure, long connects,
		long lostEvents, @Nullable Long roundTripMicros) implements Item {

}
