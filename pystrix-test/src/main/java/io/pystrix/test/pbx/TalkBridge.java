package io.pystrix.test.pbx;

import java.util.Comparator;
import java.util.List;

/**
 * The bridge of a call. Who hangs up ends it for the other.
 */
final class TalkBridge extends Bridge {

	private boolean met;

	/** Whether it goes on with one party, as during a consultation. */
	boolean held;

	TalkBridge(Events events) {
		super(events, "basic", "simple_bridge", Channel.UNKNOWN, Channel.UNKNOWN);
	}

	@Override
	void entered(Channel channel) {
		if (size() < 2) {
			return;
		}
		this.met = true;
		for (Channel one : this.channels) {
			this.events.musicStops(one);
		}
		for (Channel one : this.channels) {
			tellPeers(one, peersOf(one));
		}
	}

	@Override
	void entering(Channel channel) {
		this.channels.stream().min(Comparator.comparingLong((one) -> one.start)).ifPresent((oldest) -> {
			// Parties of one call are linked by the oldest of them
			if (oldest.start < channel.start) {
				channel.linkedid = oldest.linkedid;
			}
			else {
				this.channels.forEach((one) -> one.linkedid = channel.linkedid);
			}
		});
	}

	private String peersOf(Channel channel) {
		List<String> names = this.channels.stream().filter((one) -> one != channel).map((one) -> one.name).toList();
		return String.join(",", names);
	}

	@Override
	void leaving(Channel channel) {
		if (this.met) {
			tellPeers(channel, "");
		}
	}

	@Override
	void left(Channel channel) {
		if (!this.held) {
			this.channels.forEach((other) -> other.dismissed = true);
		}
	}

}
