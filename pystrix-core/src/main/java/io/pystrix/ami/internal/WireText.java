package io.pystrix.ami.internal;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Undoes what Asterisk does to some values before it sends them: it escapes a few, and
 * writes a placeholder where it does not know a party. Which headers these are is in the
 * schema.
 *
 * @since 0.1.0
 */
public final class WireText {

	/**
	 * What {@code ast_escape_c} of {@code main/utils.c} escapes, and the letters it
	 * writes behind the backslash, in the same order. The same in all releases from 13.5
	 * to 23.
	 */
	private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\'\"?";

	private static final String LETTERS = "abfnrtv\\'\"?";

	private WireText() {
	}

	/**
	 * Returns the text that Asterisk escaped. A text that {@code ast_escape_c} cannot
	 * have written comes from a release before 13.5 (or from a proxy) and is returned as
	 * it is.
	 * @param value the value as it came
	 * @return the text before it was escaped
	 */
	public static String unescape(String value) {
		int backslash = value.indexOf('\\');
		return (backslash >= 0 && isEscaped(value)) ? unescapeFrom(value, backslash) : value;
	}

	/**
	 * Returns the text that Asterisk escaped, see {@link #unescape}.
	 * @param value the value as it came; {@code null} if there is none
	 * @return the text before it was escaped; {@code null} if there is none
	 */
	public static @Nullable String unescaped(@Nullable String value) {
		return (value != null) ? unescape(value) : null;
	}

	/**
	 * Returns variables whose values Asterisk escaped. It does not escape their names.
	 * @param variables each as {@code name=value}
	 * @return the same with the values before they were escaped
	 */
	public static List<String> unescapedVariables(List<String> variables) {
		return variables.stream().map(WireText::unescapedVariable).toList();
	}

	private static String unescapedVariable(String variable) {
		int value = variable.indexOf('=') + 1;
		return variable.substring(0, value) + unescape(variable.substring(value));
	}

	/**
	 * Returns the number or name of a party, unless it is one of the placeholders for one
	 * that Asterisk does not know: {@code <unknown>} (main/manager_channels.c,
	 * main/manager.c, main/manager_bridges.c), {@code unknown} (apps/app_queue.c,
	 * main/manager_channels.c), {@code <no name>} (apps/app_meetme.c), or nothing at all
	 * (cel/cel_manager.c). All releases from 13 to 23 write them.
	 * @param value the value; {@code null} if there is none
	 * @return the value; {@code null} if there is none or it is a placeholder
	 */
	public static @Nullable String known(@Nullable String value) {
		if (value == null) {
			return null;
		}
		return switch (value) {
			case "", "<unknown>", "unknown", "<no name>" -> null;
			default -> value;
		};
	}

	private static boolean isEscaped(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '\\') {
				i++;
				if (i == value.length() || LETTERS.indexOf(value.charAt(i)) < 0) {
					return false;
				}
			}
			else if (ESCAPED.indexOf(c) >= 0) {
				return false;
			}
		}
		return true;
	}

	private static String unescapeFrom(String value, int backslash) {
		StringBuilder text = new StringBuilder(value.length()).append(value, 0, backslash);
		for (int i = backslash; i < value.length(); i++) {
			char c = value.charAt(i);
			text.append((c != '\\') ? c : ESCAPED.charAt(LETTERS.indexOf(value.charAt(++i))));
		}
		return text.toString();
	}

}
