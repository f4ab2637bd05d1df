package io.pystrix.ami.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import io.pystrix.ami.internal.HeaderIndex;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an AMI message in wire order, duplicates included. They are kept as the
 * bytes that came, with an index made on first use; text is decoded when it is asked for.
 * Look-up ignores case, since Asterisk itself varies it. Immutable and safe for any
 * thread.
 *
 * @since 0.1.0
 */
public final class AmiHeaders implements Iterable<AmiHeader> {

	/** Listeners mostly read a header or two; an index takes as long as four searches. */
	private static final int SEARCHES_BEFORE_INDEX = 4;

	private final byte[] bytes;

	private final Charset charset;

	private volatile int @Nullable [] index;

	/** Threads may disagree about it: it decides how a header is found, not which. */
	private byte searches;

	private AmiHeaders(byte[] bytes, Charset charset) {
		this.bytes = bytes;
		this.charset = charset;
	}

	/**
	 * Makes headers from the bytes of a message.
	 * @param buffer holds the message, of which a copy is made
	 * @param from where the message begins
	 * @param to where it ends, after the empty line
	 * @param charset the charset of names and values
	 * @return the headers
	 * @throws IndexOutOfBoundsException if the range is not within the buffer
	 */
	public static AmiHeaders of(byte[] buffer, int from, int to, Charset charset) {
		Objects.checkFromToIndex(from, to, buffer.length);
		return new AmiHeaders(Arrays.copyOfRange(buffer, from, to), charset);
	}

	/**
	 * Makes headers from the text of a message, as a test does.
	 * @param lines the lines of the message, without their ends
	 * @return the headers
	 */
	public static AmiHeaders parse(String... lines) {
		return new AmiHeaders((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8),
				StandardCharsets.UTF_8);
	}

	/**
	 * Returns the first value of a header.
	 * @param name the name, in any case
	 * @return the value, perhaps empty; {@code null} if there is no such header
	 */
	public @Nullable String get(String name) {
		if (this.index == null && this.searches < SEARCHES_BEFORE_INDEX && HeaderIndex.isSearchable(name)) {
			this.searches++;
			long value = HeaderIndex.findValue(this.bytes, name);
			if (value >= 0) {
				return decode((int) (value >>> Integer.SIZE), (int) value);
			}
			if (isAscii(name)) {
				return null;
			}
		}
		int[] index = index();
		int header = find(index, name, 0);
		return (header < 0) ? null : value(index, header);
	}

	/**
	 * Returns all values of a header.
	 * @param name the name, in any case
	 * @return the values in wire order; empty if there is no such header
	 */
	public List<String> getAll(String name) {
		int[] index = index();
		List<String> values = new ArrayList<>();
		for (int header = find(index, name, 0); header >= 0;) {
			values.add(value(index, header));
			header = find(index, name, header + 1);
		}
		return List.copyOf(values);
	}

	/**
	 * Whether there is a header.
	 * @param name the name, in any case
	 * @return {@code true} if there is at least one of that name
	 */
	public boolean contains(String name) {
		return find(index(), name, 0) >= 0;
	}

	/**
	 * The number of headers, duplicates included.
	 * @return the number
	 */
	public int size() {
		return HeaderIndex.size(index());
	}

	@Override
	public Iterator<AmiHeader> iterator() {
		return toList().iterator();
	}

	/**
	 * Returns all headers.
	 * @return the headers in wire order
	 */
	public List<AmiHeader> toList() {
		int[] index = index();
		List<AmiHeader> headers = new ArrayList<>();
		for (int i = 0; i < HeaderIndex.size(index); i++) {
			headers.add(new AmiHeader(name(index, i), value(index, i)));
		}
		return List.copyOf(headers);
	}

	/**
	 * Returns the message as it came.
	 * @return a copy of the bytes, with the empty line that ends them
	 */
	public byte[] toByteArray() {
		return this.bytes.clone();
	}

	private int[] index() {
		int[] index = this.index;
		if (index == null) {
			index = HeaderIndex.of(this.bytes, 0, this.bytes.length);
			this.index = index;
		}
		return index;
	}

	private int find(int[] index, String name, int from) {
		int found = HeaderIndex.find(index, this.bytes, name, from);
		if (found >= 0 || isAscii(name)) {
			return found;
		}
		// The dialplan may name the headers of an event of its own in any language
		for (int i = from; i < HeaderIndex.size(index); i++) {
			if (name.equalsIgnoreCase(name(index, i))) {
				return i;
			}
		}
		return -1;
	}

	private static boolean isAscii(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) > 127) {
				return false;
			}
		}
		return true;
	}

	private String name(int[] index, int header) {
		return decode(HeaderIndex.nameStart(index, header), HeaderIndex.nameEnd(index, header));
	}

	private String value(int[] index, int header) {
		return decode(HeaderIndex.valueStart(index, header), HeaderIndex.valueEnd(index, header));
	}

	private String decode(int from, int to) {
		return new String(this.bytes, from, to - from, this.charset);
	}

	/**
	 * Shows the message, with secrets masked.
	 */
	@Override
	public String toString() {
		return String.join("\r\n", AmiHeader.shown(toList()));
	}

}
