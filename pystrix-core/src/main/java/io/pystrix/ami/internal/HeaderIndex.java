package io.pystrix.ami.internal;

import java.util.Arrays;

/**
 * Where the headers of a message lie in its bytes: four offsets each, for the start and
 * end of the name and of the value. A line without a colon is a header with an empty
 * name.
 *
 * @since 0.1.0
 */
public final class HeaderIndex {

	private static final int FIELDS = 4;

	private static final int TYPICAL_HEADERS = 24;

	/**
	 * Some of Asterisk's error texts end in a line feed of their own: those of
	 * CoreShowChannelMap in main/manager.c, 18.19 to 23, and others in res/res_pjsip.
	 */
	private static final String MESSAGE = "Message";

	/**
	 * The one header that Asterisk ends with a bare line feed, in the event of an agent
	 * who talks: apps/app_agent_pool.c, action_agents, 13 to 23.
	 */
	private static final String CALL_STARTED = "CallStarted";

	private static final String AGENTS = "Event: Agents\r\n";

	/** The header that follows it on the same line. */
	private static final String LOGGED_IN_TIME = "LoggedInTime";

	private HeaderIndex() {
	}

	/**
	 * Indexes the headers of a message.
	 * @param bytes the bytes that hold the message
	 * @param from where the message starts
	 * @param to where it ends, with or without the empty line
	 * @return the offsets
	 */
	public static int[] of(byte[] bytes, int from, int to) {
		int[] index = new int[TYPICAL_HEADERS * FIELDS];
		int used = 0;
		int line = from;
		while (line < to) {
			int end = endOfLine(bytes, line, to);
			int header = line;
			line = end + 2;
			if (isCallStarted(bytes, header, end)) {
				int first = endOfCallStarted(bytes, from, header, end);
				line = (first < end) ? first + 1 : line;
				end = first;
			}
			if (end > header) {
				if (used == index.length) {
					index = Arrays.copyOf(index, used * 2);
				}
				put(index, used, bytes, header, end);
				used += FIELDS;
			}
		}
		return (used == index.length) ? index : Arrays.copyOf(index, used);
	}

	static int endOfLine(byte[] bytes, int line, int to) {
		int i = Swar.indexOf(bytes, line, to, '\r');
		while (i < to - 1 && bytes[i + 1] != '\n') {
			i = Swar.indexOf(bytes, i + 1, to, '\r');
		}
		return (i < to - 1) ? i : to;
	}

	private static void put(int[] index, int at, byte[] bytes, int line, int end) {
		int colon = Swar.indexOf(bytes, line, end, ':');
		boolean named = colon < end;
		index[at] = line;
		index[at + 1] = (named) ? colon : line;
		index[at + 2] = (named) ? startOfValue(bytes, colon, end) : line;
		index[at + 3] = endOfValue(bytes, line, colon, index[at + 2], end);
	}

	private static boolean isCallStarted(byte[] bytes, int line, int end) {
		int colon = line + CALL_STARTED.length();
		return colon < end && bytes[colon] == ':' && equalsIgnoreCase(bytes, line, CALL_STARTED);
	}

	/** Where the header ends: at the bare line feed, or else with its line. */
	private static int endOfCallStarted(byte[] bytes, int message, int line, int end) {
		if (!startsWith(bytes, message, end, AGENTS)) {
			return end;
		}
		int i = line + CALL_STARTED.length() + 2;
		while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
			i++;
		}
		boolean isBare = i < end && bytes[i] == '\n' && startsWith(bytes, i + 1, end, LOGGED_IN_TIME);
		return (isBare) ? i : end;
	}

	static boolean startsWith(byte[] bytes, int from, int to, String text) {
		return to - from > text.length() && equalsIgnoreCase(bytes, from, text);
	}

	/**
	 * Asterisk writes one blank; any further one is the value's, as in indented output.
	 */
	private static int startOfValue(byte[] bytes, int colon, int end) {
		int start = colon + 1;
		return (start < end && bytes[start] == ' ') ? start + 1 : start;
	}

	private static int endOfValue(byte[] bytes, int line, int colon, int start, int end) {
		if (bytes[end - 1] == '\n' && colon - line == MESSAGE.length() && equalsIgnoreCase(bytes, line, MESSAGE)) {
			return withoutLineFeeds(bytes, start, end);
		}
		return end;
	}

	private static int withoutLineFeeds(byte[] bytes, int from, int to) {
		int end = to;
		while (end > from && bytes[end - 1] == '\n') {
			end--;
		}
		return end;
	}

	/**
	 * The number of headers.
	 * @param index an index
	 * @return how many headers it has
	 */
	public static int size(int[] index) {
		return index.length / FIELDS;
	}

	/**
	 * Finds a header by its name, ignoring case.
	 * @param index an index
	 * @param bytes the bytes that it was made from
	 * @param name the name to look for
	 * @param from the number of the first header to look at
	 * @return the number of the header, or -1
	 */
	public static int find(int[] index, byte[] bytes, String name, int from) {
		int length = name.length();
		for (int i = from * FIELDS; i < index.length; i += FIELDS) {
			if (index[i + 1] - index[i] == length && equalsIgnoreCase(bytes, index[i], name)) {
				return i / FIELDS;
			}
		}
		return -1;
	}

	/**
	 * Whether a header can be found without an index: not if it has no name, as a line
	 * without a colon, and not if it may stand in the middle of a line.
	 * @param name the name
	 * @return {@code true} for almost any
	 */
	public static boolean isSearchable(String name) {
		return !name.isEmpty() && name.indexOf(':') < 0 && !name.equalsIgnoreCase(LOGGED_IN_TIME);
	}

	/**
	 * Finds the first value of a header without an index of the message: for a header or
	 * two, making one takes longer.
	 * @param bytes the bytes of the message, with or without the empty line
	 * @param name the name, which {@link #isSearchable is searchable}
	 * @return where the value starts, in the higher half, and where it ends, in the lower
	 * one; or -1
	 */
	public static long findValue(byte[] bytes, String name) {
		int line = 0;
		int colon = name.length();
		while (colon < bytes.length) {
			int end = endOfLine(bytes, line, bytes.length);
			if (colon < end && bytes[colon] == ':' && equalsIgnoreCase(bytes, line, name)) {
				if (isCallStarted(bytes, line, end)) {
					end = endOfCallStarted(bytes, 0, line, end);
				}
				int start = startOfValue(bytes, colon, end);
				return ((long) start << Integer.SIZE) | endOfValue(bytes, line, colon, start, end);
			}
			line = end + 2;
			colon = line + name.length();
		}
		return -1;
	}

	public static int nameStart(int[] index, int header) {
		return index[header * FIELDS];
	}

	public static int nameEnd(int[] index, int header) {
		return index[header * FIELDS + 1];
	}

	public static int valueStart(int[] index, int header) {
		return index[header * FIELDS + 2];
	}

	public static int valueEnd(int[] index, int header) {
		return index[header * FIELDS + 3];
	}

	/**
	 * Whether the bytes from an offset on spell a name, ignoring the case of ASCII
	 * letters.
	 * @param bytes the bytes
	 * @param offset where to start
	 * @param name the name; the caller has checked that enough bytes are there
	 * @return {@code true} if they do
	 */
	public static boolean equalsIgnoreCase(byte[] bytes, int offset, String name) {
		for (int i = 0; i < name.length(); i++) {
			int a = bytes[offset + i];
			int b = name.charAt(i);
			if (a != b && (lower(a) != lower(b))) {
				return false;
			}
		}
		return true;
	}

	private static int lower(int c) {
		return (c >= 'A' && c <= 'Z') ? c + 32 : c;
	}

}
