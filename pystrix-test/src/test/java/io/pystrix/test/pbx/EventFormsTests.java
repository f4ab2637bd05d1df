package io.pystrix.test.pbx;

import java.util.List;

import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.release.AsteriskRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventForms}: what each release makes of an event of Asterisk 22.
 */
class EventFormsTests {

	private static EventForms forms(String release) {
		return new EventForms(AsteriskRelease.of(release));
	}

	@ParameterizedTest
	@CsvSource({ "13.38.3, DialState, false", "16.28.0, DialState, true", "13.38.3, MixMonitorStart, false",
			"16.16.0, MixMonitorStart, false", "16.17.0, MixMonitorStart, true", "18.2.0, MixMonitorMute, false",
			"18.3.0, MixMonitorMute, true", "13.0.0, Hangup, true", "23.4.1, DialState, true" })
	void knowsEvents(String release, String event, boolean known) {
		assertThat(forms(release).event(AmiFrame.event(event)) != null).isEqualTo(known);
	}

	@ParameterizedTest
	@CsvSource({ "13.0.0, Newchannel, Language, false", "13.2.0, Newchannel, Language, true",
			"13.4.0, Newchannel, DestLinkedid, false", "13.5.0, Newchannel, DestLinkedid, true",
			"13.12.0, BridgeCreate, BridgeVideoSourceMode, false", "16.0.0, BridgeCreate, BridgeVideoSourceMode, true",
			"13.38.3, QueueMemberStatus, LastPause, false", "16.0.0, QueueMemberStatus, LastPause, true",
			"16.22.0, QueueMember, LoginTime, false", "16.23.0, QueueMember, LoginTime, true",
			"18.8.0, QueueMember, LoginTime, false", "20.0.0, QueueMember, LoginTime, true",
			"13.7.0, QueueMemberPause, InCall, false", "13.38.3, QueueParams, ServicelevelPerf2, false",
			"16.2.0, QueueMemberAdded, Wrapuptime, false", "13.17.0, QueueEntry, Priority, false",
			"13.0.0, Newexten, Priority, true", "13.38.3, ConfbridgeList, Talking, true" })
	void knowsHeaders(String release, String event, String header, boolean known) {
		AmiFrame formed = forms(release).item(AmiFrame.event(event).with(header, "1"));
		assertThat(formed.get(header) != null).isEqualTo(known);
	}

	@ParameterizedTest
	@CsvSource({ "13.4.0, false", "13.5.0, true", "16.28.0, true", "22.10.1, true" })
	void escapesTextSince135(String release, boolean escapes) {
		String raw = "O'Brien \"Bob\"\n\\?";
		String text = escapes ? "O\\'Brien \\\"Bob\\\"\\n\\\\\\?" : raw;
		EventForms forms = forms(release);
		assertThat(forms.item(AmiFrame.event("Newchannel").with("CallerIDName", raw)).get("CallerIDName"))
			.isEqualTo(text);
		assertThat(
				forms.item(AmiFrame.event("DialBegin").with("DestConnectedLineName", raw)).get("DestConnectedLineName"))
			.isEqualTo(text);
		assertThat(forms.item(AmiFrame.event("VarSet").with("Value", raw)).get("Value")).isEqualTo(text);
		assertThat(forms.item(AmiFrame.event("QueueEntry").with("CallerIDName", raw)).get("CallerIDName"))
			.isEqualTo(raw);
	}

	@Test
	void sendsWhatLaterReleasesDoNotSendAnyMore() {
		AmiFrame pause = AmiFrame.event("QueueMemberPause").with("PausedReason", "lunch");
		assertThat(forms("16.28.0").item(pause).headers()).last().hasToString("Reason: lunch");
		assertThat(forms("18.0.0").item(pause).get("Reason")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "13.38.3, 'call,all'", "16.0.0, 'dialplan,all'" })
	void newextenChangesItsClass(String release, String privilege) {
		AmiFrame event = AmiFrame.event("Newexten").with("Privilege", "dialplan,all");
		assertThat(List.of(forms(release).item(event).get("Privilege", ""))).containsExactly(privilege);
	}

}
