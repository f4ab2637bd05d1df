package io.pystrix.test.ami;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One message of a trace.
 *
 * @param bytes all its bytes, blank lines at its end included
 * @param frame what they mean
 */
record TraceMessage(byte[] bytes, AmiFrame frame) {

	/** One character is one byte, whatever the bytes mean. */
	private static final Charset BYTES = StandardCharsets.ISO_8859_1;

	private static final String LINE_END = "\r\n";

	private static final String MESSAGE_END = "\r\n\r\n";

	static List<TraceMessage> split(byte[] trace) {
		String text = new String(trace, BYTES);
		List<TraceMessage> messages = new ArrayList<>();
		int start = text.startsWith("Asterisk Call Manager") ? text.indexOf(LINE_END) + 2 : 0;
		for (int end = text.indexOf(MESSAGE_END, start); end >= 0; end = text.indexOf(MESSAGE_END, start)) {
			int next = end + MESSAGE_END.length();
			// Some messages of Asterisk end with more than one blank line
			while (text.startsWith(LINE_END, next)) {
				next += LINE_END.length();
			}
			messages.add(of(text.substring(start, next)));
			start = next;
		}
		return messages;
	}

	private static TraceMessage of(String text) {
		byte[] bytes = text.getBytes(BYTES);
		List<AmiFrame.Header> headers = Arrays.stream(new String(bytes, StandardCharsets.UTF_8).split(LINE_END))
			.filter((line) -> !line.isEmpty())
			.map(AmiFrame.Header::parse)
			.toList();
		return new TraceMessage(bytes, new AmiFrame(headers));
	}

	/**
	 * Tell whether it is an event that belongs to no list. Those of lists do not name
	 * their classes, but for {@code Status}.
	 */
	boolean isUnsolicited() {
		return this.frame.isEvent() && this.frame.get("Privilege") != null && !this.frame.name().equals("Status");
	}

	@Nullable String actionId() {
		return this.frame.get("ActionID");
	}

	/**
	 * The same bytes for who has asked by another id.
	 * @param actionId the id, or {@code null} if he gave none
	 */
	byte[] bytes(@Nullable String actionId) {
		String text = new String(this.bytes, BYTES);
		String line = (actionId != null)
				? "ActionID: " + new String(actionId.getBytes(StandardCharsets.UTF_8), BYTES) + LINE_END : "";
		String old = actionId();
		if (old != null) {
			String recorded = "ActionID: " + new String(old.getBytes(StandardCharsets.UTF_8), BYTES) + LINE_END;
			return replaceFirst(text, recorded, line).getBytes(BYTES);
		}
		// Asterisk has the id of a response on its second line
		return replaceFirst(text, LINE_END, LINE_END + line).getBytes(BYTES);
	}

	private static String replaceFirst(String text, String old, String replacement) {
		int at = text.indexOf(old);
		return (at < 0) ? text : text.substring(0, at) + replacement + text.substring(at + old.length());
	}

}
