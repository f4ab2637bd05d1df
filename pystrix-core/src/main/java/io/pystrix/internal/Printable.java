package io.pystrix.internal;

import org.jspecify.annotations.Nullable;

/**
 * Makes one harmless line of a text that somebody else has written, for logs and
 * messages: a line break in it would begin a line of its own in the log, and an escape
 * sequence would speak to the terminal of whoever reads it.
 *
 * @since 0.1.0
 */
public final class Printable {

	private static final int MAX_LENGTH = 2000;

	private Printable() {
	}

	/**
	 * Returns a text as one line of at most 2000 characters.
	 * @param text the text
	 * @return the text, with control characters and separators of lines as escapes
	 */
	public static String of(@Nullable Object text) {
		String whole = String.valueOf(text);
		if (whole.length() <= MAX_LENGTH) {
			return escaped(whole);
		}
		return escaped(whole.substring(0, MAX_LENGTH)) + "… (" + whole.length() + " characters)";
	}

	/**
	 * Returns a text as one line.
	 * @param text the text
	 * @return the text, with control characters and separators of lines as escapes
	 */
	public static String escaped(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isHarmful(text.charAt(i))) {
				return escapedFrom(text, i);
			}
		}
		return text;
	}

	private static String escapedFrom(String text, int first) {
		StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
		for (int i = first; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '\r' -> escaped.append("\\r");
				case '\n' -> escaped.append("\\n");
				case '\t' -> escaped.append("\\t");
				default -> {
					if (isHarmful(c)) {
						escaped.append(String.format("\\u%04x", (int) c));
					}
					else {
						escaped.append(c);
					}
				}
			}
		}
		return escaped.toString();
	}

	// Format characters turn the direction of the text that follows, or are not seen
	private static boolean isHarmful(char c) {
		return c < ' ' || c > '~' && switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
			default -> false;
		};
	}

}
