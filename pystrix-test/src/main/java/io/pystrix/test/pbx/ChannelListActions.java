package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;

/**
 * Answers the actions that list channels.
 */
final class ChannelListActions {

	private final Monitor monitor;

	private final Channels channels;

	ChannelListActions(Monitor monitor, Channels channels) {
		this.monitor = monitor;
		this.channels = channels;
	}

	void addTo(Actions actions) {
		actions.add("CoreShowChannels", (request) -> AmiAnswer.list("Channels will follow", "CoreShowChannelsComplete",
				newestFirst().stream().map(this::item).toList()));
		actions.add("Status", this::status);
	}

	private List<Channel> newestFirst() {
		List<Channel> all = new ArrayList<>(this.channels.all());
		Collections.reverse(all);
		return all;
	}

	private AmiFrame item(Channel channel) {
		Duration age = this.monitor.since(channel.start);
		return AmiFrame.event("CoreShowChannel")
			.with(channel.snapshot(""))
			.with("Application", channel.application)
			.with("ApplicationData", channel.data)
			.with("Duration",
					String.format(Locale.ROOT, "%02d:%02d:%02d", age.toHours(), age.toMinutesPart(),
							age.toSecondsPart()))
			.with("BridgeId", bridge(channel));
	}

	private static String bridge(Channel channel) {
		Bridge bridge = channel.bridge;
		return (bridge != null) ? bridge.id : "";
	}

	private AmiAnswer status(AmiRequest request) {
		String name = request.get("Channel", "");
		List<Channel> wanted = name.isEmpty() ? newestFirst()
				: List.of(Actions.require(this.channels.find(name), () -> "No such channel"));
		AmiFrame complete = AmiFrame.event("StatusComplete")
			.with("EventList", "Complete")
			.with("ListItems", wanted.size())
			.with("Items", wanted.size());
		return AmiAnswer.list("Channel status will follow", complete, wanted.stream().map(this::status).toList());
	}

	private AmiFrame status(Channel channel) {
		return AmiFrame.event("Status")
			.with("Privilege", "Call")
			.with(channel.snapshot(""))
			.with("Type", "Local")
			.with("DNID", "")
			.with("EffectiveConnectedLineNum", channel.connectedLine.number())
			.with("EffectiveConnectedLineName", channel.connectedLine.name())
			.with("TimeToHangup", 0)
			.with("BridgeID", bridge(channel))
			.with("Application", channel.application.isEmpty() ? "(null)" : channel.application)
			.with("Data", channel.application.isEmpty() ? "(null)" : channel.data)
			.with("Nativeformats", "(slin)")
			.with("Readformat", "slin")
			.with("Readtrans", "")
			.with("Writeformat", "slin")
			.with("Writetrans", "")
			.with("Callgroup", 0)
			.with("Pickupgroup", 0)
			.with("Seconds", this.monitor.since(channel.start).toSeconds());
	}

}
