package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * A made-up Asterisk in which much goes on at once.
 */
final class Traffic {

	private static final int MAX_CHANNELS = 12;

	private final Random random;

	private final List<Line> lines = new ArrayList<>();

	private final Map<String, Integer> bridges = new TreeMap<>();

	private final Map<String, List<Line>> queues = new TreeMap<>();

	private final Map<String, List<Line>> conferences = new TreeMap<>();

	private final List<AmiEvent> told = new ArrayList<>();

	private int numbers = 0;

	Traffic(Random random) {
		this.random = random;
	}

	/** Lets things happen until about so many events were told. */
	List<AmiEvent> events(int count) {
		while (this.told.size() < count) {
			happen();
		}
		return told();
	}

	/** Hangs up all calls. */
	List<AmiEvent> end() {
		List.copyOf(this.lines).forEach(this::hangUp);
		return told();
	}

	private List<AmiEvent> told() {
		List<AmiEvent> events = List.copyOf(this.told);
		this.told.clear();
		return events;
	}

	private void happen() {
		Line line = this.lines.isEmpty() ? null : this.lines.get(this.random.nextInt(this.lines.size()));
		if (line == null || this.lines.size() < MAX_CHANNELS && this.random.nextInt(4) == 0) {
			begin(null);
			return;
		}
		switch (this.random.nextInt(12)) {
			case 0 -> dial(line);
			case 1 -> hangUp(line);
			case 2 -> bridge(line);
			case 3 -> unbridge(line);
			case 4, 5 -> waitInQueue(line);
			case 6 -> leaveQueue(line);
			case 7 -> joinConference(line);
			case 8 -> leaveConference(line);
			case 9 -> parkOrUnpark(line);
			case 10 -> step(line);
			default -> device(line);
		}
	}

	private Line begin(@Nullable Line by) {
		String id = "17.%d".formatted(this.numbers++);
		Line line = new Line(id, (by != null) ? by.linkedid : id);
		this.lines.add(line);
		tell("Newchannel", line);
		return line;
	}

	private void dial(Line line) {
		if (this.lines.size() >= MAX_CHANNELS || line.isBusy()) {
			return;
		}
		Line called = begin(line);
		tell("DialBegin", line, called.headers("Dest"));
		called.state = 5;
		tell("Newstate", called);
		called.state = 6;
		tell("Newstate", called);
		tell("DialEnd", line, called.headers("Dest"), "DialStatus: ANSWER");
		line.state = 6;
		tell("Newstate", line);
		String bridge = "bridge-%d".formatted(this.numbers++);
		create(bridge);
		enter(line, bridge);
		enter(called, bridge);
	}

	private void bridge(Line line) {
		List<String> open = List.copyOf(this.bridges.keySet());
		if (!line.isBusy() && !open.isEmpty()) {
			enter(line, open.get(this.random.nextInt(open.size())));
		}
	}

	private void create(String bridge) {
		this.bridges.put(bridge, 0);
		tell("BridgeCreate", bridgeHeaders(bridge));
	}

	private void enter(Line line, String bridge) {
		this.bridges.merge(bridge, 1, Integer::sum);
		line.bridge = bridge;
		tell("BridgeEnter", line, bridgeHeaders(bridge));
	}

	private void unbridge(Line line) {
		String bridge = line.bridge;
		if (bridge == null) {
			return;
		}
		line.bridge = null;
		int left = this.bridges.merge(bridge, -1, Integer::sum);
		tell("BridgeLeave", line, bridgeHeaders(bridge));
		if (left == 0) {
			this.bridges.remove(bridge);
			tell("BridgeDestroy", List.of("BridgeUniqueid: " + bridge));
		}
	}

	private List<String> bridgeHeaders(String bridge) {
		int channels = this.bridges.get(bridge);
		return List.of("BridgeUniqueid: " + bridge, "BridgeType: basic",
				"BridgeTechnology: " + ((channels > 2) ? "softmix" : "simple_bridge"), "BridgeCreator: <unknown>",
				"BridgeName: <unknown>", "BridgeNumChannels: " + channels);
	}

	// Once each: of a channel that comes back while a list is on its way, nobody
	// can tell whether the list shows it before or after that
	private void waitInQueue(Line line) {
		if (line.isBusy() || line.hasWaited) {
			return;
		}
		String name = this.random.nextBoolean() ? "sales" : "support";
		List<Line> queue = this.queues.computeIfAbsent(name, (key) -> new ArrayList<>());
		int place = (this.random.nextInt(3) == 0) ? this.random.nextInt(queue.size() + 1) : queue.size();
		queue.add(place, line);
		line.queue = name;
		line.hasWaited = true;
		tell("QueueCallerJoin", line, "Queue: " + name, "Position: " + (place + 1), "Count: " + queue.size());
	}

	private void leaveQueue(Line line) {
		if (line.queue == null) {
			return;
		}
		List<Line> queue = this.queues.get(line.queue);
		int place = queue.indexOf(line);
		boolean abandons = this.random.nextBoolean();
		if (abandons) {
			tell("QueueCallerAbandon", line, "Queue: " + line.queue, "Position: " + (place + 1), "OriginalPosition: 1",
					"HoldTime: 1");
		}
		queue.remove(line);
		tell("QueueCallerLeave", line, "Queue: " + line.queue, "Position: " + (place + 1), "Count: " + queue.size());
		line.queue = null;
		tell("QueueMemberStatus", "Queue: sales", "MemberName: One", "Interface: PJSIP/one", "Membership: static",
				"Penalty: 1", "CallsTaken: 0", "LastCall: 0", "InCall: 0", "Status: " + (1 + this.random.nextInt(2)),
				"Paused: " + this.random.nextInt(2), "PausedReason: ");
	}

	private void joinConference(Line line) {
		if (line.isBusy()) {
			return;
		}
		String name = this.random.nextBoolean() ? "one" : "two";
		List<Line> members = this.conferences.computeIfAbsent(name, (key) -> new ArrayList<>());
		if (members.isEmpty()) {
			tell("ConfbridgeStart", "Conference: " + name, "BridgeUniqueid: conference-" + name);
		}
		members.add(line);
		line.conference = name;
		tell("ConfbridgeJoin", line, "Conference: " + name, "Admin: No", "Muted: No");
	}

	private void leaveConference(Line line) {
		if (line.conference == null) {
			return;
		}
		String name = line.conference;
		if (this.random.nextBoolean()) {
			tell(this.random.nextBoolean() ? "ConfbridgeMute" : "ConfbridgeUnmute", line, "Conference: " + name,
					"Admin: No");
			return;
		}
		List<Line> members = this.conferences.get(name);
		members.remove(line);
		line.conference = null;
		tell("ConfbridgeLeave", line, "Conference: " + name);
		if (members.isEmpty()) {
			tell("ConfbridgeEnd", "Conference: " + name, "BridgeUniqueid: conference-" + name);
		}
	}

	private void parkOrUnpark(Line line) {
		if (line.parked) {
			line.parked = false;
			tell("UnParkedCall", line.headers("Parkee"), "Parkinglot: default", "ParkingSpace: 701");
		}
		else if (!line.isBusy()) {
			line.parked = true;
			tell("ParkedCall", line.headers("Parkee"), "Parkinglot: default", "ParkingSpace: 701",
					"ParkingTimeout: 45");
		}
	}

	private void step(Line line) {
		line.step++;
		tell("Newexten", line, "Application: App" + line.step, "AppData: " + line.step);
	}

	private void device(Line line) {
		tell("DeviceStateChange", "Device: PJSIP/" + line.id.charAt(line.id.length() - 1),
				"State: " + (this.random.nextBoolean() ? "INUSE" : "NOT_INUSE"));
		tell("ExtensionStatus", "Exten: 1", "Context: default", "Hint: PJSIP/1", "Status: " + this.random.nextInt(2));
	}

	private void hangUp(Line line) {
		if (line.queue != null) {
			leaveQueue(line);
		}
		while (line.conference != null) {
			leaveConference(line);
		}
		if (line.parked) {
			line.parked = false;
			tell("ParkedCallGiveUp", line.headers("Parkee"), "Parkinglot: default", "ParkingSpace: 701");
		}
		unbridge(line);
		this.lines.remove(line);
		tell("Hangup", line, "Cause: 16", "Cause-txt: Normal Clearing");
	}

	private void tell(String event, Object... parts) {
		List<String> text = new ArrayList<>(List.of("Event: " + event, "Privilege: call,all"));
		for (Object part : parts) {
			if (part instanceof Line line) {
				text.addAll(line.headers(""));
			}
			else if (part instanceof List<?> more) {
				more.forEach((header) -> text.add(header.toString()));
			}
			else {
				text.add(part.toString());
			}
		}
		this.told.add(Events.of(text.toArray(String[]::new)));
	}

	/**
	 * A channel of this Asterisk.
	 */
	private static final class Line {

		private final String id;

		private final String linkedid;

		private int state = 4;

		private int step = 0;

		private boolean parked = false;

		private boolean hasWaited = false;

		private @Nullable String bridge;

		private @Nullable String queue;

		private @Nullable String conference;

		Line(String id, String linkedid) {
			this.id = id;
			this.linkedid = linkedid;
		}

		boolean isBusy() {
			return this.bridge != null || this.queue != null || this.conference != null || this.parked;
		}

		List<String> headers(String prefix) {
			return List.of(prefix + "Channel: PJSIP/" + this.id, prefix + "ChannelState: " + this.state,
					prefix + "CallerIDNum: 1", prefix + "CallerIDName: <unknown>",
					prefix + "ConnectedLineNum: <unknown>", prefix + "ConnectedLineName: <unknown>",
					prefix + "Language: en", prefix + "AccountCode: ", prefix + "Context: default", prefix + "Exten: s",
					prefix + "Priority: " + this.step, prefix + "Uniqueid: " + this.id,
					prefix + "Linkedid: " + this.linkedid);
		}

	}

}
