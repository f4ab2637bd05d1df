package io.pystrix.ami.internal;

/**
 * Finds the line by which a message says what it is. Asterisk begins every event with
 * {@code Event} and every response with {@code Response} (main/manager.c, 13 to 23). A
 * proxy between may put headers of its own before, such as {@code Server: pbx1}.
 * <p>
 * Only whole headers may stand before that line. So plain text, which some actions print
 * instead of a response, becomes neither an event nor a response by what a line further
 * down holds.
 *
 * @since 0.1.0
 */
public final class MessageStart {

	private static final String EVENT = "Event:";

	private static final String RESPONSE = "Response:";

	private MessageStart() {
	}

	/**
	 * Finds the line.
	 * @param bytes the bytes that hold the message
	 * @param from where the message starts
	 * @param to where it ends, with the empty line
	 * @return where the line starts, or -1 if the message is neither an event nor a
	 * response
	 */
	public static int find(byte[] bytes, int from, int to) {
		int line = from;
		while (!isEvent(bytes, line, to) && !isResponse(bytes, line, to)) {
			if (!isHeader(bytes, line, to)) {
				return -1;
			}
			line = HeaderIndex.endOfLine(bytes, line, to) + 2;
		}
		return line;
	}

	/**
	 * Whether a line names an event.
	 * @param bytes the bytes that hold the message
	 * @param line where the line starts
	 * @param to where the message ends
	 * @return {@code true} if it does
	 */
	public static boolean isEvent(byte[] bytes, int line, int to) {
		return startsWith(bytes, line, to, EVENT);
	}

	private static boolean isResponse(byte[] bytes, int line, int to) {
		return startsWith(bytes, line, to, RESPONSE);
	}

	private static boolean startsWith(byte[] bytes, int line, int to, String text) {
		return to - line > text.length() && HeaderIndex.equalsIgnoreCase(bytes, line, text);
	}

	/**
	 * Returns where the name of an event starts.
	 * @param bytes the bytes that hold the message
	 * @param line where the line that names the event starts
	 * @return the first byte of the name
	 */
	public static int eventName(byte[] bytes, int line) {
		int name = line + EVENT.length();
		return (bytes[name] == ' ') ? name + 1 : name;
	}

	private static boolean isHeader(byte[] bytes, int line, int to) {
		int i = line;
		while (i < to && isOfAName(bytes[i])) {
			i++;
		}
		return i > line && i < to && bytes[i] == ':';
	}

	private static boolean isOfAName(byte c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
	}

}
