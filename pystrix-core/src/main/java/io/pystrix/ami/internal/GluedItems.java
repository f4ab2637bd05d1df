package io.pystrix.ami.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the items of CoreShowChannelMap apart. In Asterisk 18.19 to 18.23, 20.4 to 20.8,
 * 21.0 to 21.3 (main/manager.c, action_coreshowchannelmap) each of them ends with CR LF
 * LF, so that all items and the event that ends the list are one message.
 *
 * @since 0.1.0
 */
public final class GluedItems {

	private static final String NEXT = "\nEvent: CoreShowChannelMap";

	private static final byte[] LINE_END = { '\r', '\n' };

	private GluedItems() {
	}

	/**
	 * Splits a message.
	 * @param message the bytes of the message with the empty line
	 * @return the items as messages of their own; the message itself if it is one already
	 */
	public static List<byte[]> of(byte[] message) {
		List<byte[]> items = new ArrayList<>();
		int start = 0;
		int line = HeaderIndex.endOfLine(message, 0, message.length) + 2;
		while (line < message.length) {
			if (HeaderIndex.startsWith(message, line, message.length, NEXT)) {
				items.add(withEmptyLine(message, start, line));
				start = line + 1;
			}
			line = HeaderIndex.endOfLine(message, line, message.length) + 2;
		}
		items.add(Arrays.copyOfRange(message, start, message.length));
		return items;
	}

	private static byte[] withEmptyLine(byte[] message, int start, int end) {
		byte[] item = Arrays.copyOfRange(message, start, end + LINE_END.length);
		System.arraycopy(LINE_END, 0, item, end - start, LINE_END.length);
		return item;
	}

}
