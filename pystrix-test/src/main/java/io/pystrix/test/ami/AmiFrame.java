package io.pystrix.test.ami;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One AMI message: headers in wire order, repeated ones included. Immutable, and safe to
 * share between threads.
 * <p>
 * Nothing is checked or escaped: a test may want to send what Asterisk should never send,
 * such as a line feed inside a value (which Asterisk does send).
 *
 * @param headers the headers in wire order; a header with an empty name is a line without
 * a colon
 * @since 0.1.0
 */
public record AmiFrame(List<Header> headers) {

	public AmiFrame {
		headers = List.copyOf(headers);
	}

	/**
	 * Start an event.
	 * @param name the event's name, for example {@code Hangup}
	 * @return a frame whose only header is {@code Event}
	 */
	public static AmiFrame event(String name) {
		return new AmiFrame(List.of(new Header("Event", name)));
	}

	/**
	 * Start a response.
	 * @param result {@code Success}, {@code Error}, {@code Goodbye} or anything a test
	 * wants
	 * @return a frame whose only header is {@code Response}
	 */
	public static AmiFrame response(String result) {
		return new AmiFrame(List.of(new Header("Response", result)));
	}

	/**
	 * Start a frame without any header.
	 * @return the empty frame, which on the wire is one blank line
	 */
	public static AmiFrame empty() {
		return new AmiFrame(List.of());
	}

	/**
	 * Take a frame from a text, as it stands in a log or in Asterisk's documentation:
	 * <pre class="code">
	 * AmiFrame.parse("""
	 *     Event: Hangup
	 *     Privilege: call,all
	 *     Channel: PJSIP/100-00000001
	 *     """)
	 * </pre>
	 * @param text a header on each line, ended by any line end; blank lines do not count
	 * @return the frame
	 */
	public static AmiFrame parse(String text) {
		return new AmiFrame(text.lines().filter((line) -> !line.isBlank()).map(Header::parse).toList());
	}

	/**
	 * Append a header; one of the same name stays where it is.
	 * @param name the header's name
	 * @param value its value; turned into text by {@link String#valueOf(Object)}
	 * @return a new frame with the header at the end
	 */
	public AmiFrame with(String name, Object value) {
		return inserted(this.headers.size(), name, String.valueOf(value));
	}

	/**
	 * Append all headers of another frame.
	 * @param other the frame to take the headers from
	 * @return a new frame
	 */
	public AmiFrame with(AmiFrame other) {
		List<Header> all = new ArrayList<>(this.headers);
		all.addAll(other.headers);
		return new AmiFrame(all);
	}

	AmiFrame inserted(int index, String name, String value) {
		List<Header> all = new ArrayList<>(this.headers);
		all.add(Math.min(index, all.size()), new Header(name, value));
		return new AmiFrame(all);
	}

	/**
	 * Look up the first header of a name.
	 * @param name the name, in any case
	 * @return the value, or {@code null} if there is no such header
	 */
	public @Nullable String get(String name) {
		for (Header header : this.headers) {
			if (header.name().equalsIgnoreCase(name)) {
				return header.value();
			}
		}
		return null;
	}

	/**
	 * Look up a header that may be absent.
	 * @param name the name, in any case
	 * @param fallback what to return when there is no such header
	 * @return the first value, or the fallback
	 */
	public String get(String name, String fallback) {
		String value = get(name);
		return (value != null) ? value : fallback;
	}

	/**
	 * Look up every header of a name.
	 * @param name the name, in any case
	 * @return the values in wire order; empty if there is none
	 */
	public List<String> getAll(String name) {
		return this.headers.stream()
			.filter((header) -> header.name().equalsIgnoreCase(name))
			.map(Header::value)
			.toList();
	}

	/**
	 * Tell whether this is an event, which only the first header decides.
	 * @return {@code true} if the first header is {@code Event}
	 */
	public boolean isEvent() {
		return startsWith("Event");
	}

	/**
	 * Tell whether this is a response, which only the first header decides.
	 * @return {@code true} if the first header is {@code Response}
	 */
	public boolean isResponse() {
		return startsWith("Response");
	}

	private boolean startsWith(String name) {
		return !this.headers.isEmpty() && this.headers.get(0).name().equalsIgnoreCase(name);
	}

	/**
	 * The first header's value: an event's name, a response's result.
	 * @return the value, or an empty string for the empty frame
	 */
	public String name() {
		return this.headers.isEmpty() ? "" : this.headers.get(0).value();
	}

	/**
	 * The message as Asterisk writes it, blank line included.
	 * @return the bytes, text in UTF-8
	 */
	public byte[] toBytes() {
		return toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The message as Asterisk writes it, blank line included.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.headers.forEach((header) -> text.append(header).append("\r\n"));
		return text.append("\r\n").toString();
	}

	/**
	 * One line of a message.
	 *
	 * @param name the name; empty for a line without a colon
	 * @param value the value without the blanks that led it
	 * @since 0.1.0
	 */
	public record Header(String name, String value) {

		static Header parse(String line) {
			int colon = line.indexOf(':');
			if (colon < 0) {
				return new Header("", line);
			}
			int start = colon + 1;
			while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
				start++;
			}
			return new Header(line.substring(0, colon), line.substring(start));
		}

		@Override
		public String toString() {
			return this.name.isEmpty() ? this.value : this.name + ": " + this.value;
		}

	}

}
