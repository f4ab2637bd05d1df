package io.pystrix.agi.command;

import java.time.Duration;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.DataInput;

/**
 * Plays a sound file and collects keys until {@code #}, or until there are enough.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_data/">GET
 * DATA</a>
 */
public final class GetData extends AgiCommand<DataInput> {

	/**
	 * Collects keys, for 6 seconds until the first and 2 seconds after each: the defaults
	 * of {@code ast_app_getdata_full} in main/app.c, releases 13 to 23.
	 * @param file the name without extension, empty for none
	 */
	public GetData(String file) {
		super("GET DATA", file);
	}

	/**
	 * Collects keys.
	 * @param file the name without extension, empty for none
	 * @param timeout how long to wait for a key, to the millisecond; zero for 6 seconds
	 * until the first and 2 seconds after each
	 */
	public GetData(String file, Duration timeout) {
		super("GET DATA", file, Checks.millis(timeout));
	}

	/**
	 * Collects keys until there are enough.
	 * @param file the name without extension, empty for none
	 * @param timeout how long to wait for a key, to the millisecond; zero for 6 seconds
	 * until the first and 2 seconds after each
	 * @param maxDigits how many are enough, at least 1
	 */
	public GetData(String file, Duration timeout, int maxDigits) {
		super("GET DATA", file, Checks.millis(timeout), 1 + Checks.notNegative("number of digits", maxDigits - 1L));
	}

	@Override
	public DataInput result(AgiReply reply) {
		return new DataInput(Checks.succeeded(reply).result(), "timeout".equals(reply.data()));
	}

}
