package io.pystrix.demo.runs;

import java.time.Instant;

import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * A command of a run, and what came of it.
 *
 * @param id the number of the run and its own
 * @param run the number of the run
 * @param command what was sent
 * @param at when
 * @param reply what Asterisk said, {@code null} if it did not (yet)
 * @param micros how long it took, {@code null} as long as it runs
 * @param failure what the command threw, {@code null} if nothing
 */
record LineItem(String id, String run, String command, Instant at, @Nullable String reply, @Nullable Long micros,
		@Nullable String failure) implements Item {

	LineItem replied(String reply) {
		return new LineItem(this.id, this.run, this.command, this.at, reply, this.micros, this.failure);
	}

	LineItem executed(long micros, @Nullable String failure) {
		return new LineItem(this.id, this.run, this.command, this.at, this.reply, micros, failure);
	}

}
