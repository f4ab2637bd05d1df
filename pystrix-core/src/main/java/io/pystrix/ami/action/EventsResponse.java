package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link EventsAction}.
 *
 * @since 0.1.0
 */
public final class EventsResponse extends AmiResponse {

	public EventsResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * Whether events come now. Class names that Asterisk does not know count as none.
	 * @return {@code true} if events come; {@code null} if not told
	 */
	public @Nullable Boolean events() {
		return truth("Events");
	}

}
