package io.pystrix.ami.action;

import java.util.List;

import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PresenceStateAction}.
 *
 * @since 0.1.0
 */
public final class PresenceStateResponse extends AmiResponse {

	public PresenceStateResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * What the provider says, such as {@code available} or {@code dnd}.
	 * @return the state
	 */
	public String state() {
		return required("State");
	}

	/**
	 * What the provider says more precisely.
	 * @return the subtype; {@code null} if there is none
	 */
	public @Nullable String subtype() {
		return get("Subtype");
	}

	/**
	 * The message of the provider. Asterisk sends it under the name of its own message.
	 * @return the message; {@code null} if there is none
	 */
	public @Nullable String presenceMessage() {
		List<String> messages = getAll("Message");
		return (messages.size() > 1) ? messages.get(messages.size() - 1) : null;
	}

}
