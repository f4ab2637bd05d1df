package io.pystrix.ami.live;

import org.jspecify.annotations.Nullable;

/**
 * A conference of ConfBridge at one moment, without its participants.
 *
 * @since 0.1.0
 */
public final class ConferenceRoom implements LiveObject {

	private final Values values;

	ConferenceRoom(String conference, boolean recording) {
		this.values = new Values(conference, recording);
	}

	/**
	 * {@return the name of the conference}
	 */
	public String conference() {
		return this.values.conference();
	}

	/**
	 * {@return whether the conference is being recorded, as far as Asterisk has reported}
	 */
	public boolean recording() {
		return this.values.recording();
	}

	@Override
	public String id() {
		return this.values.conference();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ConferenceRoom that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "ConferenceRoom");
	}

	private record Values(String conference, boolean recording) {

	}

}
