package io.pystrix.ami.action;

import java.util.List;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;

/**
 * Asks for a sign of life.
 * <p>
 * Asterisk 13 and later.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AMI_Actions/Ping">Ping</a>
 */
public final class PingAction extends AmiAction<PingResponse> {

	/**
	 * Creates the action.
	 */
	public PingAction() {
		super("Ping", List.of());
	}

	@Override
	public PingResponse result(AmiResponse response, List<AmiEvent> events) {
		return new PingResponse(response);
	}

}
