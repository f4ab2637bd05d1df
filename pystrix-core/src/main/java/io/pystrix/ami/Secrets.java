package io.pystrix.ami;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.pystrix.internal.Printable;

/**
 * Shows messages to people and logs without what nobody may see there.
 */
final class Secrets {

	private static final String MASK = "******";

	private static final Set<String> NAMES = Set.of("secret", "password", "newpassword", "oldpassword", "md5cred",
			"passworddigest", "oauthsecret", "oauthclientid", "refreshtoken", "pin");

	/** A line of a configuration file in the value of another header. */
	private static final Pattern ASSIGNMENT = Pattern
		.compile("(?i)((?:secret|password|passwd|md5_?cred|pin)\\s*=>?\\s*).+");

	/** A variable, or a setting of a configuration file, that holds a secret. */
	private static final Pattern SECRET_VARIABLE = Pattern
		.compile("(?i).*(?:secret|passw|md5_?cred).*|(?:.*[^a-z])?pin(?:[^a-z].*)?", Pattern.DOTALL);

	private static final String VARIABLE = "variable";

	/** The settings of UpdateConfig, each with a number behind the hyphen. */
	private static final String SETTING = "var-";

	private Secrets() {
	}

	/** The lines of a message. */
	static String lines(Iterable<AmiHeader> headers) {
		return String.join("\r\n", shown(headers, Set.of()));
	}

	/** A message of either direction as one line. */
	static String line(AmiHeaders headers, Set<String> masked) {
		Set<String> names = masked;
		if ("Login".equalsIgnoreCase(headers.get("Action"))) {
			names = new HashSet<>(masked);
			names.add("key");
		}
		return String.join(" | ", shown(headers, names));
	}

	static String show(AmiAction<?> action) {
		// Elsewhere a key is one of the database
		Set<String> masked = action.name().equalsIgnoreCase("Login") ? Set.of("key") : Set.of();
		return action.name() + "[" + String.join(", ", shown(action.headers(), masked)) + "]";
	}

	private static List<String> shown(Iterable<AmiHeader> headers, Set<String> masked) {
		Set<String> values = valuesOfSecretVariables(headers);
		List<String> shown = new ArrayList<>();
		for (AmiHeader header : headers) {
			String name = header.name().toLowerCase(Locale.ROOT);
			boolean isMasked = NAMES.contains(name) || masked.contains(name) || values.contains(name);
			shown.add(show(header, isMasked));
		}
		return shown;
	}

	/** The names, in lower case, of the headers with values of such variables. */
	private static Set<String> valuesOfSecretVariables(Iterable<AmiHeader> headers) {
		Set<String> names = new HashSet<>();
		for (AmiHeader header : headers) {
			String name = header.name().toLowerCase(Locale.ROOT);
			boolean isVariable = name.equals(VARIABLE) || name.startsWith(SETTING);
			if (isVariable && SECRET_VARIABLE.matcher(header.value()).matches()) {
				names.add(name.equals(VARIABLE) ? "value" : "value-" + name.substring(SETTING.length()));
			}
		}
		return names;
	}

	private static String show(AmiHeader header, boolean isMasked) {
		String name = Printable.escaped(header.name());
		if (isMasked) {
			return name + ": " + MASK;
		}
		String value = Printable.escaped(ASSIGNMENT.matcher(header.value()).replaceAll("$1" + MASK));
		return name.isEmpty() ? value : name + ": " + value;
	}

}
