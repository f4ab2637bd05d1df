package io.pystrix.test.pbx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;

/**
 * Answers the lists of states. There are no hints, no phones and no mailboxes; the
 * devices are the Local channels that live, and the members of queues.
 */
final class StateListActions {

	private final Queues queues;

	private final Channels channels;

	StateListActions(Queues queues, Channels channels) {
		this.queues = queues;
		this.channels = channels;
	}

	void addTo(Actions actions) {
		actions.add("ExtensionStateList",
				(request) -> AmiAnswer.list("Extension Statuses will follow", "ExtensionStateListComplete", List.of()));
		actions.add("DeviceStateList",
				(request) -> AmiAnswer.list("Device State Changes will follow", "DeviceStateListComplete", devices()));
		actions.add("PJSIPShowEndpoints", (request) -> AmiAnswer.error("No endpoints found"));
		actions.add("PJSIPShowContacts", (request) -> AmiAnswer.error("No Contacts found"));
		actions.add("VoicemailUsersList", (request) -> AmiAnswer.list("Voicemail user list will follow",
				"VoicemailUserEntryComplete", List.of()));
	}

	private List<AmiFrame> devices() {
		Map<String, String> states = new TreeMap<>();
		this.queues.all()
			.forEach((queue) -> queue.members.forEach(
					(member) -> states.put(member.stateInterface, (member.status == 1) ? "NOT_INUSE" : "UNKNOWN")));
		this.channels.all().forEach((channel) -> states.put(channel.device(), "INUSE"));
		return states.entrySet()
			.stream()
			.map((state) -> AmiFrame.event("DeviceStateChange")
				.with("Device", state.getKey())
				.with("State", state.getValue()))
			.toList();
	}

}
