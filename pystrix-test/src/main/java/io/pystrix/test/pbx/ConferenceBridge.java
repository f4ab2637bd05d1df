package io.pystrix.test.pbx;

import java.util.HashSet;
import java.util.Set;

import io.pystrix.test.ami.AmiFrame;

/**
 * The bridge of a conference. Asterisk's announcer, a channel that lists do not show,
 * counts in it.
 */
final class ConferenceBridge extends Bridge {

	final String conference;

	final Set<Channel> muted = new HashSet<>();

	boolean locked;

	private final String announcer;

	private boolean open;

	ConferenceBridge(Events events, String conference, String serial) {
		super(events, "base", "softmix", "ConfBridge", conference);
		this.conference = conference;
		this.announcer = "CBAnn/" + conference + "-" + serial + ";2";
	}

	void begin() {
		this.open = true;
		this.events.raise(event("ConfbridgeStart"));
	}

	private AmiFrame event(String name) {
		return Events.event(name, "call").with("Conference", this.conference).with(snapshot());
	}

	private AmiFrame event(String name, Channel channel) {
		return event(name).with(channel.snapshot("")).with("Admin", "No");
	}

	@Override
	int size() {
		return super.size() + (this.open ? 1 : 0);
	}

	@Override
	void entering(Channel channel) {
		if (this.channels.isEmpty()) {
			this.events.musicStarts(channel);
		}
		this.channels.forEach(this.events::musicStops);
	}

	@Override
	void entered(Channel channel) {
		tellAll();
		this.events.raise(event("ConfbridgeJoin", channel).with("Muted", "No"));
	}

	private void tellAll() {
		for (Channel channel : this.channels) {
			StringBuilder peers = new StringBuilder(this.announcer);
			this.channels.stream()
				.filter((other) -> other != channel)
				.forEach((other) -> peers.append(',').append(other.name));
			tellPeers(channel, peers.toString());
		}
	}

	@Override
	void leaving(Channel channel) {
		this.events.musicStops(channel);
		forgetPeers(channel);
		this.events.raise(event("ConfbridgeLeave", channel));
		this.muted.remove(channel);
	}

	@Override
	void left(Channel channel) {
		if (this.channels.isEmpty()) {
			this.events.raise(event("ConfbridgeEnd"));
			this.open = false;
			return;
		}
		tellAll();
		if (this.channels.size() == 1) {
			this.events.musicStarts(this.channels.get(0));
		}
	}

	void mute(Channel channel, boolean mute) {
		if (mute ? this.muted.add(channel) : this.muted.remove(channel)) {
			this.events.raise(event(mute ? "ConfbridgeMute" : "ConfbridgeUnmute", channel));
		}
	}

}
