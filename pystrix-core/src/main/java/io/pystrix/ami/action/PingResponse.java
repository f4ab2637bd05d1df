package io.pystrix.ami.action;

import java.time.Duration;
import java.time.Instant;

import io.pystrix.ami.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PingAction}.
 */
public final class PingResponse extends AmiResponse {

	PingResponse(AmiResponse response) {
		super(response);
	}

	/**
	 * How long Asterisk took, from sending the ping to reading its answer.
	 * @return the time; {@code null} if nobody waited for the answer
	 */
	public @Nullable Duration roundTrip() {
		return elapsed();
	}

	/**
	 * Asterisk's time when it answered.
	 * @return the time; {@code null} if Asterisk did not tell it
	 */
	public @Nullable Instant timestamp() {
		return epoch("Timestamp");
	}

}
