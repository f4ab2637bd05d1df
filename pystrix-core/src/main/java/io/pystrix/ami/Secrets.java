package io.pystrix.ami;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.pystrix.internal.AgiMask;
import io.pystrix.internal.Printable;
import io.pystrix.internal.SecretNames;
import io.pystrix.internal.TextMask;

/**
 * Shows messages to people and logs without what nobody may see there: the values of
 * headers whose names are secret, and of those that another header of the message names.
 */
final class Secrets {

	/** The settings of UpdateConfig, each with a number behind the hyphen. */
	private static final String SETTING = "var-";

	/**
	 * The value that AGI reports for a variable or database key; which one it is, the
	 * message does not say. Percent-encoded by res/res_agi.c of all releases from 13 on.
	 */
	private static final Pattern AGI_DATA = Pattern
		.compile("((?:result=|result%3D)[^ %]*+(?: |%20))(?!\\(timeout\\)|%28timeout%29)(\\(|%28).*+");

	/** What the CLI prints of a database key, which it does not repeat (main/db.c). */
	private static final Pattern DATABASE_VALUE = Pattern.compile("(?i)(\\s*value\\s*:\\s*)\\S.*");

	private Secrets() {
	}

	/** The lines of a message. */
	static String lines(Iterable<AmiHeader> headers) {
		return String.join("\r\n", shown(headers, Set.of(), SecretNames.DEFAULT));
	}

	/** A message of either direction as one line. */
	static String line(AmiHeaders headers, Predicate<String> secret) {
		Set<String> others = "Login".equalsIgnoreCase(headers.get("Action")) ? Set.of("key") : Set.of();
		return String.join(" | ", shown(headers, others, secret));
	}

	static String show(AmiAction<?> action) {
		// Elsewhere a key is one of the database
		Set<String> others = action.name().equalsIgnoreCase("Login") ? Set.of("key") : Set.of();
		return action.name() + "[" + String.join(", ", shown(action.headers(), others, SecretNames.DEFAULT)) + "]";
	}

	static String show(AmiHeader header) {
		return show(header, false, SecretNames.DEFAULT);
	}

	private static List<String> shown(Iterable<AmiHeader> headers, Set<String> others, Predicate<String> secret) {
		Set<String> named = new HashSet<>(others);
		headers.forEach((header) -> addNamed(header, named, secret));
		List<String> shown = new ArrayList<>();
		for (AmiHeader header : headers) {
			shown.add(show(header, named.contains(header.name().toLowerCase(Locale.ROOT)), secret));
		}
		return shown;
	}

	/** Adds the names, in lower case, of the headers that a header makes secret. */
	private static void addNamed(AmiHeader header, Set<String> named, Predicate<String> secret) {
		String name = header.name().toLowerCase(Locale.ROOT);
		String value = header.value();
		switch (name) {
			case "variable" -> addIf(SecretNames.anyIn(value, secret), named, "value");
			case "family", "key" -> addIf(SecretNames.anyIn(value, secret), named, "val");
			case "application" -> addIf(AgiMask.takesPassword(value), named, "data", "appdata", "applicationdata");
			case "lastapplication" -> addIf(AgiMask.takesPassword(value), named, "lastdata");
			// The output of a command, as headers, in the releases before 14
			case "response" -> addIf(value.equals("Follows"), named, "value");
			default -> addIf(name.startsWith(SETTING) && SecretNames.anyIn(value, secret), named,
					"value-" + name.substring(Math.min(SETTING.length(), name.length())));
		}
	}

	private static void addIf(boolean isSecret, Set<String> named, String... names) {
		if (isSecret) {
			named.addAll(Set.of(names));
		}
	}

	private static String show(AmiHeader header, boolean isNamed, Predicate<String> secret) {
		String name = Printable.escaped(header.name());
		if (isNamed || SecretNames.anyIn(header.name(), secret)) {
			return name + ": " + SecretNames.MASK;
		}
		String value = Printable.escaped(value(header, secret));
		return name.isEmpty() ? value : name + ": " + value;
	}

	private static String value(AmiHeader header, Predicate<String> secret) {
		String value = header.value();
		return switch (header.name().toLowerCase(Locale.ROOT)) {
			// Of the CLI, or of AGI in the action AGI and in the events about it
			case "command" -> TextMask.cliCommand(AgiMask.ofCommand(value, secret, false), secret);
			case "result" -> AGI_DATA.matcher(value).replaceFirst("$1$2" + SecretNames.MASK);
			case "output", "" ->
				TextMask.assignments(DATABASE_VALUE.matcher(value).replaceFirst("$1" + SecretNames.MASK), secret);
			default -> TextMask.assignments(value, secret);
		};
	}

}
