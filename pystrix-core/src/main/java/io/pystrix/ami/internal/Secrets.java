package io.pystrix.ami.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.pystrix.internal.AgiMask;
import io.pystrix.internal.Printable;
import io.pystrix.internal.SecretNames;
import io.pystrix.internal.TextMask;

/**
 * Shows messages to people and logs without what nobody may see there: the values of
 * headers whose names are secret, and of those that another header of the message names.
 *
 * @since 0.1.0
 */
public final class Secrets {

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

	/**
	 * Shows a message of either direction.
	 * @param headers its headers in wire order, {@code Action} included
	 * @param name the name of a header
	 * @param value the value of a header
	 * @param secret whether the value of a header, variable or key of some name is secret
	 * @param <H> what holds a header
	 * @return one text for each header
	 */
	public static <H> List<String> shown(Collection<H> headers, Function<H, String> name, Function<H, String> value,
			Predicate<String> secret) {
		Set<String> named = new HashSet<>();
		headers.forEach((header) -> addNamed(name.apply(header), value.apply(header), named, secret));
		return headers.stream().map((header) -> show(name.apply(header), value.apply(header), named, secret)).toList();
	}

	/** Adds the names, in lower case, of the headers that a header makes secret. */
	private static void addNamed(String header, String value, Set<String> named, Predicate<String> secret) {
		String name = header.toLowerCase(Locale.ROOT);
		switch (name) {
			// Elsewhere a key is one of the database
			case "action" -> addIf(value.equalsIgnoreCase("Login"), named, "key");
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

	private static String show(String header, String value, Set<String> named, Predicate<String> secret) {
		String name = Printable.escaped(header);
		if (named.contains(header.toLowerCase(Locale.ROOT)) || SecretNames.anyIn(header, secret)) {
			return name + ": " + SecretNames.MASK;
		}
		String shown = Printable.escaped(masked(header, value, secret));
		return name.isEmpty() ? shown : name + ": " + shown;
	}

	private static String masked(String header, String value, Predicate<String> secret) {
		return switch (header.toLowerCase(Locale.ROOT)) {
			// Of the CLI, or of AGI in the action AGI and in the events about it
			case "command" -> TextMask.cliCommand(AgiMask.ofCommand(value, secret, false), secret);
			case "result" -> AGI_DATA.matcher(value).replaceFirst("$1$2" + SecretNames.MASK);
			case "output", "" ->
				TextMask.assignments(DATABASE_VALUE.matcher(value).replaceFirst("$1" + SecretNames.MASK), secret);
			default -> TextMask.assignments(value, secret);
		};
	}

}
