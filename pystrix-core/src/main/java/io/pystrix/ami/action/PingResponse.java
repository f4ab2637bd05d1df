package io.pystrix.ami.action;

import java.time.Instant;

import io.pystrix.ami.message.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PingAction}.
 *
 * @since 0.1.0
 */
public final class PingResponse extends AmiResponse {

	public PingResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * Asterisk's time when it answered.
	 * @return the time; {@code null} if Asterisk did not tell it
	 */
	public @Nullable Instant timestamp() {
		return epoch("Timestamp");
	}

}
