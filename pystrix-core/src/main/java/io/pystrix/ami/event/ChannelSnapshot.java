package io.pystrix.ami.event;

import java.util.List;

import io.pystrix.ami.internal.WireText;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The state of a channel as an event tells it: a view over the event's headers. An event
 * with several channels tells them apart by a prefix.
 * <p>
 * Asterisk escapes the names of caller and connected party, and the values of variables
 * (main/manager_channels.c, from 13.5 on). The accessors give them as they were set;
 * {@link #get} gives what came.
 *
 * @since 0.1.0
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
	 * The state, the header {@code ChannelState}, which is a number.
	 * @return its value; {@code null} if the event has none
	 */
	public @Nullable ChannelState channelState() {
		return ChannelState.of(get("ChannelState"));
	}

	/**
	 * The state in words, such as {@code Up} or {@code Ringing}.
	 * @return its value; {@code null} if the event has none
	 */
	public @Nullable String channelStateDesc() {
		return get("ChannelStateDesc");
	}

	/**
	 * The number of the caller.
	 * @return the number; {@code null} if Asterisk does not know it or the event has none
	 */
	public @Nullable String callerIdNum() {
		return WireText.known(get("CallerIDNum"));
	}

	/**
	 * The name of the caller.
	 * @return the name; {@code null} if Asterisk does not know it or the event has none
	 */
	public @Nullable String callerIdName() {
		return WireText.known(WireText.unescaped(get("CallerIDName")));
	}

	/**
	 * The number of who the channel is connected with.
	 * @return the number; {@code null} if Asterisk does not know it or the event has none
	 */
	public @Nullable String connectedLineNum() {
		return WireText.known(get("ConnectedLineNum"));
	}

	/**
	 * The name of who the channel is connected with.
	 * @return the name; {@code null} if Asterisk does not know it or the event has none
	 */
	public @Nullable String connectedLineName() {
		return WireText.known(WireText.unescaped(get("ConnectedLineName")));
	}

	/**
	 * The language of the channel.
	 * @return its value; {@code null} if the event has none
	 */
	public @Nullable String language() {
		return get("Language");
	}

	/**
	 * The account code of the channel.
	 * @return its value; {@code null} if the event has none
	 */
	public @Nullable String accountCode() {
		return get("AccountCode");
	}

	/**
	 * The context where the channel is in the dialplan.
	 * @return its value; {@code null} if the event has none
	 */
	public @Nullable String context() {
		return get("Context");
	}

	/**
	 * The extension where the channel is in the dialplan.
	 * @return its value; {@code null} if the event has none
	 */
	public @Nullable String exten() {
		return get("Exten");
	}

	/**
	 * The priority where the channel is in the dialplan, a number as a rule.
	 * @return its value; {@code null} if the event has none
	 */
	public @Nullable String priority() {
		return get("Priority");
	}

	/**
	 * The tenant of the channel. Asterisk 22 and later.
	 * @return its value; {@code null} if the event has none
	 */
	public @Nullable String tenantid() {
		return get("Tenantid");
	}

	/**
	 * The variables that {@code channelvars} in Asterisk's {@code manager.conf} names.
	 * @return each as {@code name=value}, in order
	 */
	public List<String> chanVariable() {
		return WireText.unescapedVariables(this.headers.getAll(this.prefix + "ChanVariable"));
	}

	/**
	 * Returns a header of the channel as it came, with what Asterisk escapes still
	 * escaped.
	 * @param name the name without the prefix, in any case
	 * @return the value; {@code null} if there is no such header
	 */
	public @Nullable String get(String name) {
		return this.headers.get(this.prefix + name);
	}

	@Override
	public String toString() {
		return Printable.of(channel() + " (" + uniqueid() + ")");
	}

}
