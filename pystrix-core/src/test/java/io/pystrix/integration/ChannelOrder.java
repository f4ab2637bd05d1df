package io.pystrix.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what two sessions of one Asterisk have seen: the same events, and those of a
 * channel in the same order. From 20.21, 22.11 and 23.5 on, {@code main/manager.c} has a
 * queue for each session, so that events which different threads raise come in different
 * orders.
 */
final class ChannelOrder {

	private static final String NO_CHANNEL = "";

	private ChannelOrder() {
	}

	/**
	 * Describes one difference, as thousands of events make no useful message.
	 * @param one events as {@link RawAmi#note} writes them
	 * @param other the events of the other session
	 */
	static Optional<String> firstDifference(List<String> one, List<String> other) {
		Map<String, List<String>> first = byChannel(one);
		Map<String, List<String>> second = byChannel(other);
		TreeSet<String> channels = new TreeSet<>(first.keySet());
		channels.addAll(second.keySet());
		return channels.stream()
			.filter((
					channel) -> !first.getOrDefault(channel, List.of()).equals(second.getOrDefault(channel, List.of())))
			.map((channel) -> "channel '%s': %s, but %s".formatted(channel, first.get(channel), second.get(channel)))
			.findFirst();
	}

	/** Events of no channel have no order, and nor has an answer that overtakes them. */
	private static Map<String, List<String>> byChannel(List<String> events) {
		Map<String, List<String>> channels = new TreeMap<>();
		for (String event : events) {
			String channel = event.startsWith("OriginateResponse ") ? NO_CHANNEL : event.split(" ", -1)[1];
			channels.computeIfAbsent(channel, (key) -> new ArrayList<>()).add(event);
		}
		channels.computeIfPresent(NO_CHANNEL, (key, unordered) -> unordered.stream().sorted().toList());
		return channels;
	}

}
