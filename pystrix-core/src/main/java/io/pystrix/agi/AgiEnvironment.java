package io.pystrix.agi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;

/**
 * What Asterisk says about a call when the session starts. The typed accessors cover what
 * every Asterisk sends; {@link #get} and {@link #asMap} give everything as it was sent.
 * The values come over an unauthenticated connection, and some of them from the caller's
 * own telephone: treat them as input.
 */
public final class AgiEnvironment {

	private static final String ARGUMENT = "agi_arg_";

	private final Map<String, String> variables;

	private final List<String> args;

	private AgiEnvironment(Map<String, String> variables) {
		this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
		this.args = readArgs(this.variables);
	}

	/**
	 * Returns an environment with the given variables.
	 * @param variables names and values as Asterisk sends them
	 * @return the environment
	 */
	public static AgiEnvironment of(Map<String, String> variables) {
		return new AgiEnvironment(variables);
	}

	/**
	 * Returns all variables.
	 * @return names ({@code agi_channel}, …) and values in the order sent, unmodifiable
	 */
	public Map<String, String> asMap() {
		return this.variables;
	}

	/**
	 * Returns a variable.
	 * @param name the whole name, such as {@code agi_channel}
	 * @return the value, {@code null} if it was not sent
	 */
	public @Nullable String get(String name) {
		return this.variables.get(name);
	}

	/**
	 * Returns the arguments that the dialplan gave to AGI() after the address.
	 * @return the arguments in their numeric order, unmodifiable
	 */
	public List<String> args() {
		return this.args;
	}

	/**
	 * Returns the address that the dialplan called.
	 * @return a URL, the path of a program, or {@code async}
	 */
	public String request() {
		return value("agi_request");
	}

	/**
	 * Returns the channel.
	 * @return the name, such as {@code PJSIP/100-00000001}
	 */
	public String channel() {
		return value("agi_channel");
	}

	/**
	 * Returns the unique id of the channel.
	 * @return the id, such as {@code 1795227302.97}
	 */
	public String uniqueid() {
		return value("agi_uniqueid");
	}

	/**
	 * Returns the technology of the channel.
	 * @return the technology, such as {@code PJSIP}
	 */
	public String type() {
		return value("agi_type");
	}

	/**
	 * Returns the language of the channel.
	 * @return the language, such as {@code en}
	 */
	public String language() {
		return value("agi_language");
	}

	/**
	 * Returns the version of Asterisk.
	 * @return the version
	 */
	public String version() {
		return value("agi_version");
	}

	/**
	 * Returns the number of the caller.
	 * @return the number, {@code null} if it is not known
	 */
	public @Nullable String callerId() {
		return known("agi_callerid");
	}

	/**
	 * Returns the name of the caller.
	 * @return the name, {@code null} if it is not known
	 */
	public @Nullable String callerIdName() {
		return known("agi_calleridname");
	}

	/**
	 * Returns the number that was dialled.
	 * @return the number, {@code null} if it is not known
	 */
	public @Nullable String dnid() {
		return known("agi_dnid");
	}

	/**
	 * Returns the number that redirected the call.
	 * @return the number, {@code null} if there is none
	 */
	public @Nullable String rdnis() {
		return known("agi_rdnis");
	}

	/**
	 * Returns the context of the dialplan.
	 * @return the context
	 */
	public String context() {
		return value("agi_context");
	}

	/**
	 * Returns the extension of the dialplan.
	 * @return the extension, {@code h} after a hang-up
	 */
	public String extension() {
		return value("agi_extension");
	}

	/**
	 * Returns the priority in the dialplan.
	 * @return the priority
	 */
	public String priority() {
		return value("agi_priority");
	}

	/**
	 * Returns the account code of the channel.
	 * @return the code, empty if it has none
	 */
	public String accountCode() {
		return value("agi_accountcode");
	}

	/**
	 * Whether the channel's audio is offered too, as EAGI() does.
	 * @return whether there is audio
	 */
	public boolean isEnhanced() {
		return value("agi_enhanced").startsWith("1");
	}

	private String value(String name) {
		return this.variables.getOrDefault(name, "");
	}

	private @Nullable String known(String name) {
		String value = value(name);
		return (value.isEmpty() || value.equals("unknown")) ? null : value;
	}

	private static List<String> readArgs(Map<String, String> variables) {
		TreeMap<Integer, String> ordered = new TreeMap<>();
		variables.forEach((name, value) -> {
			if (name.startsWith(ARGUMENT) && name.length() < ARGUMENT.length() + 9) {
				String number = name.substring(ARGUMENT.length());
				if (!number.isEmpty() && number.chars().allMatch((c) -> c >= '0' && c <= '9')) {
					ordered.put(Integer.valueOf(number), value);
				}
			}
		});
		return List.copyOf(ordered.values());
	}

	/**
	 * Shows all variables on one line.
	 */
	@Override
	public String toString() {
		return Printable.escaped(this.variables.toString());
	}

}
