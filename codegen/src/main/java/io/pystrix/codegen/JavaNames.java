package io.pystrix.codegen;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.lang.model.SourceVersion;

/**
 * Spells Asterisk's names in Java: {@code CallerIDNum} becomes {@code callerIdNum}.
 */
final class JavaNames {

	private static final Pattern WORD = Pattern.compile("[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+");

	/** What every action or event has already, as a final method. */
	private static final Set<String> TAKEN = Set.of("name", "headers", "get", "getAll", "actionId", "getClass",
			"notify", "wait", "toString", "hashCode", "privilege", "timestamp", "systemName");

	private JavaNames() {
	}

	static String accessor(String header) {
		StringBuilder name = new StringBuilder();
		Matcher words = WORD.matcher(header);
		while (words.find()) {
			String word = words.group().toLowerCase(Locale.ROOT);
			name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
		}
		String accessor = name.toString();
		if (TAKEN.contains(accessor) || !SourceVersion.isName(accessor)) {
			throw new IllegalArgumentException("Header '" + header + "' needs a Java name of its own: as …");
		}
		return accessor;
	}

	/** Event and action names such as {@code AOC-D} hold what a class name must not. */
	static String type(String name, String suffix) {
		return name.replaceAll("[^A-Za-z0-9]", "") + suffix;
	}

}
