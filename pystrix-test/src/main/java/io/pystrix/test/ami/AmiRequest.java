package io.pystrix.test.ami;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An action that a client sent.
 *
 * @param session the number of the connection it came over, counted from 1 since the
 * simulator was built
 * @param frame every header, in wire order
 * @since 0.1.0
 */
public record AmiRequest(int session, AmiFrame frame) {

	/**
	 * The action's name. As in Asterisk an {@code Action} header without a value does not
	 * count.
	 * @return the name as the client wrote it; empty if the client gave none
	 */
	public String action() {
		return this.frame.getAll("Action").stream().filter((value) -> !value.isEmpty()).findFirst().orElse("");
	}

	/**
	 * The action's id.
	 * @return the id, or {@code null} if the client gave none or an empty one
	 */
	public @Nullable String actionId() {
		String id = this.frame.get("ActionID");
		return (id == null || id.isEmpty()) ? null : id;
	}

	/**
	 * Look up the first header of a name.
	 * @param name the name, in any case
	 * @return the value, or {@code null} if there is no such header
	 */
	public @Nullable String get(String name) {
		return this.frame.get(name);
	}

	/**
	 * Look up a header that may be absent.
	 * @param name the name, in any case
	 * @param fallback what to return when there is no such header
	 * @return the first value, or the fallback
	 */
	public String get(String name, String fallback) {
		return this.frame.get(name, fallback);
	}

	/**
	 * Look up every header of a name.
	 * @param name the name, in any case
	 * @return the values in wire order; empty if there is none
	 */
	public List<String> getAll(String name) {
		return this.frame.getAll(name);
	}

}
