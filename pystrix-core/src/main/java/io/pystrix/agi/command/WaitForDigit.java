package io.pystrix.agi.command;

import java.time.Duration;

/**
 * Waits for a key. Results in the key, empty if the time is over.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/wait_for_digit/">WAIT
 * FOR DIGIT</a>
 */
public final class WaitForDigit extends DigitCommand {

	/**
	 * Waits for as long as it takes.
	 */
	public WaitForDigit() {
		super("WAIT FOR DIGIT", -1);
	}

	/**
	 * Waits for some time.
	 * @param timeout how long, to the millisecond
	 */
	public WaitForDigit(Duration timeout) {
		super("WAIT FOR DIGIT", Checks.millis(timeout));
	}

}
