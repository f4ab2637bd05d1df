package io.pystrix.ami.live;

import io.pystrix.ami.AmiMessage;
import org.jspecify.annotations.Nullable;

/**
 * A channel at one moment.
 *
 * @param uniqueid the id, which never changes
 * @param linkedid the id of the oldest channel of the call
 * @param name the name, such as {@code PJSIP/100-00000001}
 * @param state the state in words, such as {@code Up}
 * @param callerIdNum the caller's number, {@code null} if Asterisk does not know it
 * @param callerIdName the caller's name, {@code null} if Asterisk does not know it
 * @param context the place in the dialplan
 * @param exten the place in the dialplan
 * @param priority the place in the dialplan
 */
public record LiveChannel(String uniqueid, String linkedid, String name, String state, @Nullable String callerIdNum,
		@Nullable String callerIdName, String context, String exten, String priority) {

	private static final String UNKNOWN = "<unknown>";

	static LiveChannel of(AmiMessage message) {
		return new LiveChannel(text(message, "Uniqueid"), text(message, "Linkedid"), text(message, "Channel"),
				text(message, "ChannelStateDesc"), known(message, "CallerIDNum"), known(message, "CallerIDName"),
				text(message, "Context"), text(message, "Exten"), text(message, "Priority"));
	}

	private static String text(AmiMessage message, String name) {
		String value = message.get(name);
		return (value != null) ? value : "";
	}

	private static @Nullable String known(AmiMessage message, String name) {
		String value = message.get(name);
		return UNKNOWN.equals(value) ? null : value;
	}

}
