package io.pystrix.ami.event;

import io.pystrix.ami.AmiHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The state of a channel as an event tells it: a view over the event's headers. An event
 * with several channels tells them apart by a prefix.
 */
public final class ChannelSnapshot {

	private final AmiHeaders headers;

	private final String prefix;

	ChannelSnapshot(AmiHeaders headers, String prefix) {
		this.headers = headers;
		this.prefix = prefix;
	}

	/**
	 * The name of the channel.
	 * @return the name; {@code null} if the event has no channel
	 */
	public @Nullable String channel() {
		return get("Channel");
	}

	/**
	 * The id of the channel, which never changes.
	 * @return the id; {@code null} if the event has no channel
	 */
	public @Nullable String uniqueid() {
		return get("Uniqueid");
	}

	/**
	 * The id of the oldest channel of the call.
	 * @return the id; {@code null} if the event has none
	 */
	public @Nullable String linkedid() {
		return get("Linkedid");
	}

	/**
	 * The state in words, such as {@code Up} or {@code Ringing}.
	 * @return the state; {@code null} if the event has none
	 */
	public @Nullable String channelStateDesc() {
		return get("ChannelStateDesc");
	}

	/**
	 * The number of the caller.
	 * @return the number, {@code <unknown>} if Asterisk does not know it; {@code null} if
	 * the event has none
	 */
	public @Nullable String callerIdNum() {
		return get("CallerIDNum");
	}

	/**
	 * The name of the caller.
	 * @return the name, {@code <unknown>} if Asterisk does not know it; {@code null} if
	 * the event has none
	 */
	public @Nullable String callerIdName() {
		return get("CallerIDName");
	}

	/**
	 * Returns a header of the channel.
	 * @param name the name without the prefix, in any case
	 * @return the value; {@code null} if there is no such header
	 */
	public @Nullable String get(String name) {
		return this.headers.get(this.prefix + name);
	}

	@Override
	public String toString() {
		return channel() + " (" + uniqueid() + ")";
	}

}
