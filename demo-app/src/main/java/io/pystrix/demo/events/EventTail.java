package io.pystrix.demo.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.demo.stream.Section;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The last events, for pages. Events that were lost take numbers, too, so that a page
 * sees that there are some missing, wherever they were lost.
 */
@Component
class EventTail implements AmiEventCallback<AmiEvent> {

	private static final int CAPACITY = 250;

	private final Deque<EventItem> tail = new ArrayDeque<>(CAPACITY);

	private long count = 0;

	EventTail(Manager manager) {
		manager.registerCallback(AmiEvent.class, this, CallbackOptions.DEFAULTS.withName("page"));
	}

	@Override
	public void onEvent(AmiEvent event, Manager manager) {
		add(event);
	}

	private synchronized void add(AmiEvent event) {
		if (this.tail.size() == CAPACITY) {
			this.tail.remove();
		}
		this.tail.add(EventItem.of(++this.count, event));
	}

	@Override
	public synchronized void onEventsLost(EventsLostEvent event, Manager manager) {
		this.count += event.count();
	}

	private synchronized List<EventItem> list() {
		return List.copyOf(this.tail);
	}

	@Bean
	Section eventsSection() {
		return new Section("events", this::list);
	}

}
