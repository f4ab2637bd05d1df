package io.pystrix.agi;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.NotForImplementation;

/**
 * The commands that exchange keys and text with the caller. What holds for all commands
 * is said at {@link Agi}.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiInput {

	/**
	 * Plays a sound file and collects keys, for 6 seconds after the prompt and 2 seconds
	 * after each key.
	 * @param file the name without extension, empty for none
	 * @return what was entered
	 */
	DataInput getData(String file);

	/**
	 * Plays a sound file and collects keys until {@code #}.
	 * @param file the name without extension, empty for none
	 * @param timeout how long to wait for a key, to the millisecond; zero for 6 seconds
	 * until the first and 2 seconds after each
	 * @return what was entered
	 */
	DataInput getData(String file, Duration timeout);

	/**
	 * Plays a sound file and collects keys until {@code #} or until there are enough.
	 * @param file the name without extension, empty for none
	 * @param timeout how long to wait for a key, to the millisecond; zero for 6 seconds
	 * until the first and 2 seconds after each
	 * @param maxDigits how many keys are enough, at least 1
	 * @return what was entered
	 * @throws AgiApplicationException if there is no such file
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_data/">GET
	 * DATA</a>
	 */
	DataInput getData(String file, Duration timeout, int maxDigits);

	/**
	 * Plays a sound file, then waits for a key for as long as the channel is set to,
	 * about 5 seconds. Do not use this on a channel that is not in the dialplan: Asterisk
	 * 13 to 23 crashes.
	 * @param file the name without extension
	 * @param escapeDigits the keys to choose from
	 * @return the key, empty if none of those was pressed
	 */
	Optional<DtmfInterrupt> getOption(String file, String escapeDigits);

	/**
	 * Plays a sound file, then waits for a key.
	 * @param file the name without extension
	 * @param escapeDigits the keys to choose from
	 * @param timeout how long to wait after the file, to the millisecond
	 * @return the key, empty if none of those was pressed
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_option/">GET
	 * OPTION</a>
	 */
	Optional<DtmfInterrupt> getOption(String file, String escapeDigits, Duration timeout);

	/**
	 * Waits for a key for as long as it takes.
	 * @return the key
	 */
	char waitForDigit();

	/**
	 * Waits for a key.
	 * @param timeout how long, to the millisecond
	 * @return the key, empty if none was pressed in time
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/wait_for_digit/">WAIT
	 * FOR DIGIT</a>
	 */
	Optional<Character> waitForDigit(Duration timeout);

	/**
	 * Receives a character of text.
	 * @param timeout how long to wait, to the millisecond; zero for as long as it takes
	 * @return the character, empty if none came in time or the channel does not carry
	 * text
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/receive_char/">RECEIVE
	 * CHAR</a>
	 */
	Optional<Character> receiveChar(Duration timeout);

	/**
	 * Receives a text message.
	 * @param timeout how long to wait, to the millisecond; zero for as long as it takes
	 * @return the text, empty if none came in time or the channel does not carry text
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/receive_text/">RECEIVE
	 * TEXT</a>
	 */
	Optional<String> receiveText(Duration timeout);

	/**
	 * Sends a text message, where the channel can. That it cannot is no error.
	 * @param text the text
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/send_text/">SEND
	 * TEXT</a>
	 */
	void sendText(String text);

	/**
	 * Sends an image, where the channel can. That it cannot is no error.
	 * @param image the name without extension
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/send_image/">SEND
	 * IMAGE</a>
	 */
	void sendImage(String image);

	/**
	 * Sets what the channel does with text telephones.
	 * @param setting the mode
	 * @return whether the channel can
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/tdd_mode/">TDD
	 * MODE</a>
	 */
	boolean tddMode(TddSetting setting);

}
