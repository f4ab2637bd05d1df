package io.pystrix.ami.live;

import java.util.List;
import java.util.function.Consumer;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.jspecify.annotations.Nullable;

/**
 * Asks Asterisk for lists.
 */
interface Requests {

	/**
	 * Asks for a list.
	 * @param action the action
	 * @param items is given the items, under the lock of the state; {@code null} if this
	 * Asterisk or its user has no such list. Never called if the connection was lost
	 * meanwhile
	 */
	<E extends AmiEvent> void list(AmiAction<EventList<E>> action, Consumer<@Nullable List<E>> items);

}
