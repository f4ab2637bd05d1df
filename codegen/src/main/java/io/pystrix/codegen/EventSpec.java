package io.pystrix.codegen;

import java.util.List;

/**
 * An event.
 *
 * @param name the name on the wire
 * @param summary a sentence on when it comes
 * @param releases the releases that have it
 * @param channels the prefixes of the channel snapshots in it
 * @param bridges the prefixes of the bridge snapshots in it
 * @param headers its other headers
 */
record EventSpec(String name, String summary, Releases releases, List<String> channels, List<String> bridges,
		List<HeaderSpec> headers) {

	static EventSpec of(Node node) {
		node.only("summary", "since", "until", "channels", "bridges", "headers");
		return new EventSpec(node.path(), node.text("summary"), Releases.of(node), node.list("channels"),
				node.list("bridges"), node.headers("headers"));
	}

}
