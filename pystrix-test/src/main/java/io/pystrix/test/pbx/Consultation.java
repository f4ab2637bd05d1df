package io.pystrix.test.pbx;

import io.pystrix.test.ami.AmiFrame;

/**
 * An attended transfer that is going on: one party of a call asks somebody while the
 * other hears music. When the one hangs up, the others are connected; when who is asked
 * does, all is as it was.
 */
final class Consultation {

	private final Events events;

	private final Channel transferer;

	private final Channel transferee;

	private final Channel target;

	private final TalkBridge first;

	private final TalkBridge second;

	private boolean merging;

	Consultation(Events events, Channel transferer, Channel transferee, Channel target, TalkBridge first,
			TalkBridge second) {
		this.events = events;
		this.transferer = transferer;
		this.transferee = transferee;
		this.target = target;
		this.first = first;
		this.second = second;
	}

	void begin() {
		this.first.consultation = this;
		this.second.consultation = this;
		this.transferer.consultation = this;
		this.transferer.summon(this.second);
	}

	/**
	 * Go back to who waits.
	 */
	void cancel() {
		this.second.consultation = null;
		if (this.first.channels.isEmpty()) {
			end();
			this.transferer.dismissed = true;
			return;
		}
		this.transferer.summon(this.first);
	}

	private void end() {
		this.first.consultation = null;
		this.second.consultation = null;
		this.transferer.consultation = null;
	}

	/**
	 * Somebody has left one of the bridges.
	 */
	void left(TalkBridge bridge, Channel channel) {
		if (channel == this.transferer && bridge == this.first) {
			if (channel.hungUp) {
				end();
				dismissAll();
			}
		}
		else if (channel == this.transferer) {
			merge();
		}
		else if (channel == this.target && !this.merging) {
			cancel();
		}
		else if (channel == this.transferee) {
			// Who asks and who is asked go on talking
			end();
		}
	}

	private void dismissAll() {
		this.first.channels.forEach((other) -> other.dismissed = true);
		this.second.channels.forEach((other) -> other.dismissed = true);
	}

	private void merge() {
		if (!this.target.isUp() || this.first.channels.isEmpty()) {
			end();
			dismissAll();
			return;
		}
		this.merging = true;
		this.events.raise(
				Events.event("BridgeMerge", "call").with(this.first.snapshot("To")).with(this.second.snapshot("From")));
		this.target.summon(this.first);
	}

	/**
	 * Somebody has met somebody in one of the bridges.
	 */
	void entered(TalkBridge bridge, Channel channel) {
		if (bridge == this.first) {
			end();
			if (channel == this.target) {
				this.events.raise(transferred());
			}
			else {
				this.events.unhold(channel);
			}
			meets(channel);
		}
	}

	/** Who comes is told who is there. */
	private void meets(Channel channel) {
		if (this.transferee.callerId.isKnown()) {
			channel.connectedLine = this.transferee.callerId;
			this.events.connectedLine(channel);
			Channel other = LocalPairs.other(channel);
			other.callerId = this.transferee.callerId;
			this.events.callerId(other);
		}
	}

	private AmiFrame transferred() {
		return Events.event("AttendedTransfer", "call")
			.with("Result", "Success")
			.with(this.transferer.snapshot("OrigTransferer"))
			.with(this.first.snapshot("Orig"))
			.with(this.transferer.snapshot("SecondTransferer"))
			.with(this.second.snapshot("Second"))
			.with(this.transferee.snapshot("Transferee"))
			.with(this.target.snapshot("TransferTarget"))
			.with("IsExternal", "No")
			.with("DestType", "Bridge")
			.with("DestBridgeUniqueid", this.first.id);
	}

}
