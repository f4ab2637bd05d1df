package io.pystrix.demo.live;

import java.util.Comparator;
import java.util.List;

import io.pystrix.ami.live.LiveConference;
import io.pystrix.ami.live.LiveParticipant;
import io.pystrix.demo.stream.Item;

/**
 * A conference in a table; its name is its id.
 */
record ConferenceItem(String id, boolean recording, List<Participant> participants) implements Item {

	static ConferenceItem of(LiveConference conference) {
		return new ConferenceItem(conference.name(), conference.recording(),
				conference.participants()
					.stream()
					.sorted(Comparator.comparing(LiveParticipant::channel))
					.map(Participant::of)
					.toList());
	}

	/**
	 * Somebody who takes part.
	 */
	record Participant(String id, String channel, String caller, boolean admin, boolean muted, boolean talking) {

		static Participant of(LiveParticipant participant) {
			return new Participant(participant.uniqueid(), participant.channel(), Texts.of(participant.caller()),
					participant.admin(), participant.muted(), participant.talking());
		}

	}

}
