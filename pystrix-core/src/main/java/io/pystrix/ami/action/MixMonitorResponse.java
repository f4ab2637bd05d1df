package io.pystrix.ami.action;

import io.pystrix.ami.AmiHeaders;
import io.pystrix.ami.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link MixMonitorAction}.
 */
public final class MixMonitorResponse extends AmiResponse {

	public MixMonitorResponse(AmiHeaders headers) {
		super(headers);
	}

	/**
	 * What {@link StopMixMonitorAction} knows the recording by.
	 * @return the id; {@code null} unless the option {@code i} asked for it
	 */
	public @Nullable String mixMonitorId() {
		return get("MixMonitorID");
	}

}
