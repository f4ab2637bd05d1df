package io.pystrix.demo.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.demo.stream.Item;

/**
 * An event in a list.
 *
 * @param id its number among all events; numbers that are missing were lost
 * @param at when it came
 * @param name its name
 * @param headers its other headers as lines, but for the class of its readers
 */
record EventItem(String id, Instant at, String name, List<String> headers) implements Item {

	private static final Set<String> LEFT_OUT = Set.of("Event", "Privilege");

	private static final int MAX_HEADERS = 60;

	private static final int MAX_LENGTH = 300;

	static EventItem of(long number, AmiEvent event) {
		List<String> headers = event.headers()
			.toList()
			.stream()
			.filter((header) -> !LEFT_OUT.contains(header.name()))
			.limit(MAX_HEADERS)
			.map(EventItem::line)
			.toList();
		return new EventItem(Long.toString(number), Instant.now(), event.name(), headers);
	}

	private static String line(AmiHeader header) {
		String text = header.name() + ": " + header.value();
		return (text.length() <= MAX_LENGTH) ? text : text.substring(0, MAX_LENGTH) + "…";
	}

}
