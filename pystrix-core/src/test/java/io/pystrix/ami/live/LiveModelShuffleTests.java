package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import io.pystrix.ami.event.BridgeDestroyEvent;
import io.pystrix.ami.event.BridgeLeaveEvent;
import io.pystrix.ami.event.ChannelEvent;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events in other orders than they were captured in, as far as Asterisk leaves them open,
 * and events that never come.
 */
class LiveModelShuffleTests {

	private static final Set<String> OFTEN_MISSED = Set.of("BridgeLeave", "BridgeDestroy", "QueueCallerLeave",
			"ConfbridgeLeave", "ParkedCallGiveUp");

	@Property(tries = 400)
	void orderOfEventsOfDifferentChannelsMakesNoDifference(@ForAll("captures") String capture, @ForAll long seed) {
		Random random = new Random(seed);
		List<AmiEvent> events = membershipEvents(capture);
		List<AmiEvent> prefix = events.subList(0, random.nextInt(events.size() + 1));
		LiveModel expected = model();
		prefix.forEach(expected::apply);
		LiveModel actual = model();
		shuffled(prefix, random).forEach(actual::apply);
		assertThat(Facts.difference(Facts.membership(expected), Facts.membership(actual))).isEmpty();
	}

	@Property(tries = 400)
	void nothingIsLeftWhateverTheOrder(@ForAll("captures") String capture, @ForAll long seed) {
		LiveModel model = model();
		shuffled(Events.captured(capture), new Random(seed)).forEach(model::apply);
		Facts.areNothing(model);
		Facts.areConsistent(model);
	}

	@Property(tries = 400)
	void nothingIsLeftOfCallsWhoseEventsDoNotAllCome(@ForAll("captures") String capture, @ForAll long seed) {
		Random random = new Random(seed);
		LiveModel model = model();
		for (AmiEvent event : Events.captured(capture)) {
			if (!OFTEN_MISSED.contains(event.name()) || random.nextBoolean()) {
				model.apply(event);
			}
		}
		Facts.areNothing(model);
		Facts.areConsistent(model);
	}

	@Property(tries = 200)
	void nothingIsLeftOfTrafficWhoseEventsDoNotAllCome(@ForAll long seed) {
		Random random = new Random(seed);
		Traffic traffic = new Traffic(random);
		List<AmiEvent> events = new ArrayList<>(traffic.events(200));
		events.addAll(traffic.end());
		LiveModel model = model();
		for (AmiEvent event : events) {
			if (!OFTEN_MISSED.contains(event.name()) || random.nextBoolean()) {
				model.apply(event);
			}
		}
		Facts.areNothing(model);
		Facts.areConsistent(model);
	}

	@Provide
	Arbitrary<String> captures() {
		return Arbitraries.of(Events.CAPTURES);
	}

	private static LiveModel model() {
		return new LiveModel((change) -> {
		}, new NoRequests());
	}

	private static List<AmiEvent> membershipEvents(String capture) {
		Set<String> names = Set.of("Newchannel", "Newstate", "Newexten", "Hangup", "BridgeCreate", "BridgeEnter",
				"BridgeLeave", "BridgeDestroy");
		return Events.captured(capture).stream().filter((event) -> names.contains(event.name())).toList();
	}

	/** Lets each event overtake others that it may overtake. */
	private static List<AmiEvent> shuffled(List<AmiEvent> events, Random random) {
		List<AmiEvent> shuffled = new ArrayList<>();
		for (AmiEvent event : events) {
			int place = shuffled.size();
			while (place > 0 && mayOvertake(event, shuffled.get(place - 1)) && random.nextInt(4) != 0) {
				place--;
			}
			shuffled.add(place, event);
		}
		return shuffled;
	}

	private static boolean mayOvertake(AmiEvent later, AmiEvent earlier) {
		if (later instanceof HangupEvent && earlier instanceof BridgeLeaveEvent
				|| later instanceof BridgeDestroyEvent && earlier instanceof BridgeLeaveEvent
				|| later instanceof HangupEvent && earlier instanceof HangupEvent) {
			return later instanceof BridgeDestroyEvent || !Objects.equals(channel(later), channel(earlier));
		}
		return channel(later) != null && channel(earlier) != null && !channel(later).equals(channel(earlier))
				&& !later.headers().contains("BridgeUniqueid");
	}

	private static @Nullable String channel(AmiEvent event) {
		return (event instanceof ChannelEvent) ? event.get("Uniqueid") : null;
	}

}
