package io.pystrix.agi;

import java.util.Optional;

import io.pystrix.NotForImplementation;

/**
 * The commands about channel variables and dialplan functions. What holds for all
 * commands is said at {@link Agi}.
 *
 * @since 0.1.0
 */
@NotForImplementation
public interface AgiVariables {

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

}
