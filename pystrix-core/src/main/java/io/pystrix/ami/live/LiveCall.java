package io.pystrix.ami.live;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * A call at one moment: the channels that Asterisk has linked with each other.
 *
 * @since 0.1.0
 */
public final class LiveCall implements LiveObject {

	private final Values values;

	LiveCall(String linkedid, List<String> channels, LiveParty caller, String dialed, @Nullable Instant startedAt,
			@Nullable Instant answeredAt, @Nullable String hangupBy, OptionalInt hangupCause) {
		this.values = new Values(linkedid, channels, caller, dialed, startedAt, answeredAt, hangupBy, hangupCause);
	}

	/**
	 * {@return the id that the channels have in common}
	 */
	public String linkedid() {
		return this.values.linkedid();
	}

	/**
	 * {@return the unique ids of the channels that are there, in the order in which they
	 * were seen}
	 */
	public List<String> channels() {
		return this.values.channels();
	}

	/**
	 * {@return who began the call, as told by its first channel}
	 */
	public LiveParty caller() {
		return this.values.caller();
	}

	/**
	 * {@return the extension that the first channel was in when it was first seen, may be
	 * empty}
	 */
	public String dialed() {
		return this.values.dialed();
	}

	/**
	 * {@return since when the call is there, {@code null} if not known}
	 */
	public @Nullable Instant startedAt() {
		return this.values.startedAt();
	}

	/**
	 * {@return since when its first channel is up, {@code null} if it is not or if that
	 * was before the connection}
	 */
	public @Nullable Instant answeredAt() {
		return this.values.answeredAt();
	}

	/**
	 * {@return the name of the channel that was hung up first, {@code null} as long as
	 * none was}
	 */
	public @Nullable String hangupBy() {
		return this.values.hangupBy();
	}

	/**
	 * {@return the cause of the first hang-up; empty if there was none, or without a
	 * cause}
	 */
	public OptionalInt hangupCause() {
		return this.values.hangupCause();
	}

	@Override
	public String id() {
		return this.values.linkedid();
	}

	LiveCall withChannels(List<String> channels) {
		return new LiveCall(this.values.linkedid(), channels, this.values.caller(), this.values.dialed(),
				this.values.startedAt(), this.values.answeredAt(), this.values.hangupBy(), this.values.hangupCause());
	}

	LiveCall hungUp(String by, OptionalInt cause) {
		return new LiveCall(this.values.linkedid(), this.values.channels(), this.values.caller(), this.values.dialed(),
				this.values.startedAt(), this.values.answeredAt(), by, cause);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveCall that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveCall");
	}

	private record Values(String linkedid, List<String> channels, LiveParty caller, String dialed,
			@Nullable Instant startedAt, @Nullable Instant answeredAt, @Nullable String hangupBy,
			OptionalInt hangupCause) {

	}

}
