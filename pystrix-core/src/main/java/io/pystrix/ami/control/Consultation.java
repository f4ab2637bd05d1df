package io.pystrix.ami.control;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.action.CancelAtxferAction;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.event.AttendedTransferEvent;
import io.pystrix.ami.event.BridgeEnterEvent;

/**
 * An attended transfer at half-way: who transfers talks to the target, and the other
 * party waits.
 *
 * @since 0.1.0
 * @see ChannelControl#attendedTransfer
 */
public final class Consultation {

	private final Calls calls;

	private final ChannelControl.Names transferer;

	private final Duration deadline;

	Consultation(Calls calls, ChannelControl.Names transferer, Duration deadline) {
		this.calls = calls;
		this.transferer = transferer;
		this.deadline = deadline;
	}

	/**
	 * Connects the other party with the target, and hangs up who transfers.
	 * @return the event, when that is done or has failed: see its result
	 */
	public CompletableFuture<AttendedTransferEvent> complete() {
		return this.calls.outcomes()
			.perform(new HangupAction(this.transferer.name()), this.deadline,
					(event) -> (event instanceof AttendedTransferEvent transfer
							&& (this.transferer.are(transfer.origTransferer())
									|| this.transferer.are(transfer.secondTransferer()))) ? transfer : null);
	}

	/**
	 * Hangs up the target, and connects who transfers with the other party again. It is
	 * done by the keys of the feature {@code atxferabort}.
	 * @return the event, when they are connected again
	 */
	public CompletableFuture<BridgeEnterEvent> cancel() {
		return this.calls.outcomes()
			.perform(new CancelAtxferAction(this.transferer.name()), this.deadline, ChannelControl.unlessGone(
					this.transferer,
					(event) -> (event instanceof BridgeEnterEvent enter && this.transferer.are(enter)) ? enter : null));
	}

}
