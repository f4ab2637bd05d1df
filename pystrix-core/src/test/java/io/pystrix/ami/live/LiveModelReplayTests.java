package io.pystrix.ami.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.function.Consumer;

import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a real Asterisk has told, and what a made-up one tells, seen from the beginning
 * and from any moment on.
 */
class LiveModelReplayTests {

	static final List<String> CAPTURES = Events.CAPTURES;

	@ParameterizedTest
	@FieldSource("CAPTURES")
	void nothingContradictsAnythingElseAtAnyMomentAndNothingIsLeftOfCallsThatAreOver(String capture) {
		LiveModel model = new LiveModel((change) -> {
		}, new NoRequests());
		for (AmiEvent event : Events.captured(capture)) {
			model.apply(event);
			Facts.areConsistent(model);
		}
		Facts.areNothing(model);
	}

	@Property(tries = 60)
	void whoComesLaterKnowsTheSameOfWhatWasCaptured(@ForAll("captures") String capture, @ForAll long seed) {
		everyoneKnowsTheSame(Events.captured(capture), new Random(seed));
	}

	@Property(tries = 60)
	void whoComesLaterKnowsTheSameOfTraffic(@ForAll long seed) {
		everyoneKnowsTheSame(new Traffic(new Random(seed)).events(150), new Random(seed));
	}

	/**
	 * The last known channel of a bridge hung up, but it had left before, and others were
	 * in it of which only a list that was still on its way could tell.
	 */
	@ParameterizedTest
	@ValueSource(longs = 86)
	void whatWasFoundOnceIsNotFoundAgain(long seed) {
		whoComesLaterKnowsTheSameOfTraffic(seed);
	}

	@Property(tries = 60)
	void trafficIsConsistentAndEnds(@ForAll long seed) {
		LiveModel model = new LiveModel((change) -> {
		}, new NoRequests());
		Traffic traffic = new Traffic(new Random(seed));
		for (AmiEvent event : traffic.events(300)) {
			model.apply(event);
			Facts.areConsistent(model);
		}
		traffic.end().forEach(model::apply);
		Facts.areNothing(model);
	}

	@Provide
	Arbitrary<String> captures() {
		return Arbitraries.of(CAPTURES);
	}

	private static void everyoneKnowsTheSame(List<AmiEvent> events, Random random) {
		List<SortedSet<String>> facts = new ArrayList<>();
		List<Lists> lists = new ArrayList<>();
		LiveModel truth = new LiveModel((change) -> {
		}, new NoRequests());
		for (int i = 0; i <= events.size(); i++) {
			facts.add(Facts.of(truth));
			lists.add(Lists.of(truth));
			if (i < events.size()) {
				truth.apply(events.get(i));
			}
		}
		for (int asked = 0; asked <= events.size(); asked++) {
			Delivery delivery = new Delivery(asked, lists, random);
			int known = random.nextBoolean() ? 0 : random.nextInt(asked + 1);
			LiveModel model = new LiveModel((change) -> {
			}, new NoRequests());
			events.subList(0, known).forEach(model::apply);
			model.parts().forEach(Part::begin);
			model.parts().forEach((part) -> part.request(delivery));
			int compared = 0;
			for (int i = asked; i <= events.size(); i++) {
				delivery.at(i);
				if (delivery.isSettled(i) && (compared < 3 || i == events.size())) {
					compared++;
					assertThat(Facts.difference(facts.get(i), Facts.of(model)))
						.as("known until %d, asked at %d, now at %d, %s", known, asked, i, delivery)
						.isEmpty();
					Facts.areConsistent(model);
				}
				if (i < events.size()) {
					model.apply(events.get(i));
				}
			}
		}
	}

	/**
	 * Answers each question with a list of any later moment at any later moment.
	 */
	private static final class Delivery implements Requests {

		private final List<Lists> lists;

		private final Random random;

		private final List<Answer> pending = new ArrayList<>();

		private final StringBuilder told = new StringBuilder();

		private int now;

		private int settled = 0;

		Delivery(int asked, List<Lists> lists, Random random) {
			this.now = asked;
			this.lists = lists;
			this.random = random;
		}

		@Override
		public <E extends AmiEvent> void list(AmiAction<EventList<E>> action, Consumer<@Nullable List<E>> items) {
			int truth = later();
			int delivered = later();
			this.told.append(action.name() + " of " + truth + " delivered at " + delivered + " ");
			this.settled = Math.max(this.settled, Math.max(truth, delivered));
			this.pending.add(new Answer(delivered, () -> this.lists.get(truth).answer(action, items)));
		}

		private int later() {
			int latest = this.lists.size() - 1 - this.now;
			// Near moments are the more interesting ones
			return this.now + this.random.nextInt(1 + (this.random.nextBoolean() ? latest : Math.min(latest, 12)));
		}

		void at(int moment) {
			this.now = moment;
			boolean more = true;
			while (more) {
				List<Answer> due = this.pending.stream().filter((answer) -> answer.at() <= moment).toList();
				this.pending.removeAll(due);
				due.forEach((answer) -> answer.task().run());
				more = !due.isEmpty();
			}
		}

		boolean isSettled(int moment) {
			return this.pending.isEmpty() && moment >= this.settled;
		}

		@Override
		public String toString() {
			return this.told.toString();
		}

		private record Answer(int at, Runnable task) {

		}

	}

}
