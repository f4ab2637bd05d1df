package io.pystrix.test.pbx;

import java.util.List;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;

/**
 * Answers the actions about bridges.
 */
final class BridgeActions {

	private final Monitor monitor;

	private final Channels channels;

	private final Bridges bridges;

	private final Events events;

	BridgeActions(Monitor monitor, Channels channels, Bridges bridges, Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.bridges = bridges;
		this.events = events;
	}

	void addTo(Actions actions) {
		actions.add("Bridge", (request) -> bridge(actions, request));
		actions.add("BridgeList", (request) -> list(request));
		actions.add("BridgeInfo", (request) -> info(request));
		actions.add("BridgeKick", (request) -> kick(actions, request));
	}

	private AmiAnswer bridge(Actions actions, AmiRequest request) {
		String one = Actions.require(request, "Channel1", "Missing channel parameter in request");
		String two = Actions.require(request, "Channel2", "Missing channel parameter in request");
		Channel first = Actions.require(this.channels.find(one), () -> "Channel1 does not exist: " + one);
		Channel second = Actions.require(this.channels.find(two), () -> "Channel2 does not exist: " + two);
		if (first == second) {
			return AmiAnswer.error("Unable to bridge channels");
		}
		return actions.success("Channels have been bridged", () -> {
			TalkBridge bridge = this.bridges.create(new TalkBridge(this.events));
			first.summon(bridge);
			try {
				// One after the other, so that they enter in this order
				this.monitor.awaitSoon(() -> first.bridge == bridge || first.hungUp);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			if (first.bridge == bridge) {
				second.summon(bridge);
			}
			else {
				this.bridges.destroy(bridge);
			}
		});
	}

	private AmiAnswer list(AmiRequest request) {
		List<AmiFrame> items = this.bridges.all()
			.stream()
			.map((bridge) -> AmiFrame.event("BridgeListItem").with(bridge.snapshot()))
			.filter((item) -> request.get("BridgeType", "").isEmpty()
					|| request.get("BridgeType", "").equals(item.get("BridgeType")))
			.toList();
		return AmiAnswer.list("Bridge listing will follow", "BridgeListComplete", items);
	}

	private AmiAnswer info(AmiRequest request) {
		Bridge bridge = find(request);
		List<AmiFrame> items = bridge.channels.stream()
			.map((channel) -> AmiFrame.event("BridgeInfoChannel").with(channel.snapshot("")))
			.toList();
		AmiFrame complete = AmiFrame.event("BridgeInfoComplete")
			.with("EventList", "Complete")
			.with("ListItems", items.size())
			.with(bridge.snapshot());
		return AmiAnswer.list("Bridge channel listing will follow", complete, items);
	}

	private Bridge find(AmiRequest request) {
		String id = Actions.require(request, "BridgeUniqueid", "BridgeUniqueid must be provided");
		return Actions.require(this.bridges.find(id), () -> "Specified BridgeUniqueid not found");
	}

	private AmiAnswer kick(Actions actions, AmiRequest request) {
		String name = Actions.require(request, "Channel", "Channel must be provided");
		Channel channel = Actions.require(this.channels.find(name), () -> "Channel does not exist");
		if (channel.bridge == null) {
			return AmiAnswer.error("Channel is not in a bridge");
		}
		return actions.success("Channel has been kicked", () -> channel.dismissed = true);
	}

}
