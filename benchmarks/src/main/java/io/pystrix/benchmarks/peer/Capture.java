package io.pystrix.benchmarks.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an Asterisk 22 sent while it handled twelve short calls.
 */
public final class Capture {

	private static final String RESOURCE = "/ami-flood.raw";

	private static final String MESSAGE_END = "\r\n\r\n";

	private Capture() {
	}

	/**
	 * All messages, without the greeting.
	 * @return the bytes of each message, with its empty line
	 */
	public static List<byte[]> messages() {
		// One byte, one character: the cuts are byte-exact
		String text = new String(read(), StandardCharsets.ISO_8859_1);
		List<byte[]> messages = new ArrayList<>();
		int start = text.indexOf("\r\n") + 2;
		int end = text.indexOf(MESSAGE_END, start);
		while (end >= 0) {
			int next = end + MESSAGE_END.length();
			messages.add(text.substring(start, next).getBytes(StandardCharsets.ISO_8859_1));
			start = next;
			end = text.indexOf(MESSAGE_END, start);
		}
		return messages;
	}

	/**
	 * The events among the messages.
	 * @return the bytes of each event, with its empty line
	 */
	public static List<byte[]> events() {
		return messages().stream().filter((message) -> message[0] == 'E').toList();
	}

	/**
	 * Joins messages to one piece.
	 * @param messages the messages
	 * @return their bytes
	 */
	public static byte[] join(List<byte[]> messages) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		messages.forEach(joined::writeBytes);
		return joined.toByteArray();
	}

	private static byte[] read() {
		try (@Nullable
		InputStream in = Capture.class.getResourceAsStream(RESOURCE)) {
			if (in == null) {
				throw new IllegalStateException(RESOURCE + " is missing");
			}
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
