package io.pystrix.agi.command;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.RecordOptions;
import io.pystrix.agi.Recording;

/**
 * Records what the caller says. Results in how the recording ended. That the file cannot
 * be written is an {@link io.pystrix.agi.AgiApplicationException}. If the caller hangs
 * up, what was said till then is in the file.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/record_file/">RECORD
 * FILE</a>
 */
public final class RecordFile extends AgiCommand<Recording> {

	/**
	 * Records.
	 * @param file the name without extension
	 * @param format the format, which is the extension as well, such as {@code wav}
	 * @param options what ends the recording and how it begins
	 */
	public RecordFile(String file, String format, RecordOptions options) {
		super("RECORD FILE", Checks.notEmpty("file", file), Checks.notEmpty("format", format),
				Checks.keys(options.escapeDigits()), (options.maxLength() != null) ? limit(options.maxLength()) : -1,
				Checks.notNegative("offset", options.offset()), options.beep() ? "BEEP" : null,
				(options.maxSilence() != null) ? "s=" + seconds(options.maxSilence()) : null);
	}

	private static int limit(Duration length) {
		int millis = Checks.millis(length);
		if (millis == 0) {
			throw new IllegalArgumentException("A recording has to last longer than nothing");
		}
		return millis;
	}

	private static int seconds(Duration silence) {
		return (limit(silence) - 1) / 1000 + 1;
	}

	// The number is a key, except with "timeout", where it means nothing
	// (handle_recordfile in res/res_agi.c, 13 to 23)
	@Override
	public Recording result(AgiReply reply) {
		String ending = (reply.data() != null) ? reply.data() : "";
		return switch (ending) {
			case "timeout" -> new Recording(Optional.empty(), reply.itemAsLong("endpos"));
			case "dtmf", "randomerror" -> new Recording(Optional.of(Checks.key(reply)), reply.itemAsLong("endpos"));
			default -> throw Checks.failure(reply);
		};
	}

	@Override
	public boolean suggestsHangup(AgiReply reply) {
		return !"timeout".equals(reply.data()) && !"writefile".equals(reply.data()) && super.suggestsHangup(reply);
	}

	// Said if no frame could be read (handle_recordfile in res/res_agi.c, 13 to master)
	@Override
	public boolean provesHangup(AgiReply reply) {
		return "hangup".equals(reply.data());
	}

}
