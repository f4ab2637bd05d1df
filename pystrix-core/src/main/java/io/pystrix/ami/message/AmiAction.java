package io.pystrix.ami.message;

import java.util.ArrayList;
import java.util.List;

import io.pystrix.ami.internal.RequestEncoder;
import org.jspecify.annotations.Nullable;

/**
 * An action to be sent to Asterisk. Immutable: the fluent methods of its subclasses
 * return a new action, so one may be kept, shared and sent any number of times.
 *
 * @param <R> what sending it returns
 * @since 0.1.0
 */
public abstract class AmiAction<R> {

	private final String name;

	private final List<AmiHeader> headers;

	/**
	 * Creates an action.
	 * @param name the name, such as {@code Ping}
	 * @param headers the headers without {@code Action}
	 * @throws IllegalArgumentException if the name or a header holds CR, LF or NUL, or
	 * the name of a header holds a colon
	 */
	protected AmiAction(String name, List<AmiHeader> headers) {
		RequestEncoder.checkValue("Action", name);
		for (AmiHeader header : headers) {
			RequestEncoder.checkName(header.name());
			RequestEncoder.checkValue(header.name(), header.value());
		}
		this.name = name;
		this.headers = List.copyOf(headers);
	}

	/**
	 * Starts any action, whether this library has a class for it or not.
	 * @param name the name
	 * @return the action without headers
	 * @throws IllegalArgumentException if the name holds CR, LF or NUL
	 */
	public static NamedAction named(String name) {
		return new NamedAction(name, List.of());
	}

	/**
	 * The name of the action.
	 * @return the name
	 */
	public final String name() {
		return this.name;
	}

	/**
	 * The headers in the order in which they are sent, without {@code Action}.
	 * @return the headers
	 */
	public final List<AmiHeader> headers() {
		return this.headers;
	}

	/**
	 * Returns the first value of a header.
	 * @param name the name, in any case
	 * @return the value; {@code null} if it is not set
	 */
	public final @Nullable String get(String name) {
		for (AmiHeader header : this.headers) {
			if (header.name().equalsIgnoreCase(name)) {
				return header.value();
			}
		}
		return null;
	}

	/**
	 * The classes of which a user needs one in {@code write}, to be allowed to send this
	 * action.
	 * @return the classes, such as {@code originate}; empty if every user may send it, or
	 * it is not known
	 */
	public List<String> privileges() {
		return List.of();
	}

	/**
	 * Whether Asterisk answers this action with a list of events.
	 * @return {@code true} if the result is ready only after the last of them
	 */
	public boolean isList() {
		return false;
	}

	/**
	 * The event that ends the list on releases that do not say
	 * {@code EventList: Complete}.
	 * @return the name, or {@code null} if there is none
	 */
	public @Nullable String completeEvent() {
		return null;
	}

	/**
	 * Whether a response stands for a list without items: some actions answer so, most of
	 * them by an error, where others send an empty list. May be called by the thread that
	 * reads the connection, so it must be quick.
	 * @param response the response, an error or not
	 * @return {@code true} to make the result of it without events
	 */
	public boolean isEmptyList(AmiResponse response) {
		return false;
	}

	/**
	 * Whether the message of a response begins in some way, for {@link #isEmptyList}.
	 * @param response the response
	 * @param beginning the beginning, in any case
	 * @return {@code true} if it does
	 */
	protected static boolean startsWith(AmiResponse response, String beginning) {
		String message = response.message();
		return message != null && message.regionMatches(true, 0, beginning, 0, beginning.length());
	}

	/**
	 * Makes the result. Runs on the thread of the caller, or on the Manager's executor
	 * for {@link io.pystrix.ami.Manager#sendActionAsync}.
	 * @param response the response, never an error but one that stands for an empty list
	 * @param events the events of the list in order, the last one included; empty for an
	 * action that has none, and for an {@linkplain #isEmptyList empty list}
	 * @return the result
	 */
	public abstract R result(AmiResponse response, List<AmiEvent> events);

	/**
	 * Returns the headers with one set, replacing those of the same name.
	 * @param name the name
	 * @param value the value
	 * @return a new list
	 */
	protected final List<AmiHeader> withHeader(String name, String value) {
		List<AmiHeader> changed = new ArrayList<>(this.headers);
		changed.removeIf((header) -> header.name().equalsIgnoreCase(name));
		changed.add(new AmiHeader(name, value));
		return changed;
	}

	/**
	 * Returns the headers with one more.
	 * @param name the name
	 * @param value the value
	 * @return a new list
	 */
	protected final List<AmiHeader> withAddedHeader(String name, String value) {
		List<AmiHeader> changed = new ArrayList<>(this.headers);
		changed.add(new AmiHeader(name, value));
		return changed;
	}

	/**
	 * Returns the headers with one more that holds a variable. Asterisk splits such a
	 * header at commas and takes quotes and backslashes away, so these are escaped.
	 * @param header the name of the header
	 * @param name the name of the variable
	 * @param value its value
	 * @return a new list
	 */
	protected final List<AmiHeader> withVariable(String header, String name, String value) {
		String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace(",", "\\,");
		return withAddedHeader(header, name + "=" + escaped);
	}

	/**
	 * Describes the action, with secrets masked.
	 */
	@Override
	public final String toString() {
		List<AmiHeader> message = new ArrayList<>(this.headers);
		message.add(0, new AmiHeader("Action", this.name));
		List<String> shown = AmiHeader.shown(message);
		return this.name + "[" + String.join(", ", shown.subList(1, shown.size())) + "]";
	}

}
