package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.pystrix.ami.event.BridgeListItemEvent;
import io.pystrix.ami.event.BridgeSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Bridges and which channels are in them.
 */
final class BridgeMembers {

	// The type of bridges that do not outlive the channels in them (main/bridge_basic.c,
	// releases 13 to 23)
	private static final String TEMPORARY = "basic";

	private final Store<LiveBridge> bridges;

	BridgeMembers(Store<LiveBridge> bridges) {
		this.bridges = bridges;
	}

	/** Takes over what an event tells of a bridge that is there. */
	void seen(@Nullable BridgeSnapshot snapshot) {
		String id = (snapshot != null) ? snapshot.bridgeUniqueid() : null;
		if (snapshot != null && id != null) {
			LiveBridge known = this.bridges.get(id);
			this.bridges.put(bridge(id, snapshot, (known != null) ? known.channels() : List.of()));
		}
	}

	/** Removes a bridge and returns who was in it. */
	List<String> destroyed(String id) {
		LiveBridge last = this.bridges.get(id);
		this.bridges.remove(id);
		return (last != null) ? last.channels() : List.of();
	}

	/** A channel has changed, has come (no {@code before}) or gone (no {@code after}). */
	void changed(@Nullable LiveChannel before, @Nullable LiveChannel after) {
		String left = (before != null) ? before.bridgeId() : null;
		String entered = (after != null) ? after.bridgeId() : null;
		LiveBridge last = (left != null && !left.equals(entered)) ? this.bridges.get(left) : null;
		if (before != null && last != null) {
			leave(before, last, after == null);
		}
		// A list may have told of the channel in it before anything told of the bridge
		LiveBridge next = (entered != null) ? this.bridges.get(entered) : null;
		if (after != null && next != null && !next.channels().contains(after.uniqueid())) {
			List<String> more = new ArrayList<>(next.channels());
			more.add(after.uniqueid());
			this.bridges.adjust(next.withChannels(List.copyOf(more)));
		}
	}

	private void leave(LiveChannel channel, LiveBridge bridge, boolean hungUp) {
		List<String> others = bridge.channels().stream().filter((id) -> !id.equals(channel.uniqueid())).toList();
		// While a list is on its way, a bridge that events tell of may hold channels that
		// nothing has told of yet; that it has gone will be told as well
		boolean maybeOthers = this.bridges.isTold(bridge.bridgeId());
		if (hungUp && others.isEmpty() && !maybeOthers && bridge.type().equals(TEMPORARY)) {
			this.bridges.discard(bridge.bridgeId());
		}
		else {
			this.bridges.adjust(bridge.withChannels(others));
		}
	}

	void begin() {
		this.bridges.begin();
	}

	void complete(@Nullable List<BridgeListItemEvent> items, List<LiveChannel> channels) {
		Map<String, List<String>> members = new LinkedHashMap<>();
		for (LiveChannel channel : channels) {
			if (channel.bridgeId() != null) {
				members.computeIfAbsent(channel.bridgeId(), (id) -> new ArrayList<>()).add(channel.uniqueid());
			}
		}
		if (items != null) {
			Map<String, BridgeSnapshot> listed = new LinkedHashMap<>();
			for (BridgeListItemEvent item : items) {
				if (item.bridge() != null && item.bridgeUniqueid() != null) {
					listed.put(item.bridgeUniqueid(), item.bridge());
				}
			}
			this.bridges.complete(listed,
					(item, known, touched) -> (touched && known != null) ? known
							: bridge(Objects.requireNonNull(item.bridgeUniqueid()), item,
									(known != null) ? known.channels() : List.of()));
		}
		else {
			this.bridges.fail();
		}
		for (LiveBridge bridge : this.bridges.all()) {
			List<String> now = members.getOrDefault(bridge.bridgeId(), List.of());
			Set<String> ordered = new LinkedHashSet<>(bridge.channels());
			ordered.retainAll(now);
			ordered.addAll(now);
			this.bridges.adjust(bridge.withChannels(List.copyOf(ordered)));
		}
	}

	private static LiveBridge bridge(String id, BridgeSnapshot snapshot, List<String> channels) {
		return new LiveBridge(id, text(snapshot.bridgeType()), text(snapshot.bridgeTechnology()),
				snapshot.bridgeCreator(), snapshot.bridgeName(), channels);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
