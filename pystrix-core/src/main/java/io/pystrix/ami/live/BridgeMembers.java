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

	void destroyed(@Nullable String id) {
		if (id != null) {
			this.bridges.remove(id);
		}
	}

	/** A channel has changed, has come (no {@code before}) or gone (no {@code after}). */
	void changed(@Nullable LiveChannel before, @Nullable LiveChannel after) {
		String left = (before != null) ? before.bridgeId() : null;
		String entered = (after != null) ? after.bridgeId() : null;
		if (Objects.equals(left, entered)) {
			return;
		}
		LiveBridge last = (left != null) ? this.bridges.get(left) : null;
		if (before != null && last != null) {
			List<String> others = last.channels().stream().filter((id) -> !id.equals(before.uniqueid())).toList();
			this.bridges.put(last.withChannels(others));
		}
		LiveBridge next = (entered != null) ? this.bridges.get(entered) : null;
		if (after != null && next != null && !next.channels().contains(after.uniqueid())) {
			List<String> more = new ArrayList<>(next.channels());
			more.add(after.uniqueid());
			this.bridges.put(next.withChannels(List.copyOf(more)));
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
					(item, known, touched) -> bridge(Objects.requireNonNull(item.bridgeUniqueid()), item,
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
			this.bridges.put(bridge.withChannels(List.copyOf(ordered)));
		}
	}

	private static LiveBridge bridge(String id, BridgeSnapshot snapshot, List<String> channels) {
		return new LiveBridge(id, text(snapshot.bridgeType()), text(snapshot.bridgeTechnology()),
				known(snapshot.bridgeCreator()), known(snapshot.bridgeName()), channels);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static @Nullable String known(@Nullable String value) {
		return (value == null || value.equals("<unknown>")) ? null : value;
	}

}
