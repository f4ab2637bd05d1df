package io.pystrix.ami.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.pystrix.ami.action.ConfbridgeListAction;
import io.pystrix.ami.action.ConfbridgeListRoomsAction;
import io.pystrix.ami.event.ChannelEvent;
import io.pystrix.ami.event.ConfbridgeEndEvent;
import io.pystrix.ami.event.ConfbridgeJoinEvent;
import io.pystrix.ami.event.ConfbridgeLeaveEvent;
import io.pystrix.ami.event.ConfbridgeListEvent;
import io.pystrix.ami.event.ConfbridgeListRoomsEvent;
import io.pystrix.ami.event.ConfbridgeMuteEvent;
import io.pystrix.ami.event.ConfbridgeRecordEvent;
import io.pystrix.ami.event.ConfbridgeStartEvent;
import io.pystrix.ami.event.ConfbridgeStopRecordEvent;
import io.pystrix.ami.event.ConfbridgeTalkingEvent;
import io.pystrix.ami.event.ConfbridgeUnmuteEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * Conferences of ConfBridge.
 */
final class ConferencePart implements Part {

	private static final Set<String> EVENTS = Set.of("ConfbridgeStart", "ConfbridgeEnd", "ConfbridgeJoin",
			"ConfbridgeLeave", "ConfbridgeMute", "ConfbridgeUnmute", "ConfbridgeTalking", "ConfbridgeRecord",
			"ConfbridgeStopRecord", "Hangup");

	private final Store<ConferenceRoom> rooms;

	private final Store<LiveParticipant> participants;

	// What events have told of participants while a list is on its way; null while none
	// is
	private @Nullable Map<String, UnaryOperator<LiveParticipant>> told;

	ConferencePart(Store<ConferenceRoom> rooms, Store<LiveParticipant> participants) {
		this.rooms = rooms;
		this.participants = participants;
	}

	@Override
	public Set<String> events() {
		return EVENTS;
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof ConfbridgeStartEvent start) {
			this.rooms.put(new ConferenceRoom(start.conference(), false));
		}
		else if (event instanceof ConfbridgeEndEvent end) {
			this.rooms.remove(end.conference());
		}
		else if (event instanceof ConfbridgeRecordEvent record) {
			this.rooms.put(new ConferenceRoom(record.conference(), true));
		}
		else if (event instanceof ConfbridgeStopRecordEvent stop) {
			this.rooms.put(new ConferenceRoom(stop.conference(), false));
		}
		else if (event instanceof ConfbridgeJoinEvent join) {
			seen(join.conference());
			this.participants.put(new LiveParticipant(join.conference(), join.uniqueid(), join.channel(),
					LiveParty.of(join.callerIdNum(), join.callerIdName()), isTrue(join.admin()), isTrue(join.muted()),
					false));
		}
		else if (event instanceof ConfbridgeLeaveEvent leave) {
			this.participants.remove(leave.uniqueid());
		}
		else if (event instanceof ConfbridgeMuteEvent mute) {
			change(mute, (known) -> known.withMuted(true));
		}
		else if (event instanceof ConfbridgeUnmuteEvent unmute) {
			change(unmute, (known) -> known.withMuted(false));
		}
		else if (event instanceof ConfbridgeTalkingEvent talking) {
			change(talking, (known) -> known.withTalking(isTrue(talking.talkingStatus())));
		}
		else if (event instanceof HangupEvent hangup && this.participants.get(hangup.uniqueid()) != null) {
			this.participants.remove(hangup.uniqueid());
		}
	}

	@Override
	public void begin() {
		this.rooms.begin();
		this.participants.begin();
		this.told = new HashMap<>();
	}

	@Override
	public void request(Requests requests) {
		requests.list(new ConfbridgeListRoomsAction(), (items) -> rooms(items, requests));
	}

	private void rooms(@Nullable List<ConfbridgeListRoomsEvent> items, Requests requests) {
		if (items == null) {
			this.rooms.fail();
			this.participants.fail();
			this.told = null;
			return;
		}
		Map<String, ConferenceRoom> listed = new LinkedHashMap<>();
		items.forEach((item) -> listed.put(item.conference(), new ConferenceRoom(item.conference(), false)));
		this.rooms.complete(listed, (item, known, touched) -> (known != null) ? known : item);
		Map<String, LiveParticipant> participants = new LinkedHashMap<>();
		Set<String> open = new HashSet<>(listed.keySet());
		if (open.isEmpty()) {
			complete(participants);
		}
		listed.keySet().forEach((name) -> requests.list(new ConfbridgeListAction(name), (members) -> {
			if (members != null) {
				members.forEach((member) -> participants.put(member.uniqueid(), participant(member)));
			}
			if (open.remove(name) && open.isEmpty()) {
				complete(participants);
			}
		}));
	}

	private void complete(Map<String, LiveParticipant> listed) {
		Map<String, UnaryOperator<LiveParticipant>> told = (this.told != null) ? this.told : Map.of();
		this.told = null;
		this.participants.complete(listed, (item, known, touched) -> (touched && known != null) ? known
				: told.getOrDefault(item.uniqueid(), UnaryOperator.identity()).apply(item));
	}

	private void seen(String conference) {
		ConferenceRoom known = this.rooms.get(conference);
		this.rooms.put((known != null) ? known : new ConferenceRoom(conference, false));
	}

	private void change(ChannelEvent event, UnaryOperator<LiveParticipant> change) {
		LiveParticipant known = this.participants.get(event.uniqueid());
		if (known != null) {
			this.participants.adjust(change.apply(known));
		}
		if (this.told != null) {
			this.told.merge(event.uniqueid(), change,
					(first, second) -> (participant) -> second.apply(first.apply(participant)));
		}
	}

	private static LiveParticipant participant(ConfbridgeListEvent item) {
		return new LiveParticipant(item.conference(), item.uniqueid(), item.channel(),
				LiveParty.of(item.callerIdNum(), item.callerIdName()), isTrue(item.admin()), isTrue(item.muted()),
				isTrue(item.talking()));
	}

	private static boolean isTrue(@Nullable Boolean value) {
		return Boolean.TRUE.equals(value);
	}

}
