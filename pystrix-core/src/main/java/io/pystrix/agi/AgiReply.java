package io.pystrix.agi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.internal.Printable;
import io.pystrix.internal.SecretNames;
import org.jspecify.annotations.Nullable;

/**
 * What Asterisk answered to one command.
 *
 * @param code the reply code, 200 for a command that was carried out
 * @param result what follows {@code result=} up to the next blank; may be empty, and is
 * empty if the reply has no result
 * @param data the text in parentheses after the result, with its line breaks and inner
 * parentheses; {@code null} if there is none
 * @param items every {@code key=value} pair, {@code result} included, in the order sent
 * @param lines the lines as they arrived, without line ends
 * @since 0.1.0
 */
public record AgiReply(int code, String result, @Nullable String data, Map<String, String> items, List<String> lines) {

	/**
	 * Keeps unmodifiable copies of what it is given.
	 */
	public AgiReply {
		// Most replies have a result and nothing else, and one item has no order to keep
		items = (items.size() == 1) ? Map.copyOf(items) : Collections.unmodifiableMap(new LinkedHashMap<>(items));
		lines = List.copyOf(lines);
	}

	/**
	 * Returns the whole reply as text.
	 * @return the lines, joined by line feeds
	 */
	public String text() {
		return String.join("\n", this.lines);
	}

	/**
	 * Returns the result as a number.
	 * @return the number
	 * @throws AgiApplicationException if the result is not a number
	 */
	public int resultAsInt() {
		return (int) number(this.result);
	}

	/**
	 * Returns a numeric item.
	 * @param key the item, such as {@code endpos}
	 * @return the number
	 * @throws AgiApplicationException if there is no such item or it is not a number
	 */
	public long itemAsLong(String key) {
		return number(this.items.get(key));
	}

	private long number(@Nullable String value) {
		try {
			return Long.parseLong((value != null) ? value : "");
		}
		catch (NumberFormatException ex) {
			throw new AgiApplicationException("Not a number in reply '" + shown() + "'", this.items);
		}
	}

	/**
	 * Describes the reply without its data, which may be a secret.
	 */
	@Override
	public String toString() {
		return "AgiReply[" + shown() + "]";
	}

	private String shown() {
		String text = text();
		boolean isHarmless = this.data == null || this.data.equals("timeout");
		int start = isHarmless ? -1 : text.indexOf('(');
		return Printable.of((start >= 0) ? text.substring(0, start) + "(" + SecretNames.MASK + ")" : text);
	}

}
