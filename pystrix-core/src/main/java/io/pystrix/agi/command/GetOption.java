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
 * Give it a time-out: without one an Asterisk 22.10.1 goes down if the channel is not in
 * the dialplan, but was sent to {@code AGI()} by {@code Originate} as an application.
 *
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_option/">GET
 * OPTION</a>
 */
public final class GetOption extends AgiCommand<Optional<DtmfInterrupt>> {

	/**
	 * Waits for as long as the channel is set to, about 5 seconds.
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
