package io.pystrix.agi;

import java.util.Optional;

import io.pystrix.NotForImplementation;

/**
 * The commands that play and record. What holds for all commands is said at {@link Agi}.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiPlayback {

	/**
	 * Plays a sound file that no key interrupts.
	 * @param file the name without extension
	 * @throws AgiApplicationException if there is no such file
	 */
	default void streamFile(String file) {
		streamFile(file, "");
	}

	/**
	 * Plays a sound file from its start.
	 * @param file the name without extension
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if the file was played to its end
	 * @throws AgiApplicationException if there is no such file
	 */
	default Optional<DtmfInterrupt> streamFile(String file, String escapeDigits) {
		return streamFile(file, escapeDigits, 0);
	}

	/**
	 * Plays a sound file.
	 * @param file the name without extension
	 * @param escapeDigits the keys that stop it, may be empty
	 * @param offset where to start, in samples
	 * @return the key that stopped it, empty if the file was played to its end
	 * @throws AgiApplicationException if there is no such file
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/stream_file/">STREAM
	 * FILE</a>
	 */
	Optional<DtmfInterrupt> streamFile(String file, String escapeDigits, long offset);

	/**
	 * Plays a sound file that the caller may wind: {@code #} and {@code *} go 3 seconds.
	 * @param file the name without extension
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if the file was played to its end
	 * @throws AgiApplicationException if there is no such file
	 */
	default Optional<PlaybackStop> controlStreamFile(String file, String escapeDigits) {
		return controlStreamFile(file, escapeDigits, PlaybackControls.DEFAULTS);
	}

	/**
	 * Plays a sound file that the caller may wind and pause. A key that does so does not
	 * stop.
	 * @param file the name without extension
	 * @param escapeDigits the keys that stop it, may be empty
	 * @param controls the keys that wind and pause, and where to start
	 * @return the key that stopped it, empty if the file was played to its end
	 * @throws AgiApplicationException if there is no such file
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/control_stream_file/">CONTROL
	 * STREAM FILE</a>
	 */
	Optional<PlaybackStop> controlStreamFile(String file, String escapeDigits, PlaybackControls controls);

	/**
	 * Records what the caller says. If the caller hangs up, what was said till then is in
	 * the file.
	 * @param file the name without extension
	 * @param format the format, which is the extension as well, such as {@code wav}
	 * @param options what ends the recording and how it begins
	 * @return how it ended
	 * @throws AgiApplicationException if the file cannot be written
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/record_file/">RECORD
	 * FILE</a>
	 */
	Recording recordFile(String file, String format, RecordOptions options);

	/**
	 * Starts the music that the channel is set to, or stops any. Asterisk does not tell
	 * whether there is any.
	 * @param on whether to start
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_music/">SET
	 * MUSIC</a>
	 */
	void setMusic(boolean on);

	/**
	 * Starts music. Asterisk does not tell whether there is any.
	 * @param musicClass the class of {@code musiconhold.conf}
	 */
	void setMusic(String musicClass);

}
