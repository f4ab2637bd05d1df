package io.pystrix.demo.live;

import java.util.List;

import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * The FastAGI server.
 */
record FastAgiItem(String id, boolean running, @Nullable String address, int calls, long total, long refused,
		List<Script> scripts) implements Item {

	/**
	 * A script; the default one has no pattern.
	 */
	record Script(String name, @Nullable String pattern) {

	}

}
