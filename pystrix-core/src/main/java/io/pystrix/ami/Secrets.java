package io.pystrix.ami;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

	private Secrets() {
	}

	/** The lines of a message. */
	static String lines(Iterable<AmiHeader> headers) {
		StringBuilder text = new StringBuilder();
		for (AmiHeader header : headers) {
			text.append(text.isEmpty() ? "" : "\r\n").append(show(header, false));
		}
		return text.toString();
	}

	static String show(AmiAction<?> action) {
		// Elsewhere a key is one of the database
		boolean keyIsSecret = action.name().equalsIgnoreCase("Login");
		return action.headers()
			.stream()
			.map((header) -> show(header, keyIsSecret))
			.collect(Collectors.joining(", ", action.name() + "[", "]"));
	}

	private static String show(AmiHeader header, boolean keyIsSecret) {
		String name = header.name().toLowerCase(Locale.ROOT);
		String shown = Printable.escaped(header.name());
		if (NAMES.contains(name) || keyIsSecret && name.equals("key")) {
			return shown + ": " + MASK;
		}
		String value = Printable.escaped(ASSIGNMENT.matcher(header.value()).replaceAll("$1" + MASK));
		return shown.isEmpty() ? value : shown + ": " + value;
	}

}
