package io.pystrix.test.pbx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scenario has raised, in a form that is the same for every run: channels and
 * bridges are numbered, times are left out, and events are sorted by what they are about,
 * because those of different channels may come in any order.
 */
final class Trace {

	/** Events that a simulator does not raise, or not as often; see docs/testing.md. */
	private static final Set<String> LEFT_OUT = Set.of("Cdr", "CEL", "TestEvent", "DeviceStateChange", "DTMFBegin",
			"DTMFEnd", "QueueMemberStatus", "UserEvent", "FullyBooted", "SuccessfulAuth");

	/** Events of a channel that another channel's thread brings about, at any moment. */
	private static final Set<String> BY_OTHERS = Set.of("HangupRequest", "Newstate", "OriginateResponse",
			"MusicOnHoldStart", "MusicOnHoldStop", "MixMonitorStop", "ConfbridgeJoin", "ConfbridgeLeave");

	private static final Set<String> VARIABLES_BY_OTHERS = Set.of("BRIDGEPEER", "BLINDTRANSFER", "CHANLOCALSTATUS");

	private static final Set<String> COMPARED = Set.of("ChannelState", "CallerIDNum", "CallerIDName",
			"ConnectedLineNum", "AccountCode", "Context", "Exten", "Priority", "Uniqueid", "Linkedid", "DestChannel",
			"Extension", "Application", "AppData", "Variable", "Value", "DialString", "DialStatus", "Cause",
			"Cause-txt", "BridgeUniqueid", "BridgeType", "BridgeTechnology", "BridgeCreator", "BridgeName", "Queue",
			"Position", "OriginalPosition", "Count", "Interface", "MemberName", "Conference", "Admin", "Muted", "Class",
			"Paused", "PausedReason", "Status", "Membership", "Penalty", "Ringinuse", "ParkingSpace", "Parkinglot",
			"ParkerDialString", "Result", "IsExternal", "DestType", "DestBridgeUniqueid", "Direction", "State",
			"Reason", "Response", "LocalOptimization", "CID-CallingPres", "TransfererChannel", "TransfereeChannel",
			"OrigTransfererChannel", "SecondTransfererChannel", "ParkeeChannel", "RetrieverChannel", "LocalOneChannel",
			"LocalTwoChannel", "OldAccountCode", "OrigBridgeUniqueid", "SecondBridgeUniqueid", "ToBridgeUniqueid",
			"FromBridgeUniqueid");

	private static final Pattern VOLATILE = Pattern.compile(".*(TIME|WAIT)(_MS)?|MIXMONITOR_FILENAME");

	private static final Pattern CHANNEL = Pattern.compile("(?:Local|CBAnn)/[^ ,;]+-[0-9a-f]{8};[12]");

	private final Map<String, String> labels = new HashMap<>();

	private final Map<String, List<String>> subjects = new TreeMap<>();

	private final Map<String, Set<List<String>>> headers = new TreeMap<>();

	Trace(List<TracedEvent> events) {
		// Asterisk may tell how an Originate went before it tells of the channel
		events.stream().filter(Trace::isCompared).forEach(this::label);
		events.stream().filter(Trace::isCompared).forEach(this::sort);
		for (TracedEvent event : events) {
			// Asterisk leaves out of this who is gone
			if (event.has("Privilege") && !event.name().equals("AgentComplete")) {
				this.headers.computeIfAbsent(event.name(), (name) -> new HashSet<>())
					.add(event.headerNames().stream().filter((name) -> !name.startsWith("TransferTarget")).toList());
			}
		}
		this.subjects.forEach((subject, list) -> {
			if (subject.startsWith("any order: ")) {
				// Some are told again, without a change
				List<String> once = list.stream().distinct().sorted().toList();
				list.clear();
				list.addAll(once);
			}
		});
	}

	/**
	 * What was raised about each channel, bridge and so on.
	 */
	Map<String, List<String>> subjects() {
		return this.subjects;
	}

	/**
	 * The lists of header names that each event was raised with.
	 */
	Map<String, Set<List<String>>> headers() {
		return this.headers;
	}

	private static boolean isCompared(TracedEvent event) {
		// Asterisk makes the bridge of a parking lot once only
		boolean parkingMade = event.matches("BridgeCreate", "BridgeType: parking");
		return event.has("Privilege") && event.has("Event") && !LEFT_OUT.contains(event.name()) && !parkingMade;
	}

	private void label(TracedEvent event) {
		if (event.name().equals("Newchannel")) {
			String channel = event.get("Channel");
			String label = label(channel);
			this.labels.put(event.get("Uniqueid"), label);
		}
		String bridge = event.get("BridgeUniqueid");
		if (!bridge.isEmpty()) {
			this.labels.computeIfAbsent(bridge, (id) -> event.get("BridgeType") + "-bridge-"
					+ this.labels.values().stream().filter((label) -> label.contains("-bridge-")).count());
		}
	}

	private String label(String channel) {
		String pair = channel.substring(0, channel.length() - 2);
		String kind = pair.replaceAll("[@-][^@]*$", "").replaceAll("-[0-9a-f]{8}$", "");
		String label = this.labels.computeIfAbsent(pair, (name) -> kind + "#"
				+ this.labels.values().stream().filter((one) -> one.contains("#") && !one.contains(";")).count());
		return label + channel.substring(channel.length() - 2);
	}

	private String normal(String text) {
		Matcher matcher = CHANNEL.matcher(text);
		String replaced = matcher.replaceAll((found) -> Matcher.quoteReplacement(label(found.group())));
		return this.labels.getOrDefault(replaced, replaced);
	}

	private void sort(TracedEvent event) {
		String name = event.name();
		String channel = normal(event.get("Channel"));
		if (event.has("DestChannel") && name.startsWith("Dial")) {
			add("dialled " + normal(event.get("DestChannel")), name + " " + event.get("DialStatus"));
		}
		if (name.startsWith("Bridge") && event.has("BridgeUniqueid")) {
			add((name.equals("BridgeLeave") ? "any order: left " : "bridge ") + normal(event.get("BridgeUniqueid")),
					name + " " + channel);
		}
		if (name.equals("AgentComplete")) {
			add("queue " + event.get("Queue"), name + " " + event.get("MemberName") + " " + event.get("Reason"));
		}
		else if (event.has("ParkeeChannel")) {
			add("parked " + normal(event.get("ParkeeChannel")), describe(event));
		}
		else if (channel.isEmpty()) {
			add("any order: of no channel", describe(event));
		}
		else if (isByOthers(event)) {
			add("any order: " + channel, describe(event));
		}
		else if (!isLate(event, channel)) {
			add("channel " + channel, describe(event));
		}
	}

	private static boolean isByOthers(TracedEvent event) {
		return BY_OTHERS.contains(event.name())
				|| (event.name().equals("VarSet") && VARIABLES_BY_OTHERS.contains(event.get("Variable")));
	}

	/** Asterisk tells channels of new parties some time after a transfer. */
	private boolean isLate(TracedEvent event, String channel) {
		boolean party = event.name().equals("NewConnectedLine") || event.name().equals("NewCallerid");
		return party && event.get("ChannelState").equals("6");
	}

	private void add(String subject, String text) {
		this.subjects.computeIfAbsent(subject, (key) -> new ArrayList<>()).add(text);
	}

	private String describe(TracedEvent event) {
		StringBuilder text = new StringBuilder(event.name());
		boolean isVolatile = VOLATILE.matcher(event.get("Variable")).matches();
		boolean byOthers = isByOthers(event) || event.get("Channel").isEmpty();
		for (String header : new TreeSet<>(event.headerNames())) {
			if (!COMPARED.contains(header) || (header.equals("Value") && isVolatile)) {
				continue;
			}
			if (header.equals("CallerIDNum") && event.name().contains("Hangup")) {
				continue;
			}
			// Asterisk says where a call goes before it is there
			if (event.matches("DialEnd", "DialStatus: CANCEL") && Set.of("Exten", "Priority").contains(header)) {
				continue;
			}
			// How far a channel is depends on when the other one does something to it
			if (byOthers && Set.of("ChannelState", "Exten", "Priority", "Linkedid", "ConnectedLineNum", "CallerIDNum")
				.contains(header)) {
				continue;
			}
			text.append(' ').append(header).append('=').append(normal(event.get(header)));
		}
		return text.toString();
	}

}
