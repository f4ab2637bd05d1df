package io.pystrix.agi.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link ReplyReader} gets its lines from.
 */
public interface LineSource {

	/**
	 * Waits for a line.
	 * @return the line without its end, {@code null} if there will be none
	 * @throws IOException if reading fails
	 */
	@Nullable String next() throws IOException;

	/**
	 * Looks at the next line, if it is there without waiting.
	 * @return the line, {@code null} if it is not there
	 * @throws IOException if reading fails
	 */
	@Nullable String peek() throws IOException;

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
			public @Nullable String peek() {
				return lines.peek();
			}

		};
	}

}
