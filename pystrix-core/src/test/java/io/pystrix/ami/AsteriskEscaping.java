package io.pystrix.ami;

/**
 * How Asterisk escapes some values: {@code ast_escape_c} in main/utils.c, and before 13.5
 * not at all.
 */
public final class AsteriskEscaping {

	private AsteriskEscaping() {
	}

	public static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		for (char c : text.toCharArray()) {
			switch (c) {
				case 7 -> escaped.append("\\a");
				case 8 -> escaped.append("\\b");
				case 12 -> escaped.append("\\f");
				case 10 -> escaped.append("\\n");
				case 13 -> escaped.append("\\r");
				case 9 -> escaped.append("\\t");
				case 11 -> escaped.append("\\v");
				case 92 -> escaped.append("\\\\");
				case 39 -> escaped.append("\\'");
				case 34 -> escaped.append("\\\"");
				case 63 -> escaped.append("\\?");
				default -> escaped.append(c);
			}
		}
		return escaped.toString();
	}

}
