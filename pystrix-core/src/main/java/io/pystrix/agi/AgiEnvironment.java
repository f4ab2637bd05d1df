package io.pystrix.agi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

	// Each starts with a name and a colon. Most scripts ask for two or three of some
	// twenty, so that they are taken apart when they are asked for
	private final List<String> lines;

	private volatile @Nullable Map<String, String> variables;

	private final List<String> args;

	private AgiEnvironment(List<String> lines, @Nullable Map<String, String> variables, List<String> args) {
		this.lines = lines;
		this.variables = variables;
		this.args = args;
	}

	/**
	 * Returns an environment with the given variables.
	 * @param variables names and values as Asterisk sends them
	 * @return the environment
	 */
	public static AgiEnvironment of(Map<String, String> variables) {
		Map<String, String> copy = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
		TreeMap<Integer, String> args = new TreeMap<>();
		copy.forEach((name, value) -> addArg(args, name, value));
		return new AgiEnvironment(List.of(), copy, List.copyOf(args.values()));
	}

	/**
	 * Returns the environment that Asterisk sent.
	 * @param lines the lines, with or without blanks and line ends around them; what has
	 * no colon, or nothing before it, is passed over, and of two lines for a variable the
	 * later counts
	 * @return the environment
	 */
	public static AgiEnvironment parse(List<String> lines) {
		List<String> variables = new ArrayList<>(lines.size());
		TreeMap<Integer, String> args = new TreeMap<>();
		for (String line : lines) {
			String variable = line.strip();
			if (variable.indexOf(':') > 0) {
				variables.add(variable);
				if (variable.startsWith(ARGUMENT)) {
					addArg(args, name(variable), value(variable));
				}
			}
		}
		return new AgiEnvironment(variables, null, List.copyOf(args.values()));
	}

	/**
	 * Returns all variables.
	 * @return names ({@code agi_channel}, …) and values in the order sent, unmodifiable
	 */
	public Map<String, String> asMap() {
		Map<String, String> known = this.variables;
		if (known == null) {
			Map<String, String> read = new LinkedHashMap<>();
			this.lines.forEach((line) -> read.put(name(line), value(line)));
			known = Collections.unmodifiableMap(read);
			this.variables = known;
		}
		return known;
	}

	/**
	 * Returns a variable.
	 * @param name the whole name, such as {@code agi_channel}
	 * @return the value, {@code null} if it was not sent
	 */
	public @Nullable String get(String name) {
		Map<String, String> known = this.variables;
		if (known != null) {
			return known.get(name);
		}
		for (int i = this.lines.size() - 1; i >= 0; i--) {
			String line = this.lines.get(i);
			if (line.startsWith(name) && name.equals(name(line))) {
				return value(line);
			}
		}
		return null;
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
		return getOrEmpty("agi_request");
	}

	/**
	 * Returns the channel.
	 * @return the name, such as {@code PJSIP/100-00000001}
	 */
	public String channel() {
		return getOrEmpty("agi_channel");
	}

	/**
	 * Returns the unique id of the channel.
	 * @return the id, such as {@code 1795227302.97}
	 */
	public String uniqueid() {
		return getOrEmpty("agi_uniqueid");
	}

	/**
	 * Returns the technology of the channel.
	 * @return the technology, such as {@code PJSIP}
	 */
	public String type() {
		return getOrEmpty("agi_type");
	}

	/**
	 * Returns the language of the channel.
	 * @return the language, such as {@code en}
	 */
	public String language() {
		return getOrEmpty("agi_language");
	}

	/**
	 * Returns the version of Asterisk.
	 * @return the version
	 */
	public String version() {
		return getOrEmpty("agi_version");
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
		return getOrEmpty("agi_context");
	}

	/**
	 * Returns the extension of the dialplan.
	 * @return the extension, {@code h} after a hang-up
	 */
	public String extension() {
		return getOrEmpty("agi_extension");
	}

	/**
	 * Returns the priority in the dialplan.
	 * @return the priority
	 */
	public String priority() {
		return getOrEmpty("agi_priority");
	}

	/**
	 * Returns the account code of the channel.
	 * @return the code, empty if it has none
	 */
	public String accountCode() {
		return getOrEmpty("agi_accountcode");
	}

	/**
	 * Whether the channel's audio is offered too, as EAGI() does.
	 * @return whether there is audio
	 */
	public boolean isEnhanced() {
		return getOrEmpty("agi_enhanced").startsWith("1");
	}

	private String getOrEmpty(String name) {
		return Objects.requireNonNullElse(get(name), "");
	}

	private @Nullable String known(String name) {
		String value = getOrEmpty(name);
		return (value.isEmpty() || value.equals("unknown")) ? null : value;
	}

	private static String name(String line) {
		return line.substring(0, line.indexOf(':')).strip();
	}

	private static String value(String line) {
		return line.substring(line.indexOf(':') + 1).strip();
	}

	private static void addArg(Map<Integer, String> args, String name, String value) {
		if (name.startsWith(ARGUMENT) && name.length() < ARGUMENT.length() + 9) {
			String number = name.substring(ARGUMENT.length());
			if (!number.isEmpty() && number.chars().allMatch((c) -> c >= '0' && c <= '9')) {
				args.put(Integer.valueOf(number), value);
			}
		}
	}

	/**
	 * Shows all variables on one line.
	 */
	@Override
	public String toString() {
		return Printable.escaped(asMap().toString());
	}

}
