package io.pystrix.agi.command;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.DtmfInterrupt;

/**
 * Plays a sound file, then waits for a key. Results in the key, empty if none of those
 * asked for was pressed.
 * <p>
 * Give it a timeout: without one Asterisk crashes if the channel is not in the dialplan,
 * but was sent to {@code AGI()} by {@code Originate} as an application (handle_getoption
 * in res/res_agi.c, releases 13 to 23).
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_option/">GET
 * OPTION</a>
 */
public final class GetOption extends AgiCommand<Optional<DtmfInterrupt>> {

	/**
	 * Waits for as long as the channel is set to by {@code TIMEOUT(digit)}, 5 seconds
	 * unless changed (handle_getoption in res/res_agi.c, releases 13 to 23).
	 * @param file the name without extension
	 * @param escapeDigits the keys to choose from
	 */
	public GetOption(String file, String escapeDigits) {
		super("GET OPTION", file, Checks.keys(escapeDigits));
	}

	/**
	 * Waits for some time.
	 * @param file the name without extension
	 * @param escapeDigits the keys to choose from
	 * @param timeout how long to wait after the file, to the millisecond
	 */
	public GetOption(String file, String escapeDigits, Duration timeout) {
		super("GET OPTION", file, Checks.keys(escapeDigits), Checks.millis(timeout));
	}

	@Override
	public Optional<DtmfInterrupt> result(AgiReply reply) {
		return Checks.interrupt(reply);
	}

}
