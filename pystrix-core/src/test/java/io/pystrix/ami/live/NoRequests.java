package io.pystrix.ami.live;

import java.util.List;
import java.util.function.Consumer;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import org.jspecify.annotations.Nullable;

/**
 * Answers nothing.
 */
final class NoRequests implements Requests {

	@Override
	public <E extends AmiEvent> void list(AmiAction<EventList<E>> action, Consumer<@Nullable List<E>> items) {
	}

}
