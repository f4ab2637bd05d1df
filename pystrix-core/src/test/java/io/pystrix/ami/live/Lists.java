package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.event.DeviceState;
import io.pystrix.ami.event.ExtensionState;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.jspecify.annotations.Nullable;

/**
 * What an Asterisk would list at one moment, made out of what a model knows.
 */
final class Lists {

	private final Map<String, List<AmiEvent>> items = new HashMap<>();

	private Lists() {
	}

	static Lists of(LiveModel truth) {
		Lists lists = new Lists();
		truth.channels().all().forEach((channel) -> lists.add("CoreShowChannels", channel(channel)));
		truth.bridges().all().forEach((bridge) -> lists.add("BridgeList", bridge(bridge)));
		truth.queues()
			.all()
			.forEach((queue) -> lists.add("QueueStatus",
					Events.of("Event: QueueParams", "Queue: " + queue.queue(), "Calls: 0")));
		truth.queueMembers().all().forEach((member) -> lists.add("QueueStatus", member(member)));
		truth.queueCallers().all().forEach((caller) -> lists.add("QueueStatus", entry(caller)));
		truth.conferences()
			.all()
			.forEach((room) -> lists.add("ConfbridgeListRooms",
					Events.of("Event: ConfbridgeListRooms", "Conference: " + room.conference(), "Parties: 1")));
		truth.participants()
			.all()
			.forEach(
					(participant) -> lists.add("ConfbridgeList:" + participant.conference(), participant(participant)));
		truth.parkedCalls().all().forEach((call) -> lists.add("ParkedCalls", parked(call)));
		truth.devices()
			.all()
			.forEach((device) -> lists.add("DeviceStateList", Events.of("Event: DeviceStateChange",
					"Device: " + device.name(), "State: " + device.state().name())));
		truth.extensions().all().forEach((extension) -> lists.add("ExtensionStateList", extension(extension)));
		return lists;
	}

	/** Gives the list that an action asks for. */
	@SuppressWarnings("unchecked")
	<E extends AmiEvent> void answer(AmiAction<EventList<E>> action, Consumer<@Nullable List<E>> to) {
		String key = action.name();
		String conference = action.get("Conference");
		if (conference != null) {
			key = key + ":" + conference;
		}
		to.accept((List<E>) this.items.getOrDefault(key, List.of()));
	}

	private void add(String action, AmiEvent item) {
		this.items.computeIfAbsent(action, (name) -> new ArrayList<>()).add(item);
	}

	private static AmiEvent channel(LiveChannel channel) {
		return Events.of("Event: CoreShowChannel", "Channel: " + channel.name(),
				"ChannelState: " + word(channel.state(), ChannelState::of),
				"CallerIDNum: " + known(channel.caller().number()), "CallerIDName: " + known(channel.caller().name()),
				"ConnectedLineNum: " + known(channel.connectedLine().number()),
				"ConnectedLineName: " + known(channel.connectedLine().name()), "Language: " + channel.language(),
				"AccountCode: " + channel.accountCode(), "Context: " + channel.position().context(),
				"Exten: " + channel.position().exten(), "Priority: " + channel.position().priority(),
				"Uniqueid: " + channel.uniqueid(), "Linkedid: " + channel.linkedid(),
				"Application: " + text(channel.application()), "ApplicationData: " + text(channel.applicationData()),
				"Duration: 00:00:03", "BridgeId: " + text(channel.bridgeId()));
	}

	private static AmiEvent bridge(LiveBridge bridge) {
		return Events.of("Event: BridgeListItem", "BridgeUniqueid: " + bridge.bridgeId(),
				"BridgeType: " + bridge.type(), "BridgeTechnology: " + bridge.technology(),
				"BridgeCreator: " + known(bridge.creator()), "BridgeName: " + known(bridge.name()),
				"BridgeNumChannels: " + bridge.channels().size());
	}

	private static AmiEvent member(LiveQueueMember member) {
		List<String> lines = new ArrayList<>(List.of("Event: QueueMember", "Queue: " + member.queue(),
				"Name: " + member.name(), "Location: " + member.interfaceName(),
				"LastCall: " + ((member.lastCall() != null) ? member.lastCall().getEpochSecond() : 0),
				"InCall: " + (member.inCall() ? 1 : 0), "Paused: " + (member.paused() ? 1 : 0),
				"PausedReason: " + text(member.pausedReason())));
		if (member.membership() != null) {
			lines.add("Membership: " + member.membership().name().toLowerCase(Locale.ROOT));
		}
		member.penalty().ifPresent((penalty) -> lines.add("Penalty: " + penalty));
		member.callsTaken().ifPresent((taken) -> lines.add("CallsTaken: " + taken));
		if (member.status() != null) {
			lines.add("Status: " + word(member.status(), DeviceState::of));
		}
		return Events.of(lines.toArray(String[]::new));
	}

	private static AmiEvent entry(LiveQueueCaller caller) {
		return Events.of("Event: QueueEntry", "Queue: " + caller.queue(), "Position: " + caller.position(),
				"Channel: " + caller.channel(), "Uniqueid: " + caller.uniqueid(),
				"CallerIDNum: " + ((caller.caller().number() != null) ? caller.caller().number() : "unknown"),
				"CallerIDName: " + ((caller.caller().name() != null) ? caller.caller().name() : "unknown"), "Wait: 1");
	}

	private static AmiEvent participant(LiveParticipant participant) {
		return Events.of("Event: ConfbridgeList", "Conference: " + participant.conference(),
				"Admin: " + yes(participant.admin()), "Muted: " + yes(participant.muted()),
				"Talking: " + yes(participant.talking()), "Channel: " + participant.channel(),
				"CallerIDNum: " + known(participant.caller().number()),
				"CallerIDName: " + known(participant.caller().name()), "Uniqueid: " + participant.uniqueid());
	}

	private static AmiEvent parked(LiveParkedCall call) {
		return Events.of("Event: ParkedCall", "ParkeeChannel: " + call.channel(),
				"ParkeeCallerIDNum: " + known(call.caller().number()),
				"ParkeeCallerIDName: " + known(call.caller().name()), "ParkeeUniqueid: " + call.uniqueid(),
				"Parkinglot: " + call.parkingLot(), "ParkingSpace: " + call.space(), "ParkingTimeout: 45");
	}

	private static AmiEvent extension(LiveExtension extension) {
		List<String> lines = new ArrayList<>(List.of("Event: ExtensionStatus", "Exten: " + extension.exten(),
				"Context: " + extension.context(), "Status: " + word(extension.state(), ExtensionState::of)));
		if (extension.hint() != null) {
			lines.add("Hint: " + extension.hint());
		}
		return Events.of(lines.toArray(String[]::new));
	}

	// The number on the wire that a constant stands for
	private static <T> String word(T constant, Function<String, @Nullable T> reader) {
		return IntStream.rangeClosed(-2, 20)
			.mapToObj(String::valueOf)
			.filter((word) -> constant.equals(reader.apply(word)))
			.findFirst()
			.orElse("?");
	}

	private static String yes(boolean value) {
		return value ? "Yes" : "No";
	}

	private static String known(@Nullable String value) {
		return (value != null) ? value : "<unknown>";
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
