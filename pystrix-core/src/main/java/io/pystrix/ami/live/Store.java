package io.pystrix.ami.live;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind. Changed under the lock of the state, read without one.
 * <p>
 * While a list is on its way, events go on, and either may be the newer one. What an
 * event has touched since the list was asked for stays as the event left it: if the list
 * should be the newer one, the event that says so is still to come.
 *
 * @param <V> their type
 */
final class Store<V extends LiveObject> {

	private final Map<String, V> objects = new ConcurrentHashMap<>();

	private final Consumer<StateChange<?>> changes;

	// Not null while a list is on its way
	private @Nullable Set<String> touched;

	Store(Consumer<StateChange<?>> changes) {
		this.changes = changes;
	}

	List<V> all() {
		return List.copyOf(this.objects.values());
	}

	Optional<V> find(String id) {
		return Optional.ofNullable(this.objects.get(id));
	}

	@Nullable V get(String id) {
		return this.objects.get(id);
	}

	void put(V object) {
		touch(object.id());
		set(object);
	}

	/** Changes an object in what no event or list tells by itself. */
	void adjust(V object) {
		set(object);
	}

	/** Removes an object that no event tells to have gone; a list may bring it back. */
	void discard(String id) {
		clear(id);
	}

	void remove(String id) {
		touch(id);
		clear(id);
	}

	/** Removes an object whose last state is told to listeners. */
	void remove(V last) {
		touch(last.id());
		if (this.objects.remove(last.id()) != null) {
			this.changes.accept(new StateChange<>(last, null));
		}
	}

	/**
	 * Whether an event about something that is not here may be the first that is heard of
	 * it. Once the list is here, it is about something that has gone.
	 */
	boolean mayBeNew(String id) {
		return this.touched != null && !this.touched.contains(id);
	}

	/** Whether an event has told of it since the list was asked for. */
	boolean isTold(String id) {
		return this.touched != null && this.touched.contains(id);
	}

	void begin() {
		this.touched = new HashSet<>();
	}

	/** Gives up on the list: what is known stays as it is. */
	void fail() {
		this.touched = null;
	}

	/**
	 * Takes over a list.
	 * @param listed the items by their ids
	 * @param merge makes the object out of an item and of what is known
	 */
	<I> void complete(Map<String, I> listed, Merge<I, V> merge) {
		Set<String> touched = (this.touched != null) ? this.touched : Set.of();
		this.touched = null;
		listed.forEach((id, item) -> {
			V known = this.objects.get(id);
			if (known != null || !touched.contains(id)) {
				set(merge.merge(item, known, touched.contains(id)));
			}
		});
		for (String id : List.copyOf(this.objects.keySet())) {
			if (!listed.containsKey(id) && !touched.contains(id)) {
				clear(id);
			}
		}
	}

	private void touch(String id) {
		if (this.touched != null) {
			this.touched.add(id);
		}
	}

	private void set(V object) {
		V before = this.objects.put(object.id(), object);
		if (!object.equals(before)) {
			this.changes.accept(new StateChange<>(before, object));
		}
	}

	private void clear(String id) {
		V before = this.objects.remove(id);
		if (before != null) {
			this.changes.accept(new StateChange<>(before, null));
		}
	}

	/**
	 * Makes an object out of an item of a list and of what is known.
	 */
	@FunctionalInterface
	interface Merge<I, V> {

		/**
		 * Merges.
		 * @param item the item
		 * @param known what is known, {@code null} if nothing
		 * @param touched whether an event has told that since the list was asked for
		 */
		V merge(I item, @Nullable V known, boolean touched);

	}

}
