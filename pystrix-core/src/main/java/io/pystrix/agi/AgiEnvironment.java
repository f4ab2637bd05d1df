package io.pystrix.agi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.pystrix.internal.Printable;
import io.pystrix.internal.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * What Asterisk says about a call when the session starts. The typed accessors cover what
 * every Asterisk sends; {@link #get} and {@link #asMap} give everything as it was sent.
 * The values come over an unauthenticated connection, and some of them from the caller's
 * own telephone: treat them as input.
 * <p>
 * Asterisk sends one line for each variable and does not escape line feeds in values, so
 * a caller's name or an argument with a line feed adds lines. {@link #forged} names the
 * variables that such lines pretend to be. By default the servers refuse a call that has
 * any.
 *
 * @since 0.1.0
 */
public final class AgiEnvironment {

	private static final String ARGUMENT = EnvironmentOrder.ARGUMENT;

	// Each starts with a name and a colon. Most scripts ask for two or three of some
	// twenty, so that they are taken apart when they are asked for
	private final List<String> lines;

	private volatile @Nullable Map<String, String> variables;

	private final List<String> args;

	private final List<String> forged;

	private AgiEnvironment(List<String> lines, @Nullable Map<String, String> variables, List<String> args,
			List<String> forged) {
		this.lines = lines;
		this.variables = variables;
		this.args = args;
		this.forged = forged;
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
		return new AgiEnvironment(List.of(), copy, List.copyOf(args.values()), List.of());
	}

	/**
	 * Returns the environment that Asterisk sent.
	 * @param lines the lines in the order received, with or without blanks and line ends
	 * around them. Lines that do not start with {@code agi_} or have no colon are
	 * ignored. Of several lines for a variable only the first one in its place counts, as
	 * do {@code agi_network_script} directly behind {@code agi_network} or as the very
	 * first line, and {@code agi_arg_1}, {@code agi_arg_2}, … behind {@code agi_threadid}
	 * @return the environment, with the variables that come twice or out of place in
	 * {@link #forged}
	 */
	public static AgiEnvironment parse(List<String> lines) {
		List<String> variables = new ArrayList<>(lines.size());
		for (String line : lines) {
			String variable = line.strip();
			if (variable.startsWith("agi_") && variable.indexOf(':') > 0) {
				variables.add(variable);
			}
		}
		EnvironmentOrder order = EnvironmentOrder.of(variables);
		List<String> args = new ArrayList<>();
		for (String line : order.lines()) {
			if (line.startsWith(EnvironmentOrder.ARGUMENT)) {
				args.add(value(line));
			}
		}
		return new AgiEnvironment(order.lines(), null, List.copyOf(args), order.forged());
	}

	/**
	 * Returns the names of the variables that Asterisk cannot have sent where they came,
	 * because they came twice or out of place: a value with a line feed made them up. A
	 * script sees a forged environment only if its server accepts them. It must not trust
	 * any value then: of a real and a forged line, the one in the right place may be the
	 * forged one.
	 * <p>
	 * An empty list does not prove that all lines are Asterisk's. The last argument can
	 * forge further ones, and any value can forge a variable whose name no release of
	 * Asterisk knows.
	 * @return the names in the order received, each once; empty if there are none, and
	 * always for an environment made by {@link #of}
	 */
	public List<String> forged() {
		return this.forged;
	}

	/**
	 * Returns all variables.
	 * @return names ({@code agi_channel}, …) and values in the order sent, unmodifiable
	 */
	public Map<String, String> asMap() {
		Map<String, String> known = this.variables;
		if (known == null) {
			Map<String, String> read = new LinkedHashMap<>();
			this.lines.forEach((line) -> read.put(EnvironmentOrder.name(line), value(line)));
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
		for (String line : this.lines) {
			if (EnvironmentOrder.isVariable(line, name)) {
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
		return Printable.escaped(new VariableMap(asMap()).toString());
	}

}
