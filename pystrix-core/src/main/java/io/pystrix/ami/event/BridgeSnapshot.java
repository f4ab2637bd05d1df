package io.pystrix.ami.event;

import java.util.OptionalInt;

import io.pystrix.ami.internal.WireText;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The state of a bridge as an event tells it: a view over the event's headers. An event
 * with several bridges tells them apart by a prefix.
 *
 * @since 0.1.0
 */
public final class BridgeSnapshot {

	private final AmiHeaders headers;

	private final String prefix;

	BridgeSnapshot(AmiHeaders headers, String prefix) {
		this.headers = headers;
		this.prefix = prefix + "Bridge";
	}

	/**
	 * The id of the bridge.
	 * @return the id; {@code null} if the event has none
	 */
	public @Nullable String bridgeUniqueid() {
		return get("Uniqueid");
	}

	/**
	 * What the bridge is for, such as {@code basic} or {@code parking}.
	 * @return the type; {@code null} if the event has none
	 */
	public @Nullable String bridgeType() {
		return get("Type");
	}

	/**
	 * How the bridge connects its channels, such as {@code simple_bridge}.
	 * @return the technology; {@code null} if the event has none
	 */
	public @Nullable String bridgeTechnology() {
		return get("Technology");
	}

	/**
	 * What made the bridge, such as {@code ConfBridge}.
	 * @return the creator; {@code null} if Asterisk does not know it or the event has
	 * none
	 */
	public @Nullable String bridgeCreator() {
		return WireText.known(get("Creator"));
	}

	/**
	 * The name that the creator gave to the bridge.
	 * @return the name; {@code null} if it has none or the event does not tell it
	 */
	public @Nullable String bridgeName() {
		return WireText.known(get("Name"));
	}

	/**
	 * How many channels are in the bridge.
	 * @return the number; empty if the event does not tell it
	 */
	public OptionalInt bridgeNumChannels() {
		String number = get("NumChannels");
		try {
			return (number != null) ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
		}
		catch (NumberFormatException ex) {
			return OptionalInt.empty();
		}
	}

	/**
	 * How the bridge chooses whose video the others see.
	 * @return the mode; {@code null} if the event has none
	 */
	public @Nullable String bridgeVideoSourceMode() {
		return get("VideoSourceMode");
	}

	/**
	 * The id of the channel whose video the others see.
	 * @return the id; {@code null} if there is none
	 */
	public @Nullable String bridgeVideoSource() {
		return get("VideoSource");
	}

	private @Nullable String get(String name) {
		return this.headers.get(this.prefix + name);
	}

	@Override
	public String toString() {
		return Printable.of(bridgeType() + " (" + bridgeUniqueid() + ")");
	}

}
