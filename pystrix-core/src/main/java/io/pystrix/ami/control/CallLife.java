package io.pystrix.ami.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.event.BridgeEnterEvent;
import io.pystrix.ami.event.ChannelSnapshot;
import io.pystrix.ami.event.ChannelState;
import io.pystrix.ami.event.DialEndEvent;
import io.pystrix.ami.event.DialStateEvent;
import io.pystrix.ami.event.DialStatus;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.event.NewchannelEvent;
import io.pystrix.ami.event.NewstateEvent;
import io.pystrix.ami.message.AmiEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call that was placed, put together from events whose order is
 * partly left to chance.
 * <p>
 * The answer is told by the state of the channel, by the end of dialling and by the
 * response to the Originate, whichever comes first. Why there was none may be told by any
 * of them, and best by the channels that a Local channel has dialled in turn; therefore a
 * call that was not answered has ended only when all of its channels are gone.
 */
final class CallLife {

	/** The named channel, and the other half of a Local channel. */
	private final String uniqueid;

	private final String otherUniqueid;

	private final Executor executor;

	/** Is told when the channel changes its id: this life and the new id. */
	private final BiConsumer<CallLife, String> renamed;

	private final CompletableFuture<Boolean> ringing = new CompletableFuture<>();

	private final CompletableFuture<Boolean> answered = new CompletableFuture<>();

	private final CompletableFuture<CallOutcome> ended = new CompletableFuture<>();

	// Those that belong to the call and are there
	private final Set<String> channels = new HashSet<>();

	private volatile String channel;

	private boolean exists = false;

	private boolean gone = false;

	private boolean fading = false;

	private boolean over = false;

	private OptionalInt hangUpWith = OptionalInt.empty();

	private OptionalInt cause = OptionalInt.empty();

	private OptionalInt causeOfOthers = OptionalInt.empty();

	private @Nullable DialStatus status;

	private @Nullable DialStatus statusBehind;

	// Who has answered behind a Local channel
	private @Nullable String behind;

	private OriginateResult.@Nullable Reason reason;

	private @Nullable Instant rangAt;

	private @Nullable Instant answeredAt;

	private @Nullable Instant endedAt;

	CallLife(String uniqueid, String otherUniqueid, Executor executor, BiConsumer<CallLife, String> renamed) {
		this.uniqueid = uniqueid;
		this.otherUniqueid = otherUniqueid;
		this.executor = executor;
		this.renamed = renamed;
		this.channel = uniqueid;
	}

	String uniqueid() {
		return this.uniqueid;
	}

	String otherUniqueid() {
		return this.otherUniqueid;
	}

	String channel() {
		return this.channel;
	}

	CompletableFuture<Boolean> ringing() {
		return this.ringing;
	}

	CompletableFuture<Boolean> answered() {
		return this.answered;
	}

	CompletableFuture<CallOutcome> ended() {
		return this.ended;
	}

	synchronized boolean isAnswered() {
		return this.answeredAt != null;
	}

	/** Whether from now on, for the first time, only a few things may follow. */
	synchronized boolean beginsToFade() {
		if (this.fading || this.over || this.answeredAt != null || !this.gone && this.reason == null) {
			return false;
		}
		this.fading = true;
		return true;
	}

	/**
	 * Remembers that this side has hung up; whether there is a channel to hang up yet.
	 */
	synchronized boolean cancel(int cause) {
		this.hangUpWith = OptionalInt.of(cause);
		return this.exists;
	}

	/** The cause to hang up with as soon as there is a channel. */
	synchronized OptionalInt hangUpWith() {
		return this.hangUpWith;
	}

	synchronized void onEvent(AmiEvent event) {
		if (this.over) {
			return;
		}
		if (event instanceof NewchannelEvent created) {
			this.channels.add(created.uniqueid());
			this.exists = this.exists || created.uniqueid().equals(this.uniqueid);
		}
		else if (event instanceof NewstateEvent changed) {
			if (changed.uniqueid().equals(this.uniqueid)) {
				if (changed.channelState() == ChannelState.UP) {
					answered(timeOf(event));
				}
				else if (changed.channelState() == ChannelState.RINGING) {
					rings(timeOf(event));
				}
			}
		}
		// Asterisk 13 has no such event (main/manager_channels.c, 14 to 23)
		else if (event instanceof DialStateEvent dial) {
			if (isThis(dial.dest()) && dial.dialStatus() == DialStatus.RINGING) {
				rings(timeOf(event));
			}
		}
		else if (event instanceof DialEndEvent dial) {
			dialed(dial);
		}
		else if (event instanceof BridgeEnterEvent enter) {
			replaced(enter);
		}
		else if (event instanceof HangupEvent hangup) {
			hungUp(hangup);
		}
	}

	private void dialed(DialEndEvent dial) {
		ChannelSnapshot dialer = dial.snapshot();
		if (isThis(dial.dest())) {
			this.status = dial.dialStatus();
			if (this.status == DialStatus.ANSWER) {
				answered(timeOf(dial));
			}
		}
		else if (dialer != null && this.otherUniqueid.equals(dialer.uniqueid())) {
			this.statusBehind = dial.dialStatus();
			ChannelSnapshot dest = dial.dest();
			this.behind = (this.statusBehind == DialStatus.ANSWER && dest != null) ? dest.uniqueid() : this.behind;
		}
	}

	private boolean isThis(@Nullable ChannelSnapshot snapshot) {
		return snapshot != null && this.uniqueid.equals(snapshot.uniqueid());
	}

	// Once both of its halves are in bridges, Asterisk takes a Local channel out
	// (try_swap_optimize_out and try_merge_optimize_out in main/bridge.c, 13 to 23)
	private void replaced(BridgeEnterEvent enter) {
		String replaced = enter.swapUniqueid();
		if (replaced == null || !this.channels.contains(this.otherUniqueid) || !this.channel.equals(this.uniqueid)) {
			return;
		}
		if (replaced.equals(this.uniqueid)) {
			become(enter.uniqueid());
		}
		else if (replaced.equals(this.otherUniqueid) && this.behind != null) {
			become(this.behind);
		}
	}

	private void become(String uniqueid) {
		this.channel = uniqueid;
		this.renamed.accept(this, uniqueid);
	}

	private void rings(Instant at) {
		if (this.rangAt == null && this.answeredAt == null) {
			this.rangAt = at;
			this.executor.execute(() -> this.ringing.complete(true));
		}
	}

	private void answered(Instant at) {
		if (this.answeredAt == null && !this.over) {
			this.answeredAt = at;
			boolean rang = this.rangAt != null;
			this.executor.execute(() -> {
				this.ringing.complete(rang);
				this.answered.complete(true);
			});
		}
	}

	private void hungUp(HangupEvent hangup) {
		this.channels.remove(hangup.uniqueid());
		if (hangup.uniqueid().equals(this.channel)) {
			this.cause = hangup.cause();
			this.gone = true;
			this.endedAt = timeOf(hangup);
		}
		else if (this.causeOfOthers.isEmpty() && says(hangup.cause())) {
			this.causeOfOthers = hangup.cause();
		}
		endIfAllIsTold();
	}

	/** Takes over the response to the Originate. */
	synchronized void originated(OriginateResult result) {
		this.reason = result.reason();
		if (result.isAnswered()) {
			answered(Instant.now());
		}
		endIfAllIsTold();
	}

	private void endIfAllIsTold() {
		if (this.gone && (this.answeredAt != null || this.reason != null && this.channels.isEmpty())) {
			end();
		}
	}

	/** Ends with what is known, unless it was answered after all. */
	synchronized void fade() {
		if (this.answeredAt == null) {
			end();
		}
	}

	/** Ends because the channel is not there any more, however that came. */
	synchronized void vanished(String uniqueid, OptionalInt cause) {
		if (uniqueid.equals(this.channel) && !this.over) {
			this.cause = cause;
			end();
		}
	}

	synchronized void fail(Throwable failure) {
		if (!this.over) {
			this.over = true;
			boolean rang = this.rangAt != null;
			boolean answered = this.answeredAt != null;
			this.executor.execute(() -> {
				settle(this.ringing, rang || answered, rang, failure);
				settle(this.answered, answered, true, failure);
				this.ended.completeExceptionally(failure);
			});
		}
	}

	// What was known before may still be on its way to the future
	private static void settle(CompletableFuture<Boolean> future, boolean known, boolean value, Throwable failure) {
		if (known) {
			future.complete(value);
		}
		else {
			future.completeExceptionally(failure);
		}
	}

	private void end() {
		if (this.over) {
			return;
		}
		this.over = true;
		Instant end = (this.endedAt != null) ? this.endedAt : Instant.now();
		Instant answer = this.answeredAt;
		OptionalInt cause = (answer != null || says(this.cause) || this.causeOfOthers.isEmpty()) ? this.cause
				: this.causeOfOthers;
		CallOutcome outcome = new CallOutcome(result(cause.orElse(0)), cause,
				between(this.rangAt, (answer != null) ? answer : end), between(answer, end));
		boolean rang = this.rangAt != null;
		this.executor.execute(() -> {
			this.ringing.complete(rang);
			this.answered.complete(outcome.isAnswered());
			this.ended.complete(outcome);
		});
	}

	private CallOutcome.Result result(int cause) {
		if (this.answeredAt != null) {
			return CallOutcome.Result.ANSWERED;
		}
		if (this.hangUpWith.isPresent()) {
			return CallOutcome.Result.CANCELLED;
		}
		if (cause == 21) {
			return CallOutcome.Result.REJECTED;
		}
		if (cause == 17 || dialedTo(DialStatus.BUSY) || this.reason == OriginateResult.Reason.BUSY) {
			return CallOutcome.Result.BUSY;
		}
		if (!this.exists || isUnreachable(cause)) {
			return CallOutcome.Result.UNREACHABLE;
		}
		if (cause == 34 || cause == 38 || cause == 42 || dialedTo(DialStatus.CONGESTION)
				|| this.reason == OriginateResult.Reason.CONGESTION) {
			return CallOutcome.Result.CONGESTION;
		}
		if (cause == 18 || cause == 19 || this.reason == OriginateResult.Reason.NO_ANSWER) {
			return CallOutcome.Result.NO_ANSWER;
		}
		return dialedTo(DialStatus.CHANUNAVAIL) ? CallOutcome.Result.UNREACHABLE : CallOutcome.Result.FAILED;
	}

	private boolean dialedTo(DialStatus status) {
		return this.status == status || this.statusBehind == status;
	}

	// No such number, no route, not registered, moved, out of order, malformed number
	private static boolean isUnreachable(int cause) {
		return cause >= 1 && cause <= 3 || cause == 20 || cause == 22 || cause == 27 || cause == 28;
	}

	// A normal end, or none told, is what channels in between make of anything
	private static boolean says(OptionalInt cause) {
		return cause.orElse(0) != 0 && cause.orElse(0) != 16;
	}

	private static Duration between(@Nullable Instant start, Instant end) {
		Duration time = Duration.between(Objects.requireNonNullElse(start, end), end);
		return (time.isNegative()) ? Duration.ZERO : time;
	}

	/** Asterisk's time stamp, or the time of this computer if there is none. */
	private static Instant timeOf(AmiEvent event) {
		return Objects.requireNonNullElseGet(event.timestamp(), Instant::now);
	}

}
