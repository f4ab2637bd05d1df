package io.pystrix.ami.live;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A conference of ConfBridge at one moment.
 *
 * @since 0.1.0
 */
public final class LiveConference {

	private final Values values;

	LiveConference(String name, boolean recording, List<LiveParticipant> participants) {
		this.values = new Values(name, recording, participants);
	}

	/**
	 * {@return the name of the conference}
	 */
	public String name() {
		return this.values.name();
	}

	/**
	 * {@return whether the conference is being recorded, as far as Asterisk has reported}
	 */
	public boolean recording() {
		return this.values.recording();
	}

	/**
	 * {@return who takes part, in no particular order}
	 */
	public List<LiveParticipant> participants() {
		return this.values.participants();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveConference that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveConference");
	}

	private record Values(String name, boolean recording, List<LiveParticipant> participants) {

	}

}
