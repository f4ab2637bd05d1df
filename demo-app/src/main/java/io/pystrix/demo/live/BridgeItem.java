package io.pystrix.demo.live;

import java.util.List;

import io.pystrix.ami.live.LiveBridge;
import io.pystrix.demo.stream.Item;
import org.jspecify.annotations.Nullable;

/**
 * A bridge in a table, with the ids of its channels.
 */
record BridgeItem(String id, String type, String technology, @Nullable String name,
		List<String> channels) implements Item {

	static BridgeItem of(LiveBridge bridge) {
		return new BridgeItem(bridge.bridgeId(), bridge.type(), bridge.technology(), bridge.name(), bridge.channels());
	}

}
