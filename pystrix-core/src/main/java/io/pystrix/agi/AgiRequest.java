package io.pystrix.agi;

import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;

import io.pystrix.internal.Printable;
import org.jspecify.annotations.Nullable;

/**
 * What the dialplan asked for: with {@code AGI(agi://host/queue/sales?lang=de,one,two)}
 * the path is {@code queue/sales}, there is one parameter and there are two arguments.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class AgiRequest {

	private final AgiEnvironment environment;

	private final @Nullable SocketAddress remoteAddress;

	private final @Nullable ScriptMatch match;

	private final String path;

	private final Map<String, List<String>> parameters;

	private final List<String> args;

	private AgiRequest(AgiEnvironment environment, @Nullable SocketAddress remoteAddress, String script,
			boolean byArgument, ScriptRegistry scripts) {
		int question = script.indexOf('?');
		String path = (question < 0) ? script : script.substring(0, question);
		this.environment = environment;
		this.remoteAddress = remoteAddress;
		this.path = path.isEmpty() ? "/" : path;
		this.parameters = QueryString.parse((question < 0) ? "" : script.substring(question + 1));
		this.match = scripts.find(this.path).orElse(null);
		List<String> given = environment.args();
		boolean chosen = byArgument && this.match != null && this.match.script().pattern() != null;
		this.args = chosen ? given.subList(1, given.size()) : given;
	}

	/**
	 * Returns the request that an environment describes, with the script that a registry
	 * has for it.
	 * @param environment what Asterisk sent
	 * @param remoteAddress where from, {@code null} if not over a network
	 * @param scripts where to look up the script
	 * @return the request
	 */
	public static AgiRequest of(AgiEnvironment environment, @Nullable SocketAddress remoteAddress,
			ScriptRegistry scripts) {
		return new AgiRequest(environment, remoteAddress,
				Objects.requireNonNullElse(environment.get("agi_network_script"), ""), false, scripts);
	}

	/**
	 * Returns a request for which there is no address: its first argument takes the place
	 * of one, and with it the script is found. If that is another than the default
	 * script, the argument is no argument of the script.
	 * @param environment what Asterisk sent
	 * @param defaultPath the path if there is no first argument or it is empty, perhaps
	 * with a query; may be empty
	 * @param scripts where to look up the script
	 * @return the request
	 */
	public static AgiRequest byFirstArgument(AgiEnvironment environment, String defaultPath, ScriptRegistry scripts) {
		List<String> args = environment.args();
		boolean named = !args.isEmpty() && !args.get(0).isEmpty();
		return new AgiRequest(environment, null, named ? args.get(0) : defaultPath, named, scripts);
	}

	/**
	 * Returns the path of the address, which is what scripts are found by.
	 * @return the part between the host's {@code /} and the {@code ?}, not decoded;
	 * {@code /} if there is none
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Returns the arguments that the dialplan gave to AGI() after the address.
	 * @return the arguments in order, unmodifiable
	 */
	public List<String> args() {
		return this.args;
	}

	/**
	 * Returns the parameters of the address, decoded.
	 * @return names and their values, in the order given, unmodifiable; a parameter
	 * without {@code =} has the empty text as its value
	 */
	public Map<String, List<String>> parameters() {
		return this.parameters;
	}

	/**
	 * Returns the first value of a parameter.
	 * @param name the name
	 * @return the value, {@code null} if there is no such parameter
	 */
	public @Nullable String parameter(String name) {
		List<String> values = this.parameters.get(name);
		return (values != null) ? values.get(0) : null;
	}

	/**
	 * Returns how the path matched the pattern of the script.
	 * @return the match, empty for the default script
	 */
	public Optional<MatchResult> match() {
		return Optional.ofNullable(this.match).map(ScriptMatch::result);
	}

	/**
	 * Returns a group of the match.
	 * @param group the number of the group, 0 for all that matched
	 * @return what matched, {@code null} if the group took no part in the match or this
	 * is the default script
	 * @throws IndexOutOfBoundsException if the pattern has no such group
	 */
	public @Nullable String group(int group) {
		return (this.match != null) ? this.match.group(group) : null;
	}

	/**
	 * Returns a named group of the match.
	 * @param name the name of the group
	 * @return what matched, {@code null} if the group took no part in the match or this
	 * is the default script
	 * @throws IllegalArgumentException if the pattern has no such group
	 */
	public @Nullable String group(String name) {
		return (this.match != null) ? this.match.group(name) : null;
	}

	/**
	 * Returns the script that the path leads to.
	 * @return the script, empty if there is none
	 */
	public Optional<RegisteredScript> script() {
		return Optional.ofNullable(this.match).map(ScriptMatch::script);
	}

	/**
	 * Returns what Asterisk sent at the start of the call.
	 * @return the environment
	 */
	public AgiEnvironment environment() {
		return this.environment;
	}

	/**
	 * Returns where the call comes from.
	 * @return the address of the Asterisk, {@code null} if it is not reached over a
	 * socket
	 */
	public @Nullable SocketAddress remoteAddress() {
		return this.remoteAddress;
	}

	@Override
	public String toString() {
		return "AgiRequest[path=" + Printable.of(this.path) + ", channel=" + Printable.of(this.environment.channel())
				+ "]";
	}

}
