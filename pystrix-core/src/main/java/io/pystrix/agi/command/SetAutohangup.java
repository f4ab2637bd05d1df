package io.pystrix.agi.command;

import java.math.BigDecimal;
import java.time.Duration;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;

/**
 * Has the channel hang up after some time.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_autohangup/">SET
 * AUTOHANGUP</a>
 */
public final class SetAutohangup extends AgiCommand<AgiReply> {

	/**
	 * Sets the time.
	 * @param time how long from now, to the millisecond; zero to not hang up
	 */
	public SetAutohangup(Duration time) {
		super("SET AUTOHANGUP", seconds(Checks.millis(time)));
	}

	private static Number seconds(int millis) {
		if (millis % 1000 == 0) {
			return millis / 1000;
		}
		return BigDecimal.valueOf(millis, 3);
	}

	@Override
	public AgiReply result(AgiReply reply) {
		return Checks.succeeded(reply);
	}

}
