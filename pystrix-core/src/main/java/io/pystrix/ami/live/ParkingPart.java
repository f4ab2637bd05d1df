package io.pystrix.ami.live;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.pystrix.ami.AmiEvent;
import io.pystrix.ami.action.ParkedCallsAction;
import io.pystrix.ami.event.ChannelSnapshot;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.ParkedCallEvent;
import org.jspecify.annotations.Nullable;

/**
 * Parked calls.
 */
final class ParkingPart implements Part {

	private static final Set<String> EVENTS = Set.of("ParkedCall", "UnParkedCall", "ParkedCallGiveUp",
			"ParkedCallTimeOut", "ParkedCallSwap", "Hangup");

	private final Store<LiveParkedCall> parkedCalls;

	ParkingPart(Store<LiveParkedCall> parkedCalls) {
		this.parkedCalls = parkedCalls;
	}

	@Override
	public Set<String> events() {
		return EVENTS;
	}

	@Override
	public void apply(AmiEvent event) {
		if (event instanceof HangupEvent hangup) {
			if (this.parkedCalls.get(hangup.uniqueid()) != null) {
				this.parkedCalls.remove(hangup.uniqueid());
			}
			return;
		}
		LiveParkedCall call = parked(new ParkedCallEvent(event.headers()), Times.of(event));
		if (call == null) {
			return;
		}
		if (event instanceof ParkedCallEvent) {
			this.parkedCalls.put(call);
		}
		else {
			this.parkedCalls.remove(call.uniqueid());
		}
	}

	@Override
	public void begin() {
		this.parkedCalls.begin();
	}

	@Override
	public void request(Requests requests) {
		requests.list(new ParkedCallsAction(), this::complete);
	}

	private void complete(@Nullable List<ParkedCallEvent> items) {
		if (items == null) {
			this.parkedCalls.fail();
			return;
		}
		Map<String, LiveParkedCall> listed = new LinkedHashMap<>();
		for (ParkedCallEvent item : items) {
			LiveParkedCall call = parked(item, Instant.now());
			if (call != null) {
				listed.put(call.uniqueid(), call);
			}
		}
		this.parkedCalls.complete(listed, (item, known, touched) -> (known != null) ? known : item);
	}

	// All events of parking have the headers of the first one
	private static @Nullable LiveParkedCall parked(ParkedCallEvent event, Instant at) {
		ChannelSnapshot parkee = event.parkee();
		String uniqueid = (parkee != null) ? parkee.uniqueid() : null;
		if (parkee == null || uniqueid == null) {
			return null;
		}
		Duration timeout = event.parkingTimeout();
		return new LiveParkedCall(uniqueid, text(parkee.channel()),
				LiveParty.of(parkee.callerIdNum(), parkee.callerIdName()), text(event.parkinglot()),
				text(event.parkingSpace()), (timeout != null) ? at.plus(timeout) : null);
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
