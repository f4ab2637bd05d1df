package io.pystrix.ami.message;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The list of events that Asterisk answered an action with. Immutable.
 *
 * @param <E> the type of the items
 * @since 0.1.0
 */
public final class EventList<E extends AmiEvent> implements Iterable<E> {

	/**
	 * The end of a list whose count is always 1 in some releases, also of an empty list:
	 * main/db.c, 16.28 to 16.29, 18.14 to 18.15, 19.6 to 19.7 and 20.0.
	 */
	private static final String NOT_COUNTED = "DBGetTreeComplete";

	private final AmiResponse response;

	private final List<E> items;

	private final @Nullable AmiEvent complete;

	private EventList(AmiResponse response, List<E> items, @Nullable AmiEvent complete) {
		this.response = response;
		this.items = items;
		this.complete = complete;
	}

	/**
	 * Makes a list of what came for an action.
	 * @param type the type of the items; events of another type stay readable through
	 * {@link AmiEvent} only if that is the type
	 * @param response the response
	 * @param events the events in order, the last one being the one that ended the list;
	 * none if the response stands for an empty list
	 * @param <E> the type of the items
	 * @return the list
	 */
	public static <E extends AmiEvent> EventList<E> of(Class<E> type, AmiResponse response, List<AmiEvent> events) {
		if (events.isEmpty()) {
			return new EventList<>(response, List.of(), null);
		}
		int last = events.size() - 1;
		List<E> items = events.subList(0, last).stream().filter(type::isInstance).map(type::cast).toList();
		return new EventList<>(response, items, events.get(last));
	}

	/**
	 * The items in the order in which they came.
	 * @return the items
	 */
	public List<E> items() {
		return this.items;
	}

	/**
	 * The response that announced the list.
	 * @return the response
	 */
	public AmiResponse response() {
		return this.response;
	}

	/**
	 * The event that ended the list.
	 * @return the event; {@code null} if Asterisk answered by an error that there is
	 * nothing to list
	 */
	public @Nullable AmiEvent complete() {
		return this.complete;
	}

	/**
	 * The number of items that Asterisk announced, as it counts them.
	 * @return the number, or empty if it announced none
	 */
	public OptionalInt announced() {
		return (this.complete != null && !this.complete.name().equals(NOT_COUNTED)) ? this.complete.integer("ListItems")
				: OptionalInt.empty();
	}

	/**
	 * Whether the list is whole: as many items came as were announced, or no number was
	 * announced. A list that lacks items is logged at WARN as well.
	 * @return {@code false} if the counts differ
	 */
	public boolean isConsistent() {
		OptionalInt announced = announced();
		return announced.isEmpty() || announced.getAsInt() == this.items.size();
	}

	public int size() {
		return this.items.size();
	}

	public boolean isEmpty() {
		return this.items.isEmpty();
	}

	public Stream<E> stream() {
		return this.items.stream();
	}

	@Override
	public Iterator<E> iterator() {
		return this.items.iterator();
	}

	@Override
	public String toString() {
		return this.items.size() + " events, ended by "
				+ ((this.complete != null) ? this.complete.name() : "the response");
	}

}
