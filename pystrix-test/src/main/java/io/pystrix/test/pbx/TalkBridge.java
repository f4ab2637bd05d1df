package io.pystrix.test.pbx;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The bridge of a call. Who hangs up ends it for the other.
 */
final class TalkBridge extends Bridge {

	/** Whether it goes on when one party has left. */
	boolean held;

	/** What is to happen when somebody leaves, instead of that all do. */
	@Nullable Consultation consultation;

	TalkBridge(Events events) {
		super(events, "basic", "simple_bridge", Channel.UNKNOWN, Channel.UNKNOWN);
	}

	@Override
	void entered(Channel channel) {
		if (size() < 2) {
			return;
		}
		for (Channel one : this.channels) {
			this.events.musicStops(one);
		}
		for (Channel one : this.channels) {
			tellPeers(one, peersOf(one));
		}
		Consultation running = this.consultation;
		if (running != null) {
			running.entered(this, channel);
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
		// Who moves on to another bridge is told its new peer there
		if (channel.summons == null || channel.hungUp) {
			forgetPeers(channel);
		}
	}

	@Override
	void left(Channel channel) {
		Consultation running = this.consultation;
		if (running != null) {
			running.left(this, channel);
		}
		else if (!this.held) {
			this.channels.forEach((other) -> other.dismissed = true);
		}
	}

}
