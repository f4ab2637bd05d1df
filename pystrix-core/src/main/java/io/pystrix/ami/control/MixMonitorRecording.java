package io.pystrix.ami.control;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.action.MixMonitorDirection;
import io.pystrix.ami.action.MixMonitorMuteAction;
import io.pystrix.ami.action.StopMixMonitorAction;
import io.pystrix.ami.event.MixMonitorMuteEvent;
import io.pystrix.ami.event.MixMonitorStopEvent;
import org.jspecify.annotations.Nullable;

/**
 * A recording of a channel. It ends with the channel, or when it is stopped.
 *
 * @since 0.1.0
 * @see ChannelControl#record(String)
 */
public final class MixMonitorRecording {

	private final Calls calls;

	private final ChannelControl.Names channel;

	private final @Nullable String id;

	private final Duration deadline;

	MixMonitorRecording(Calls calls, ChannelControl.Names channel, @Nullable String id, Duration deadline) {
		this.calls = calls;
		this.channel = channel;
		this.id = id;
		this.deadline = deadline;
	}

	/**
	 * Ends the recording. Asterisk finishes the file right after that.
	 * @return the event, when it has ended
	 */
	public CompletableFuture<MixMonitorStopEvent> stop() {
		StopMixMonitorAction action = new StopMixMonitorAction(this.channel.name());
		return this.calls.outcomes()
			.perform((this.id != null) ? action.mixMonitorId(this.id) : action, this.deadline,
					ChannelControl.unlessGone(this.channel,
							(event) -> (event instanceof MixMonitorStopEvent stopped && this.channel.are(stopped))
									? stopped : null));
	}

	/**
	 * Records silence instead of a side, or that side again. Other recordings of the
	 * channel do so too.
	 * @param direction {@code READ} for what the party says, {@code WRITE} for what it
	 * hears, {@code BOTH} for a pause
	 * @param muted whether to record silence
	 * @return the event, when it is so
	 */
	public CompletableFuture<MixMonitorMuteEvent> mute(MixMonitorDirection direction, boolean muted) {
		return this.calls.outcomes()
			.perform(new MixMonitorMuteAction(this.channel.name(), direction, muted), this.deadline,
					ChannelControl.unlessGone(this.channel,
							(event) -> (event instanceof MixMonitorMuteEvent changed && this.channel.are(changed)
									&& Boolean.valueOf(muted).equals(changed.state())) ? changed : null));
	}

	/**
	 * Records silence until {@link #resume}.
	 * @return the event, when it is so
	 */
	public CompletableFuture<MixMonitorMuteEvent> pause() {
		return mute(MixMonitorDirection.BOTH, true);
	}

	/**
	 * Records again.
	 * @return the event, when it is so
	 */
	public CompletableFuture<MixMonitorMuteEvent> resume() {
		return mute(MixMonitorDirection.BOTH, false);
	}

}
