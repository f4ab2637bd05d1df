package io.pystrix.demo.runs;

import java.time.Instant;

import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * A run in a table.
 *
 * @param id its number
 * @param path what was called
 * @param script the name of the script, {@code null} if there was none
 * @param call the unique id of the channel
 * @param channel the name of the channel
 * @param caller who called, {@code null} if not known
 * @param extension the extension
 * @param startedAt since when
 * @param millis how long it took, {@code null} as long as it runs
 * @param outcome how it ended, {@code null} as long as it runs
 * @param failure what the script threw, {@code null} unless it failed
 * @param commands how many commands there were, those that are not kept included
 */
record RunItem(String id, String path, @Nullable String script, String call, String channel, @Nullable String caller,
		String extension, Instant startedAt, @Nullable Long millis, @Nullable String outcome, @Nullable String failure,
		int commands) implements Item {

}
