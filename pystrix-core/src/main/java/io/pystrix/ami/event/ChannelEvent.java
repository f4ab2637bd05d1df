package io.pystrix.ami.event;

import java.util.List;

import io.pystrix.ami.internal.WireText;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An event of one channel, with the channel's state at that moment. A callback for this
 * class sees all of them.
 * <p>
 * Asterisk escapes the names of caller and connected party, and the values of variables
 * (main/manager_channels.c, from 13.5 on). The accessors give them as they were set;
 * {@link #get} gives what came.
 *
 * @since 0.1.0
 */
public abstract class ChannelEvent extends AmiEvent {

	/**
	 * Creates the event as a view.
	 * @param headers the headers of the message
	 */
	protected ChannelEvent(AmiHeaders headers) {
		super(headers);
	}

	/**
	 * The channel's state at the moment of the event.
	 * @return a view over the event
	 */
	public final ChannelSnapshot snapshot() {
		return new ChannelSnapshot(headers(), "");
	}

	/**
	 * The name of the channel, the header {@code Channel}.
	 * @return its value
	 */
	public final String channel() {
		return required("Channel");
	}

	/**
	 * The id of the channel, the header {@code Uniqueid}; it never changes.
	 * @return its value
	 */
	public final String uniqueid() {
		return required("Uniqueid");
	}

	/**
	 * The id of the oldest channel of the call, the header {@code Linkedid}.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable String linkedid() {
		return get("Linkedid");
	}

	/**
	 * The state, the header {@code ChannelState}, which is a number.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable ChannelState channelState() {
		return ChannelState.of(get("ChannelState"));
	}

	/**
	 * The state in words, such as {@code Up} or {@code Ringing}.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable String channelStateDesc() {
		return get("ChannelStateDesc");
	}

	/**
	 * The number of the caller.
	 * @return the number; {@code null} if Asterisk does not know it or the event has none
	 */
	public final @Nullable String callerIdNum() {
		return WireText.known(get("CallerIDNum"));
	}

	/**
	 * The name of the caller.
	 * @return the name; {@code null} if Asterisk does not know it or the event has none
	 */
	public final @Nullable String callerIdName() {
		return WireText.known(WireText.unescaped(get("CallerIDName")));
	}

	/**
	 * The number of who the channel is connected with.
	 * @return the number; {@code null} if Asterisk does not know it or the event has none
	 */
	public final @Nullable String connectedLineNum() {
		return WireText.known(get("ConnectedLineNum"));
	}

	/**
	 * The name of who the channel is connected with.
	 * @return the name; {@code null} if Asterisk does not know it or the event has none
	 */
	public final @Nullable String connectedLineName() {
		return WireText.known(WireText.unescaped(get("ConnectedLineName")));
	}

	/**
	 * The language of the channel.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable String language() {
		return get("Language");
	}

	/**
	 * The account code of the channel.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable String accountCode() {
		return get("AccountCode");
	}

	/**
	 * The context where the channel is in the dialplan.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable String context() {
		return get("Context");
	}

	/**
	 * The extension where the channel is in the dialplan.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable String exten() {
		return get("Exten");
	}

	/**
	 * The priority where the channel is in the dialplan, a number as a rule.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable String priority() {
		return get("Priority");
	}

	/**
	 * The tenant of the channel. Asterisk 22 and later.
	 * @return its value; {@code null} if the event has none
	 */
	public final @Nullable String tenantid() {
		return get("Tenantid");
	}

	/**
	 * The variables that {@code channelvars} in Asterisk's {@code manager.conf} names.
	 * @return each as {@code name=value}, in order
	 */
	public final List<String> chanVariable() {
		return WireText.unescapedVariables(getAll("ChanVariable"));
	}

}
