package io.pystrix.agi.command;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.agi.AgiCommand;
import io.pystrix.agi.AgiReply;
import io.pystrix.agi.PlaybackControls;
import io.pystrix.agi.PlaybackStop;

/**
 * Plays a sound file that the caller may wind and pause. Results in the key that stopped
 * it, if any. That there is no such file is an
 * {@link io.pystrix.agi.AgiApplicationException}.
 * <p>
 * A key that winds or pauses does not stop. Asterisk sets the channel variables
 * {@code CPLAYBACKSTATUS}, {@code CPLAYBACKOFFSET} and {@code CPLAYBACKSTOPKEY}
 * (handle_controlstreamfile in res/res_agi.c, releases 13 to 23).
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/control_stream_file/">CONTROL
 * STREAM FILE</a>
 */
public final class ControlStreamFile extends AgiCommand<Optional<PlaybackStop>> {

	/**
	 * Plays a file with {@link PlaybackControls#DEFAULTS}.
	 * @param file the name without extension
	 * @param escapeDigits the keys that stop it, may be empty
	 */
	public ControlStreamFile(String file, String escapeDigits) {
		this(file, escapeDigits, PlaybackControls.DEFAULTS);
	}

	/**
	 * Plays a file.
	 * @param file the name without extension
	 * @param escapeDigits the keys that stop it, may be empty
	 * @param controls the keys that wind and pause, and where to start
	 */
	public ControlStreamFile(String file, String escapeDigits, PlaybackControls controls) {
		super("CONTROL STREAM FILE", file, Checks.keys(escapeDigits), skip(controls.skip()),
				Checks.keys(controls.forward()), Checks.keys(controls.rewind()), Checks.keys(controls.pause()),
				Checks.millis(controls.offset()));
	}

	private static int skip(Duration skip) {
		int millis = Checks.millis(skip);
		if (millis == 0) {
			throw new IllegalArgumentException("A key has to wind by more than nothing");
		}
		return millis;
	}

	@Override
	public Optional<PlaybackStop> result(AgiReply reply) {
		if ("0".equals(reply.result())) {
			return Optional.empty();
		}
		char key = Checks.key(reply);
		return Optional.of(new PlaybackStop(key, Duration.ofMillis(reply.itemAsLong("endpos"))));
	}

}
