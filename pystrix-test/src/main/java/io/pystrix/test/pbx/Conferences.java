package io.pystrix.test.pbx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;

/**
 * Conferences, for the dialplan and for AMI. A conference is there while somebody is in
 * it.
 */
final class Conferences implements Application {

	private final Monitor monitor;

	private final Channels channels;

	private final LocalPairs pairs;

	private final Bridges bridges;

	private final Events events;

	private final Map<String, ConferenceBridge> conferences = new LinkedHashMap<>();

	Conferences(Monitor monitor, Channels channels, LocalPairs pairs, Bridges bridges, Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.pairs = pairs;
		this.bridges = bridges;
		this.events = events;
	}

	void addTo(Actions actions) {
		actions.add("ConfbridgeListRooms", (request) -> rooms());
		actions.add("ConfbridgeList", this::list);
		actions.add("ConfbridgeKick", (request) -> kick(actions, request));
		actions.add("ConfbridgeMute", (request) -> mute(actions, request, true));
		actions.add("ConfbridgeUnmute", (request) -> mute(actions, request, false));
		actions.add("ConfbridgeLock", (request) -> lock(request, true));
		actions.add("ConfbridgeUnlock", (request) -> lock(request, false));
	}

	@Override
	public void run(Channel channel, String data) throws InterruptedException {
		String name = data.split(",", -1)[0];
		ConferenceBridge bridge = this.conferences.get(name);
		if (bridge != null && bridge.locked) {
			this.channels.variable(channel, "CONFBRIDGE_RESULT", "FAILED");
			return;
		}
		if (bridge == null) {
			bridge = this.bridges.create(new ConferenceBridge(this.events, name, this.pairs.nextSerial()));
			this.conferences.put(name, bridge);
			bridge.begin();
		}
		this.bridges.visit(channel, bridge);
		if (bridge.channels.isEmpty()) {
			this.conferences.remove(name, bridge);
		}
		if (!"KICKED".equals(channel.variables.get("CONFBRIDGE_RESULT"))) {
			this.channels.variable(channel, "CONFBRIDGE_RESULT", "HANGUP");
		}
	}

	private AmiAnswer rooms() {
		requireAny();
		List<AmiFrame> items = this.conferences.values()
			.stream()
			.map((bridge) -> AmiFrame.event("ConfbridgeListRooms")
				.with("Conference", bridge.conference)
				.with("Parties", bridge.channels.size())
				.with("Marked", 0)
				.with("Locked", bridge.locked ? "Yes" : "No")
				.with("Muted", "No"))
			.toList();
		return AmiAnswer.list("Confbridge conferences will follow", "ConfbridgeListRoomsComplete", items);
	}

	private void requireAny() {
		if (this.conferences.isEmpty()) {
			throw new Actions.Refusal("No active conferences.");
		}
	}

	private ConferenceBridge find(AmiRequest request) {
		String name = Actions.require(request, "Conference", "No Conference name provided.");
		requireAny();
		return Actions.require(this.conferences.get(name), () -> "No Conference by that name found.");
	}

	private AmiAnswer list(AmiRequest request) {
		ConferenceBridge bridge = find(request);
		List<AmiFrame> items = bridge.channels.stream()
			.map((channel) -> AmiFrame.event("ConfbridgeList")
				.with("Conference", bridge.conference)
				.with("Admin", "No")
				.with("MarkedUser", "No")
				.with("WaitMarked", "No")
				.with("EndMarked", "No")
				.with("EndMarkedAny", "No")
				.with("Waiting", "No")
				.with("Muted", bridge.muted.contains(channel) ? "Yes" : "No")
				.with("Talking", "No")
				.with("AnsweredTime", this.monitor.since(channel.start).toSeconds())
				.with(channel.snapshot("")))
			.toList();
		return AmiAnswer.list("Confbridge user list will follow", "ConfbridgeListComplete", items);
	}

	private AmiAnswer kick(Actions actions, AmiRequest request) {
		return forChannels(actions, request, "User kicked", (bridge, channel) -> {
			this.channels.variable(channel, "CONFBRIDGE_RESULT", "KICKED");
			channel.dismissed = true;
		});
	}

	private AmiAnswer mute(Actions actions, AmiRequest request, boolean mute) {
		Actions.require(request, "Channel", "No channel name provided.");
		return forChannels(actions, request, mute ? "User muted" : "User unmuted",
				(bridge, channel) -> bridge.mute(channel, mute));
	}

	private AmiAnswer forChannels(Actions actions, AmiRequest request, String message,
			BiConsumer<ConferenceBridge, Channel> change) {
		ConferenceBridge bridge = find(request);
		String name = request.get("Channel", "");
		List<Channel> wanted = bridge.channels.stream()
			.filter((channel) -> name.equals("all") || name.equals("participants") || channel.name.equals(name))
			.toList();
		if (wanted.isEmpty()) {
			return AmiAnswer.error("No Channel by that name found in Conference.");
		}
		return actions.success(message, () -> wanted.forEach((channel) -> {
			if (channel.bridge == bridge) {
				change.accept(bridge, channel);
			}
		}));
	}

	private AmiAnswer lock(AmiRequest request, boolean lock) {
		find(request).locked = lock;
		return AmiAnswer.success(lock ? "Conference locked" : "Conference unlocked");
	}

}
