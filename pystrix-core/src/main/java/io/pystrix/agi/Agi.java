package io.pystrix.agi;

import io.pystrix.NotForImplementation;
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
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface Agi extends AgiChannel, AgiPlayback, AgiInput, AgiSay, AgiVariables, AgiDatabase, AgiSpeech {

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
	 * @throws IllegalArgumentException if the command is longer than the Asterisk of this
	 * call reads, see {@link AgiCommand}; nothing has been sent then, and the session
	 * goes on
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
	 * Does nothing.
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/noop/">NOOP</a>
	 */
	void noop();

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

	/**
	 * Executes a routine of the dialplan.
	 * @param context the context
	 * @param extension the extension
	 * @param priority the number or the label to begin at
	 * @param arguments the arguments, which Asterisk reads separated by commas;
	 * {@code null} for one that is left empty
	 * @return whether it returned; what it did return is in the channel variable
	 * {@code GOSUB_RETVAL}
	 * @throws AgiApplicationException if there is no such routine
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/gosub/">GOSUB</a>
	 */
	GosubOutcome gosub(String context, String extension, String priority, @Nullable String... arguments);

}
