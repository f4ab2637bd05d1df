package io.pystrix.integration;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import io.pystrix.ami.Manager;
import io.pystrix.ami.action.BridgeListAction;
import io.pystrix.ami.action.ConfbridgeListAction;
import io.pystrix.ami.action.ConfbridgeListRoomsAction;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.DeviceStateListAction;
import io.pystrix.ami.action.ExtensionStateListAction;
import io.pystrix.ami.action.ParkedCallsAction;
import io.pystrix.ami.action.QueueStatusAction;
import io.pystrix.ami.event.BridgeListItemEvent;
import io.pystrix.ami.event.ConfbridgeListEvent;
import io.pystrix.ami.event.ConfbridgeListRoomsEvent;
import io.pystrix.ami.event.CoreShowChannelEvent;
import io.pystrix.ami.event.DeviceStateChangeEvent;
import io.pystrix.ami.event.ExtensionStatusEvent;
import io.pystrix.ami.event.ParkedCallEvent;
import io.pystrix.ami.event.QueueEntryEvent;
import io.pystrix.ami.event.QueueMemberEvent;
import io.pystrix.ami.event.QueueParamsEvent;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.LiveBridge;
import io.pystrix.ami.live.LiveQueue;
import io.pystrix.ami.message.AmiEvent;

/**
 * The same facts, once as the live state has them and once as Asterisk lists them at this
 * moment.
 */
final class LiveLists {

	private LiveLists() {
	}

	static SortedSet<String> of(AsteriskState state) {
		SortedSet<String> facts = new TreeSet<>();
		state.channels()
			.forEach((channel) -> facts.add(channel(channel.uniqueid(), channel.linkedid(), channel.name(),
					channel.state(), channel.bridgeId(), channel.position().exten())));
		for (LiveBridge bridge : state.bridges()) {
			facts.add(bridge(bridge.bridgeId(), bridge.technology(), bridge.channels().size()));
		}
		for (LiveQueue queue : state.queues()) {
			facts.add(queue(queue.name(), queue.statistics().completed().orElse(-1),
					queue.statistics().abandoned().orElse(-1)));
			queue.members()
				.forEach((member) -> facts.add(member(queue.name(), member.interfaceName(), member.status(),
						member.paused(), member.penalty().orElse(-1), member.callsTaken().orElse(-1))));
			queue.callers().forEach((caller) -> facts.add(waiting(queue.name(), caller.uniqueid(), caller.position())));
		}
		state.conferences().forEach((conference) -> {
			facts.add("conference " + conference.name() + " " + conference.participants().size());
			conference.participants()
				.forEach((participant) -> facts
					.add(participant(conference.name(), participant.uniqueid(), participant.muted())));
		});
		state.parkedCalls().forEach((call) -> facts.add("parked " + call.uniqueid() + " " + call.space()));
		state.devices().forEach((device) -> facts.add("device " + device.name() + " " + device.state()));
		state.extensions()
			.forEach((extension) -> facts
				.add("extension " + extension.exten() + "@" + extension.context() + " " + extension.state()));
		return facts;
	}

	static SortedSet<String> of(Manager manager) {
		SortedSet<String> facts = new TreeSet<>();
		for (CoreShowChannelEvent channel : manager.sendAction(new CoreShowChannelsAction())) {
			String bridge = String.valueOf(channel.bridgeId());
			facts.add(channel(channel.uniqueid(), channel.linkedid(), channel.channel(), channel.channelState(),
					bridge.isEmpty() ? null : bridge, channel.exten()));
		}
		for (BridgeListItemEvent bridge : manager.sendAction(new BridgeListAction())) {
			facts
				.add(bridge(bridge.bridgeUniqueid(), bridge.bridgeTechnology(), bridge.bridgeNumChannels().orElse(-1)));
		}
		for (AmiEvent item : manager.sendAction(new QueueStatusAction())) {
			if (item instanceof QueueParamsEvent params) {
				facts.add(queue(params.queue(), params.completed().orElse(-1), params.abandoned().orElse(-1)));
			}
			else if (item instanceof QueueMemberEvent member) {
				facts.add(member(member.queue(), member.location(), member.status(), member.paused(),
						member.penalty().orElse(-1), member.callsTaken().orElse(-1)));
			}
			else if (item instanceof QueueEntryEvent entry) {
				facts.add(waiting(entry.queue(), entry.uniqueid(), entry.position().orElse(-1)));
			}
		}
		for (ConfbridgeListRoomsEvent room : manager.sendAction(new ConfbridgeListRoomsAction())) {
			List<ConfbridgeListEvent> participants = manager.sendAction(new ConfbridgeListAction(room.conference()))
				.items();
			facts.add("conference " + room.conference() + " " + participants.size());
			participants.forEach((participant) -> facts
				.add(participant(room.conference(), participant.uniqueid(), Boolean.TRUE.equals(participant.muted()))));
		}
		for (ParkedCallEvent call : manager.sendAction(new ParkedCallsAction())) {
			facts.add("parked " + call.parkee().uniqueid() + " " + call.parkingSpace());
		}
		for (DeviceStateChangeEvent device : manager.sendAction(new DeviceStateListAction())) {
			facts.add("device " + device.device() + " " + device.state());
		}
		for (ExtensionStatusEvent extension : manager.sendAction(new ExtensionStateListAction())) {
			facts.add("extension " + extension.exten() + "@" + extension.context() + " " + extension.status());
		}
		return facts;
	}

	private static String channel(String uniqueid, Object linkedid, String name, Object state, Object bridge,
			Object exten) {
		return "channel " + uniqueid + " of " + linkedid + " " + name + " " + state + " in " + bridge + " at " + exten;
	}

	// A conference counts the announcer, whom Asterisk shows nowhere
	private static String bridge(String id, String technology, int channels) {
		return "bridge " + id + " " + technology + ("softmix".equals(technology) ? "" : " " + channels);
	}

	private static String queue(String name, int completed, int abandoned) {
		return "queue " + name + " completed " + completed + " abandoned " + abandoned;
	}

	private static String member(String queue, String interfaceName, Object status, Object paused, int penalty,
			int callsTaken) {
		return "queue " + queue + " member " + interfaceName + " " + status + " paused " + paused + " penalty "
				+ penalty + " taken " + callsTaken;
	}

	private static String waiting(String queue, String uniqueid, int position) {
		return "queue " + queue + " caller " + uniqueid + " " + position;
	}

	private static String participant(String conference, String uniqueid, boolean muted) {
		return "conference " + conference + " participant " + uniqueid + " muted " + muted;
	}

}
