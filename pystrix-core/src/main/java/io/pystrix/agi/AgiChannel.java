package io.pystrix.agi;

import java.time.Duration;
import java.util.Optional;

import io.pystrix.NotForImplementation;

/**
 * The commands about the call itself and where it goes. What holds for all commands is
 * said at {@link Agi}.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiChannel {

	/**
	 * Answers the call, if it is not answered yet.
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/answer/">ANSWER</a>
	 */
	void answer();

	/**
	 * Hangs up this call. Asterisk says so a moment later (some 50 ms), so that a command
	 * which follows at once may still work; commands that need no caller, such as
	 * {@code NOOP}, work on and never throw an {@link AgiHangupException}. A script that
	 * loops asks {@link Agi#isHungUp()}, or has {@link Agi#onHangup} tell it, which runs
	 * within the first command or question after the notice.
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
	 * Asks for the state of this channel.
	 * @return the state
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/channel_status/">CHANNEL
	 * STATUS</a>
	 */
	ChannelState channelStatus();

	/**
	 * Asks for the state of another channel.
	 * @param channel the channel's name
	 * @return the state, empty if there is no such channel
	 */
	Optional<ChannelState> channelStatus(String channel);

	/**
	 * Has this channel hang up after some time.
	 * @param time how long from now, to the millisecond; zero to not hang up
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_autohangup/">SET
	 * AUTOHANGUP</a>
	 */
	void setAutohangup(Duration time);

	/**
	 * Sets the number of the caller, who has no name then.
	 * @param number the number, out of which Asterisk leaves blanks, parentheses, dots
	 * and hyphens; no angle brackets
	 */
	void setCallerId(String number);

	/**
	 * Sets number and name of the caller.
	 * @param number the number, out of which Asterisk leaves blanks, parentheses, dots
	 * and hyphens; no angle brackets
	 * @param name the name
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_callerid/">SET
	 * CALLERID</a>
	 */
	void setCallerId(String number, String name);

	/**
	 * Sets the context in which the call goes on after the script. Asterisk does not
	 * check it.
	 * @param context the context
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_context/">SET
	 * CONTEXT</a>
	 */
	void setContext(String context);

	/**
	 * Sets the extension in which the call goes on after the script. Asterisk does not
	 * check it.
	 * @param extension the extension
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_extension/">SET
	 * EXTENSION</a>
	 */
	void setExtension(String extension);

	/**
	 * Sets the priority at which the call goes on after the script. Asterisk does not
	 * check it.
	 * @param priority the priority, at least 1
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/set_priority/">SET
	 * PRIORITY</a>
	 */
	void setPriority(int priority);

	/**
	 * Sets the label at which the call goes on after the script.
	 * @param label the label
	 * @throws AgiUsageException if there is no such label
	 */
	void setPriority(String label);

	/**
	 * Ends AsyncAGI: the call goes on in the dialplan. Does nothing to other scripts.
	 * Works after the hang-up.
	 * @see <a href=
	 * "https://docs.asterisk.org/Latest_API/API_Documentation/AGI_Commands/asyncagi_break/">ASYNCAGI
	 * BREAK</a>
	 */
	void asyncAgiBreak();

}
