package io.pystrix.test.pbx;

import java.util.List;

import io.pystrix.test.ami.AmiAnswer;

/**
 * Answers the lists of what is not simulated: hints, devices, phones and mailboxes. As in
 * Asterisk, Local channels are not listed among the devices.
 */
final class StateListActions {

	void addTo(Actions actions) {
		actions.add("ExtensionStateList",
				(request) -> AmiAnswer.list("Extension Statuses will follow", "ExtensionStateListComplete", List.of()));
		actions.add("DeviceStateList",
				(request) -> AmiAnswer.list("Device State Changes will follow", "DeviceStateListComplete", List.of()));
		actions.add("PJSIPShowEndpoints", (request) -> AmiAnswer.error("No endpoints found"));
		actions.add("PJSIPShowContacts", (request) -> AmiAnswer.error("No Contacts found"));
		actions.add("VoicemailUsersList", (request) -> AmiAnswer.list("Voicemail user list will follow",
				"VoicemailUserEntryComplete", List.of()));
	}

}
