package io.pystrix.ami.live;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A parked call at one moment.
 *
 * @since 0.1.0
 */
public final class LiveParkedCall implements LiveObject {

	private final Values values;

	LiveParkedCall(String uniqueid, String channel, LiveParty caller, String parkingLot, String space,
			@Nullable Instant timeoutAt) {
		this.values = new Values(uniqueid, channel, caller, parkingLot, space, timeoutAt);
	}

	/**
	 * {@return the unique id of the channel that is parked}
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
	 * {@return who is parked}
	 */
	public LiveParty caller() {
		return this.values.caller();
	}

	/**
	 * {@return the parking lot}
	 */
	public String parkingLot() {
		return this.values.parkingLot();
	}

	/**
	 * {@return the extension that picks the call up}
	 */
	public String space() {
		return this.values.space();
	}

	/**
	 * {@return when Asterisk sends the call back, by this computer's clock; {@code null}
	 * if not known}
	 */
	public @Nullable Instant timeoutAt() {
		return this.values.timeoutAt();
	}

	@Override
	public String id() {
		return this.values.uniqueid();
	}

	LiveParkedCall until(@Nullable Instant timeoutAt) {
		return new LiveParkedCall(this.values.uniqueid(), this.values.channel(), this.values.caller(),
				this.values.parkingLot(), this.values.space(), timeoutAt);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LiveParkedCall that && this.values.equals(that.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	@Override
	public String toString() {
		return this.values.toString().replaceFirst("Values", "LiveParkedCall");
	}

	private record Values(String uniqueid, String channel, LiveParty caller, String parkingLot, String space,
			@Nullable Instant timeoutAt) {

	}

}
