package io.pystrix.ami.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.jspecify.annotations.Nullable;

/**
 * A part with objects of one kind, which one list has all of.
 *
 * @param <E> the items of the list
 * @param <V> the objects
 */
abstract class ListedPart<E extends AmiEvent, V extends LiveObject> implements Part {

	private final Store<V> objects;

	ListedPart(Store<V> objects) {
		this.objects = objects;
	}

	/** The question for the list. */
	abstract AmiAction<EventList<E>> list();

	/** What an item tells, {@code null} if it tells nothing. */
	abstract @Nullable V object(E item);

	/** What an item makes of an object that is known. */
	V merged(V item, V known, boolean touched) {
		return touched ? known : item;
	}

	/** Whether what is not among the items does not exist. */
	boolean isWhole(List<E> items) {
		return true;
	}

	final Store<V> objects() {
		return this.objects;
	}

	@Override
	public final void begin() {
		this.objects.begin();
	}

	@Override
	public final void request(Requests requests) {
		requests.list(list(), this::complete);
	}

	private void complete(@Nullable List<E> items) {
		if (items == null || !isWhole(items)) {
			this.objects.fail();
			return;
		}
		Map<String, V> listed = new LinkedHashMap<>();
		for (E item : items) {
			V object = object(item);
			if (object != null) {
				listed.put(object.id(), object);
			}
		}
		this.objects.complete(listed, (item, known, touched) -> (known != null) ? merged(item, known, touched) : item);
	}

}
