package io.pystrix.codegen;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A header of an action or event.
 *
 * @param name the name on the wire
 * @param accessor the name in Java
 * @param type the type of its value
 * @param word the enumeration, for that type
 * @param required whether it is always there
 * @param repeated whether it may come several times
 * @param escaped whether Asterisk escapes the text
 * @param placeholder whether Asterisk writes a placeholder for what it does not know
 * @param releases the releases that have it
 */
record HeaderSpec(String name, String accessor, ValueType type, @Nullable String word, boolean required,
		boolean repeated, boolean escaped, boolean placeholder, Releases releases) {

	static HeaderSpec of(String path, String name, String description) {
		List<String> words = List.of(description.split(" "));
		ValueType type = ValueType.of(path + "." + name, words.get(0));
		boolean required = false;
		boolean repeated = type == ValueType.VARIABLE;
		boolean escaped = false;
		boolean placeholder = false;
		String accessor = null;
		String since = null;
		String until = null;
		for (int i = 1; i < words.size(); i++) {
			switch (words.get(i)) {
				case "required" -> required = true;
				case "repeated" -> repeated = true;
				case "escaped" -> escaped = true;
				case "placeholder" -> placeholder = true;
				case "as" -> accessor = words.get(++i);
				case "since" -> since = words.get(++i);
				case "until" -> until = words.get(++i);
				default -> throw new IllegalArgumentException(
						"'" + path + "." + name + "' has the unknown word '" + words.get(i) + "'");
			}
		}
		if ((escaped || placeholder) && type != ValueType.TEXT && type != ValueType.VARIABLE
				|| placeholder && (required || repeated)) {
			throw new IllegalArgumentException("'" + path + "." + name
					+ "' must be text to be escaped, and one that may be absent to have a placeholder");
		}
		return new HeaderSpec(name, (accessor != null) ? accessor : JavaNames.accessor(name), type,
				(type == ValueType.WORD) ? words.get(0) : null, required, repeated, escaped, placeholder,
				new Releases(since, until));
	}

	/** A sentence on the releases, where not all of them have it. */
	String note() {
		return this.releases.areAll() ? "" : " Asterisk " + this.releases + ".";
	}

}
