package io.pystrix.ami.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import io.pystrix.ami.action.ParkedCallsAction;
import io.pystrix.ami.event.ChannelSnapshot;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.ParkedCallEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.jspecify.annotations.Nullable;

/**
 * Parked calls.
 */
final class ParkingPart extends ListedPart<ParkedCallEvent, LiveParkedCall> {

	private static final Set<String> EVENTS = Set.of("ParkedCall", "UnParkedCall", "ParkedCallGiveUp",
			"ParkedCallTimeOut", "ParkedCallSwap", "Hangup");

	ParkingPart(Store<LiveParkedCall> parkedCalls) {
		super(parkedCalls);
	}

	@Override
	public Set<String> events() {
		return EVENTS;
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof HangupEvent hangup) {
			if (objects().get(hangup.uniqueid()) != null) {
				objects().remove(hangup.uniqueid());
			}
			return;
		}
		// All events of parking have the headers of the first one
		LiveParkedCall call = object(new ParkedCallEvent(event.headers()));
		if (call == null) {
			return;
		}
		if (event instanceof ParkedCallEvent) {
			objects().put(call);
		}
		else {
			objects().remove(call.uniqueid());
		}
	}

	@Override
	AmiAction<EventList<ParkedCallEvent>> list() {
		return new ParkedCallsAction();
	}

	@Override
	@Nullable LiveParkedCall object(ParkedCallEvent item) {
		ChannelSnapshot parkee = item.parkee();
		String uniqueid = (parkee != null) ? parkee.uniqueid() : null;
		if (parkee == null || uniqueid == null) {
			return null;
		}
		Duration timeout = item.parkingTimeout();
		Duration passed = (item.parkingDuration() != null) ? item.parkingDuration() : Duration.ZERO;
		return new LiveParkedCall(uniqueid, text(parkee.channel()),
				LiveParty.of(parkee.callerIdNum(), parkee.callerIdName()), text(item.parkinglot()),
				text(item.parkingSpace()),
				(timeout != null)
						? Objects.requireNonNullElseGet(item.timestamp(), Instant::now).minus(passed).plus(timeout)
						: null);
	}

	// Nothing of a parked call changes while it is parked, but it may have been parked
	// anew
	@Override
	LiveParkedCall merged(LiveParkedCall item, LiveParkedCall known, boolean touched) {
		return (touched || item.until(known.timeoutAt()).equals(known)) ? known : item;
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
