package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.List;

import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Parks calls and takes them back, for the dialplan and for AMI.
 */
final class Parking {

	private final Monitor monitor;

	private final Channels channels;

	private final Bridges bridges;

	private final Events events;

	private @Nullable ParkingLot lot;

	Parking(Monitor monitor, Channels channels, Bridges bridges, Events events) {
		this.monitor = monitor;
		this.channels = channels;
		this.bridges = bridges;
		this.events = events;
	}

	void addTo(Applications applications) {
		applications.add("Park", (channel, data) -> park(channel));
		applications.add("ParkedCall", this::retrieve);
	}

	void addTo(Actions actions) {
		actions.add("Park", (request) -> park(actions, request));
		actions.add("ParkedCalls", this::list);
		actions.add("Parkinglots",
				(request) -> AmiAnswer.list("Parking lots will follow", "ParkinglotsComplete",
						List.of(AmiFrame.event("Parkinglot")
							.with("Name", ParkingLot.NAME)
							.with("StartSpace", ParkingLot.FIRST)
							.with("StopSpace", ParkingLot.LAST)
							.with("Timeout", ParkingLot.TIMEOUT.toSeconds()))));
	}

	/** As in Asterisk the lot's bridge is made by the first who parks. */
	private ParkingLot lot() {
		ParkingLot existing = this.lot;
		if (existing == null) {
			existing = this.bridges.create(new ParkingLot(this.monitor, this.events));
			this.lot = existing;
		}
		return existing;
	}

	private void park(Channel channel) throws InterruptedException {
		ParkingLot parking = lot();
		if (parking.expect(channel, channel.device(), ParkingLot.TIMEOUT, true)) {
			this.bridges.visit(channel, parking);
		}
	}

	private void retrieve(Channel retriever, String data) throws InterruptedException {
		Channel parked = lot().parked(data.substring(data.indexOf(',') + 1));
		if (parked == null) {
			return;
		}
		lot().retrieve(parked, retriever);
		this.channels.answer(retriever);
		TalkBridge bridge = this.bridges.create(new TalkBridge(this.events));
		parked.summon(bridge);
		this.monitor.await(() -> parked.bridge == bridge || parked.hungUp || retriever.isInterrupted());
		if (parked.bridge == bridge) {
			this.bridges.visit(retriever, bridge);
		}
		else {
			this.bridges.destroy(bridge);
		}
		if (!retriever.isInterrupted()) {
			retriever.hangUp(0);
		}
	}

	private AmiAnswer park(Actions actions, AmiRequest request) {
		String name = Actions.require(request, "Channel", "Channel not specified");
		String wanted = request.get("Timeout", "");
		if (!wanted.isEmpty() && !wanted.matches("\\d{1,9}")) {
			return AmiAnswer.error("Invalid Timeout value.");
		}
		Channel channel = Actions.require(this.channels.find(name), () -> "Channel does not exist: " + name);
		if (!request.get("Parkinglot", ParkingLot.NAME).equals(ParkingLot.NAME)) {
			return AmiAnswer.error("Park action failed");
		}
		String parker = request.get("TimeoutChannel", "");
		Channel back = parker.isEmpty() ? channel : this.channels.find(parker);
		String device = (back != null) ? back.device() : parker;
		long millis = wanted.isEmpty() ? 0 : Long.parseLong(wanted);
		Duration timeout = (millis > 0) ? Duration.ofMillis(millis) : ParkingLot.TIMEOUT;
		return actions.success("Park successful", () -> {
			ParkingLot parking = lot();
			if (!parking.expect(channel, device, timeout, false)) {
				return;
			}
			if (channel.bridge instanceof TalkBridge talk) {
				String by = parker.isEmpty() ? channel.name : parker;
				this.events.variable(channel, "BLINDTRANSFER", by);
				this.events.variable(channel, "BLINDTRANSFER", by);
				hearsTheSpace(talk, channel);
			}
			channel.summon(parking);
		});
	}

	/**
	 * Let the others of a bridge hear where the channel is parked; they hang up then.
	 */
	private void hearsTheSpace(TalkBridge bridge, Channel parked) {
		bridge.held = true;
		for (Channel other : bridge.channels) {
			if (other != parked) {
				other.alarm = new Channel.Alarm(this.monitor.after(ParkingLot.ANNOUNCEMENT),
						() -> other.dismissed = true);
			}
		}
	}

	private AmiAnswer list(AmiRequest request) {
		if (!request.get("ParkingLot", ParkingLot.NAME).equals(ParkingLot.NAME)) {
			return AmiAnswer.error("Requested parking lot could not be found.");
		}
		ParkingLot existing = this.lot;
		List<AmiFrame> items = (existing != null) ? existing.list() : List.of();
		return AmiAnswer.list("Parked calls will follow",
				AmiFrame.event("ParkedCallsComplete")
					.with("EventList", "Complete")
					.with("ListItems", items.size())
					.with("Total", items.size()),
				items);
	}

}
