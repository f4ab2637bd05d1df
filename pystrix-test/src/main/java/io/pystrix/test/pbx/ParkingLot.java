package io.pystrix.test.pbx;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.release.Habit;
import org.jspecify.annotations.Nullable;

/**
 * The parking lot {@code default} with its spaces 701 to 720. Who is parked hears music.
 * A call that nobody takes back in time goes to extension {@code s}, and ends if there is
 * none.
 */
final class ParkingLot extends Bridge {

	static final String NAME = "default";

	static final int FIRST = 701;

	static final int LAST = 720;

	static final Duration TIMEOUT = Duration.ofSeconds(45);

	/** How long Asterisk takes to say a number of three digits. */
	static final Duration ANNOUNCEMENT = Duration.ofMillis(2640);

	private final Monitor monitor;

	private final Map<Channel, Ticket> tickets = new LinkedHashMap<>();

	/** Those that nobody took back in time, until they have left. */
	private final Set<Channel> forgotten = new HashSet<>();

	ParkingLot(Monitor monitor, Events events) {
		super(events, "parking", "holding_bridge", "Parking", NAME);
		this.monitor = monitor;
	}

	static boolean isSpace(String extension) {
		return extension.matches("7[012]\\d") && Integer.parseInt(extension) >= FIRST
				&& Integer.parseInt(extension) <= LAST;
	}

	/**
	 * Have a channel come here.
	 * @param parker what is called when nobody takes it back
	 * @param timeout how long it may stay
	 * @param announced whether the parked channel hears its space
	 * @return whether there is room
	 */
	boolean expect(Channel channel, String parker, Duration timeout, boolean announced) {
		int space = IntStream.rangeClosed(FIRST, LAST)
			.filter((number) -> this.tickets.values().stream().noneMatch((ticket) -> ticket.space == number))
			.findFirst()
			.orElse(0);
		if (space != 0) {
			this.tickets.put(channel, new Ticket(channel, space, parker, timeout, announced));
		}
		return space != 0;
	}

	/**
	 * Find who is parked in a space.
	 */
	@Nullable Channel parked(String space) {
		return this.tickets.values()
			.stream()
			.filter((ticket) -> ticket.parked && Integer.toString(ticket.space).equals(space))
			.map((ticket) -> ticket.channel)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Let a channel take a parked one back, which is to be told where to go.
	 */
	void retrieve(Channel parked, Channel retriever) {
		Ticket ticket = this.tickets.remove(parked);
		if (ticket != null) {
			this.events.raise(Events.event("UnParkedCall", "call")
				.with(parked.snapshot("Parkee"))
				.with(retriever.snapshot("Retriever"))
				.with(ticket.details()));
		}
	}

	List<AmiFrame> list() {
		return this.tickets.values()
			.stream()
			.filter((ticket) -> ticket.parked)
			.map((ticket) -> AmiFrame.event("ParkedCall")
				.with(ticket.channel.snapshot("Parkee"))
				.with(ticket.details()))
			.toList();
	}

	@Override
	boolean isTemporary() {
		return false;
	}

	@Override
	void entering(Channel channel) {
		Ticket ticket = this.tickets.get(channel);
		if (ticket != null) {
			ticket.parked = true;
			tell("ParkedCall", ticket);
		}
	}

	@Override
	void entered(Channel channel) {
		Ticket ticket = this.tickets.get(channel);
		if (ticket == null) {
			return;
		}
		if (!channel.variables.getOrDefault("BRIDGEPEER", "").isEmpty()) {
			this.events.variable(channel, "BLINDTRANSFER", "");
			forgetPeers(channel);
		}
		long deadline = this.monitor.after(ticket.timeout);
		Runnable timeOut = () -> timeOut(channel);
		if (ticket.announced) {
			channel.alarm = new Channel.Alarm(this.monitor.after(ANNOUNCEMENT), () -> {
				this.events.musicStarts(channel);
				channel.alarm = new Channel.Alarm(deadline, timeOut);
			});
		}
		else {
			this.events.musicStarts(channel);
			channel.alarm = new Channel.Alarm(deadline, timeOut);
		}
	}

	private void timeOut(Channel channel) {
		Ticket ticket = this.tickets.remove(channel);
		if (ticket == null) {
			return;
		}
		variable(channel, "PARKING_SPACE", Integer.toString(ticket.space));
		if (!this.events.has(Habit.PBX_PARKING_WITHOUT_SLOT)) {
			variable(channel, "PARKINGSLOT", Integer.toString(ticket.space));
		}
		variable(channel, "PARKEDLOT", NAME);
		variable(channel, "PARKER", ticket.parker);
		variable(channel, "PARKER_FLAT", ticket.parker.replace('/', '_'));
		variable(channel, "BRIDGE_FEATURES", "");
		this.events.musicStops(channel);
		tell("ParkedCallTimeOut", ticket);
		this.forgotten.add(channel);
		channel.dismissed = true;
	}

	private void variable(Channel channel, String name, String value) {
		channel.variables.put(name, value);
		this.events.variable(channel, name, value);
	}

	@Override
	void leaving(Channel channel) {
		this.events.musicStops(channel);
		Ticket ticket = this.tickets.remove(channel);
		if (ticket != null) {
			tell("ParkedCallGiveUp", ticket);
		}
	}

	@Override
	void left(Channel channel) {
		if (this.forgotten.remove(channel) && !channel.hungUp) {
			Position fallback = new Position(Dialplan.CONTEXT, "s", 1);
			channel.position = fallback;
			this.events.executing(channel);
			channel.goTo(fallback);
		}
	}

	private void tell(String event, Ticket ticket) {
		this.events.raise(Events.event(event, "call").with(ticket.channel.snapshot("Parkee")).with(ticket.details()));
	}

	/**
	 * A parked channel.
	 */
	private final class Ticket {

		private final Channel channel;

		private final int space;

		private final String parker;

		private final Duration timeout;

		private final boolean announced;

		private final long start = System.nanoTime();

		private boolean parked;

		Ticket(Channel channel, int space, String parker, Duration timeout, boolean announced) {
			this.channel = channel;
			this.space = space;
			this.parker = parker;
			this.timeout = timeout;
			this.announced = announced;
		}

		AmiFrame details() {
			long duration = ParkingLot.this.monitor.since(this.start).toSeconds();
			return AmiFrame.empty()
				.with("ParkerDialString", this.parker)
				.with("Parkinglot", NAME)
				.with("ParkingSpace", this.space)
				.with("ParkingTimeout", Math.max(0, this.timeout.toSeconds() - duration))
				.with("ParkingDuration", duration);
		}

	}

}
