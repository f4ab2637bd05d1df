package io.pystrix.ami.live;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A caller who waits in a queue, at one moment.
 *
 * @since 0.1.0
 */
public final class LiveQueueCaller implements LiveObject {

	private final Values values;

	LiveQueueCaller(String queue, String uniqueid, String channel, LiveParty caller, int position,
			@Nullable Instant joinedAt) {
		this.values = new Values(queue, uniqueid, channel, caller, position, joinedAt);
	}

	/**
	 * {@return the name of the queue}
	 */
	public String queue() {
		return this.values.queue();
	}

	/**
	 * {@return the unique id of the caller's channel}
	 */
	public String uniqueid() {
		return this.values.uniqueid();
	}

	/**
	 * {@return the name of the channel}
	 */
	public String channel() {
		return this.values.channel();
	}

	/**
	 * {@return the caller}
	 */
	public LiveParty caller() {
		return this.values.caller();
	}

	/**
	 * {@return the place in the queue, 1 for the next one}
	 */
	public int position() {
		return this.values.position();
	}

	/**
	 * {@return since when the caller waits, by this computer's clock unless Asterisk
	 * sends time stamps; {@code null} if not known}
	 */
	public @Nullable Instant joinedAt() {
		return this.values.joinedAt();
	}

	@Override
	public String id() {
		return this.values.uniqueid();
	}

	LiveQueueCaller at(int position) {
		return new LiveQueueCaller(this.values.queue(), this.values.uniqueid(), this.values.channel(),
				this.values.caller(), position, this.values.joinedAt());
	}

	LiveQueueCaller since(@Nullable Instant joinedAt) {
		return new LiveQueueCaller(this.values.queue(), this.values.uniqueid(), this.values.channel(),
				this.values.caller(), this.values.position(), joinedAt);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveQueueCaller that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveQueueCaller");
	}

	private record Values(String queue, String uniqueid, String channel, LiveParty caller, int position,
			@Nullable Instant joinedAt) {

	}

}
