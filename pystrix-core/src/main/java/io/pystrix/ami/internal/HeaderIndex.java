package io.pystrix.ami.internal;

import java.util.Arrays;

/**
 * Where the headers of a message lie in its bytes: four offsets each, for the start and
 * end of the name and of the value. A line without a colon is a header with an empty
 * name.
 */
public final class HeaderIndex {

	private static final int FIELDS = 4;

	private static final int TYPICAL_HEADERS = 24;

	/** Some of Asterisk's error texts end in a line feed of their own. */
	private static final String MESSAGE = "Message";

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
			if (end > line) {
				if (used == index.length) {
					index = Arrays.copyOf(index, used * 2);
				}
				put(index, used, bytes, line, end);
				used += FIELDS;
			}
			line = end + 2;
		}
		return (used == index.length) ? index : Arrays.copyOf(index, used);
	}

	private static int endOfLine(byte[] bytes, int line, int to) {
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
	 * Finds the first value of a header without an index of the message: for a header or
	 * two, making one takes longer.
	 * @param bytes the bytes of the message, with or without the empty line
	 * @param name the name, not empty and without a colon
	 * @return where the value starts, in the higher half, and where it ends, in the lower
	 * one; or -1
	 */
	public static long findValue(byte[] bytes, String name) {
		int line = 0;
		int colon = name.length();
		while (colon < bytes.length) {
			int end = endOfLine(bytes, line, bytes.length);
			if (colon < end && bytes[colon] == ':' && equalsIgnoreCase(bytes, line, name)) {
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
