package io.pystrix.agi.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link ReplyReader} gets its lines from.
 *
 * @since 0.1.0
 */
public interface LineSource {

	/**
	 * Waits for a line.
	 * @return the line without its end, {@code null} if there will be none
	 * @throws IOException if reading fails
	 */
	@Nullable String next() throws IOException;

	/**
	 * Waits for a line of a reply that has begun, and has been sent as a whole.
	 * @return the line without its end, {@code null} if there will be none
	 * @throws IOException if reading fails
	 */
	@Nullable String rest() throws IOException;

	/**
	 * Whether anything has arrived that has not been returned, be it a part of a line.
	 * @param length the length of the reply so far, in characters; the rest of a long one
	 * may be on its way
	 * @return whether there is more
	 * @throws IOException if reading fails
	 */
	boolean goesOn(int length) throws IOException;

	/**
	 * Returns the lines of a text that has arrived as a whole.
	 * @param text the text, each of whose lines ends with a line feed
	 * @return its lines
	 */
	static LineSource of(String text) {
		Deque<String> lines = new ArrayDeque<>(List.of(text.split("\n", -1)));
		// Behind the last line feed there is no line
		if (text.isEmpty() || text.endsWith("\n")) {
			lines.removeLast();
		}
		return new LineSource() {

			@Override
			public @Nullable String next() {
				return lines.poll();
			}

			@Override
			public @Nullable String rest() {
				return lines.poll();
			}

			@Override
			public boolean goesOn(int length) {
				return !lines.isEmpty();
			}

		};
	}

}
