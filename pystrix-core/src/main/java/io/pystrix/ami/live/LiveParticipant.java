package io.pystrix.ami.live;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a conference, at one moment.
 *
 * @since 0.1.0
 */
public final class LiveParticipant implements LiveObject {

	private final Values values;

	LiveParticipant(String conference, String uniqueid, String channel, LiveParty caller, boolean admin, boolean muted,
			boolean talking) {
		this.values = new Values(conference, uniqueid, channel, caller, admin, muted, talking);
	}

	/**
	 * {@return the name of the conference}
	 */
	public String conference() {
		return this.values.conference();
	}

	/**
	 * {@return the unique id of the channel}
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
	 * {@return the party that takes part}
	 */
	public LiveParty caller() {
		return this.values.caller();
	}

	/**
	 * {@return whether the participant is an administrator}
	 */
	public boolean admin() {
		return this.values.admin();
	}

	/**
	 * {@return whether the others cannot hear the participant}
	 */
	public boolean muted() {
		return this.values.muted();
	}

	/**
	 * {@return whether the participant talks, which Asterisk reports only if
	 * {@code talk_detection_events} is configured}
	 */
	public boolean talking() {
		return this.values.talking();
	}

	@Override
	public String id() {
		return this.values.uniqueid();
	}

	LiveParticipant withMuted(boolean muted) {
		return new LiveParticipant(this.values.conference(), this.values.uniqueid(), this.values.channel(),
				this.values.caller(), this.values.admin(), muted, this.values.talking());
	}

	LiveParticipant withTalking(boolean talking) {
		return new LiveParticipant(this.values.conference(), this.values.uniqueid(), this.values.channel(),
				this.values.caller(), this.values.admin(), this.values.muted(), talking);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveParticipant that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveParticipant");
	}

	private record Values(String conference, String uniqueid, String channel, LiveParty caller, boolean admin,
			boolean muted, boolean talking) {

	}

}
