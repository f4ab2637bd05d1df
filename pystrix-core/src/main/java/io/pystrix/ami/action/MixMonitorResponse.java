package io.pystrix.ami.action;

import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link MixMonitorAction}.
 *
 * @since 0.1.0
 */
public final class MixMonitorResponse extends AmiResponse {

	public MixMonitorResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * What {@link StopMixMonitorAction} knows the recording by.
	 * @return the id; {@code null} unless the option {@code i} asked for it
	 */
	public @Nullable String mixMonitorId() {
		return get("MixMonitorID");
	}

}
