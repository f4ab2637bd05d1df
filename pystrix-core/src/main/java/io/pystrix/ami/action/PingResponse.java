package io.pystrix.ami.action;

import java.math.BigDecimal;
import java.time.Instant;

import io.pystrix.ami.AmiHeaders;
import io.pystrix.ami.AmiResponse;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PingAction}.
 */
public final class PingResponse extends AmiResponse {

	private static final int NANOS = 9;

	public PingResponse(AmiHeaders headers) {
		super(headers);
	}

	/**
	 * Asterisk's time when it answered.
	 * @return the time; {@code null} if Asterisk did not tell it
	 */
	public @Nullable Instant timestamp() {
		String text = get("Timestamp");
		if (text == null) {
			return null;
		}
		try {
			BigDecimal seconds = new BigDecimal(text);
			return Instant.ofEpochSecond(seconds.longValue(),
					seconds.remainder(BigDecimal.ONE).movePointRight(NANOS).longValue());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
