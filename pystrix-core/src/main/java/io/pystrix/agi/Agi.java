package io.pystrix.agi;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One call, as its script sees it. Every method sends one command and blocks until
 * Asterisk has carried it out: {@code answer()} returns when the channel is up,
 * {@code streamFile(…)} when the file has been played.
 * <p>
 * All of them, unless said otherwise, throw
 * <ul>
 * <li>an {@link AgiHangupException} if the caller hangs up while they run, or the
 * connection is lost,
 * <li>an {@link AgiDeadChannelException} if the caller hung up before, and the command
 * needs one,
 * <li>another {@link AgiErrorException} if Asterisk does not carry the command out,
 * <li>an {@link IllegalArgumentException}, before anything is sent, if an argument cannot
 * be sent: carriage return, line feed and NUL never can.
 * </ul>
 * Usable by several threads, which then take turns: a session has one command in flight.
 * Arguments are never {@code null} unless marked. Keys are {@code 0} to {@code 9},
 * {@code *}, {@code #} and {@code A} to {@code D}.
 */
public interface Agi {

	/**
	 * Returns what Asterisk said about the call at its start.
	 * @return the environment, which never changes
	 */
	AgiEnvironment environment();

	/**
	 * Executes a command.
	 * @param <R> what it results in
	 * @param command the command
	 * @return the result
	 */
	<R> R execute(AgiCommand<R> command);

	/**
	 * Whether the caller is known to be gone. Looks at what has arrived since the last
	 * command, for at most a moment (a millisecond), so a script that is busy with other
	 * things may ask now and then. Throws nothing.
	 * @return whether the channel has hung up or the connection is lost
	 */
	boolean isHungUp();

	/**
	 * Has something run once as soon as the hang-up is noticed: at once if it has been
	 * already. It runs on the thread that notices. That is the thread of the script,
	 * within a method of this interface, unless the hang-up is told by other means than
	 * the session's own connection. Commands that work without a caller may be executed
	 * in it. An exception that it throws is logged and goes no further.
	 * @param callback what to run
	 */
	void onHangup(Runnable callback);

	/**
	 * Answers the call, if it is not answered yet.
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/answer/">ANSWER</a>
	 */
	void answer();

	/**
	 * Hangs up this call.
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/hangup/">HANGUP</a>
	 */
	void hangup();

	/**
	 * Hangs up another channel.
	 * @param channel the channel's name
	 * @throws AgiApplicationException if there is no such channel
	 */
	void hangup(String channel);

	/**
	 * Does nothing.
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/noop/">NOOP</a>
	 */
	void noop();

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
	 * Plays a sound file and collects keys, for as long after the prompt and between keys
	 * as the channel is set to (about 6 seconds).
	 * @param file the name without extension, empty for none
	 * @return what was entered
	 */
	DataInput getData(String file);

	/**
	 * Plays a sound file and collects keys until {@code #}.
	 * @param file the name without extension, empty for none
	 * @param timeout how long to wait for a key, to the millisecond; zero for what the
	 * channel is set to
	 * @return what was entered
	 */
	DataInput getData(String file, Duration timeout);

	/**
	 * Plays a sound file and collects keys until {@code #} or until there are enough.
	 * @param file the name without extension, empty for none
	 * @param timeout how long to wait for a key, to the millisecond; zero for what the
	 * channel is set to
	 * @param maxDigits how many keys are enough, at least 1
	 * @return what was entered
	 * @throws AgiApplicationException if there is no such file
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_data/">GET
	 * DATA</a>
	 */
	DataInput getData(String file, Duration timeout, int maxDigits);

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
	 * Says digits one by one; no key interrupts.
	 * @param digits the digits: a number first, then numbers, {@code *} and {@code #}
	 */
	default void sayDigits(String digits) {
		sayDigits(digits, "");
	}

	/**
	 * Says digits one by one.
	 * @param digits the digits: a number first, then numbers, {@code *} and {@code #}
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_digits/">SAY
	 * DIGITS</a>
	 */
	Optional<Character> sayDigits(String digits, String escapeDigits);

	/**
	 * Says a number; no key interrupts.
	 * @param number the number
	 */
	default void sayNumber(int number) {
		sayNumber(number, "");
	}

	/**
	 * Says a number.
	 * @param number the number
	 * @param escapeDigits the keys that stop it, may be empty
	 * @return the key that did, empty if everything was said
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/say_number/">SAY
	 * NUMBER</a>
	 */
	Optional<Character> sayNumber(int number, String escapeDigits);

	/**
	 * Reads a channel variable or dialplan function. Asterisk cuts the value after 1023
	 * bytes; {@link #getFullVariable} does not.
	 * @param name the name, such as {@code DIALSTATUS} or {@code CALLERID(num)}
	 * @return the value, which may be the empty text; empty if the variable is not set
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_variable/">GET
	 * VARIABLE</a>
	 */
	Optional<String> getVariable(String name);

	/**
	 * Evaluates an expression of any length on this channel.
	 * @param expression text in which <code>${…}</code> is replaced; a bare name stands
	 * for itself
	 * @return the text, which is empty where a variable is not set
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/get_full_variable/">GET
	 * FULL VARIABLE</a>
	 */
	Optional<String> getFullVariable(String expression);

	/**
	 * Sets a channel variable or dialplan function. Works after the hang-up.
	 * @param name the name, such as {@code RESULT} or {@code CALLERID(name)}
	 * @param value the value
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_variable/">SET
	 * VARIABLE</a>
	 */
	void setVariable(String name, String value);

	/**
	 * Writes a line to Asterisk's console at verbosity 1.
	 * @param message the line
	 */
	default void verbose(String message) {
		verbose(message, 1);
	}

	/**
	 * Writes a line to Asterisk's console. Works after the hang-up.
	 * @param message the line
	 * @param level the verbosity at which it is shown, 1 to 4
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/verbose/">VERBOSE</a>
	 */
	void verbose(String message, int level);

	/**
	 * Executes a dialplan application. Most applications report in a channel variable:
	 * {@code DIALSTATUS}, for instance.
	 * @param application the application, such as {@code Dial}
	 * @param options its arguments, which Asterisk reads separated by commas;
	 * {@code null} for one that is left empty
	 * @return what the application returned: 0, the code of a key, or -1 if it failed
	 * @throws AgiApplicationException if there is no such application
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/exec/">EXEC</a>
	 */
	int exec(String application, @Nullable String... options);

}
