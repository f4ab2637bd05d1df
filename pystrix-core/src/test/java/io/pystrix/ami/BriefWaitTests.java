package io.pystrix.ami;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class BriefWaitTests {

	private final BriefWait wait = new BriefWait();

	private final AtomicInteger looks = new AtomicInteger();

	@Test
	void nobodyIsWaitedForWhoseAnswersTakeLong() {
		learn(Duration.ofMillis(5), 50);
		await(false);
		assertThat(this.looks).hasValue(0);
	}

	@Test
	void whoAnswersAtOnceIsWaitedForButNotForEver() {
		learn(Duration.ofNanos(10_000), 50);
		await(false);
		int expected = (Runtime.getRuntime().availableProcessors() > 1) ? 1 : 0;
		assertThat(this.looks).hasValueGreaterThanOrEqualTo(expected);
	}

	@Test
	void withOthersUnderWayAnAnswerMayTakeLonger() {
		learn(Duration.ofNanos(200_000), 50);
		await(false);
		assertThat(this.looks).hasValue(0);
		await(false, 32);
		int expected = (Runtime.getRuntime().availableProcessors() > 1) ? 1 : 0;
		assertThat(this.looks).hasValueGreaterThanOrEqualTo(expected);
	}

	@Test
	void evenWithManyUnderWaySlowAnswersAreNotWaitedFor() {
		learn(Duration.ofMillis(1), 50);
		await(false, 1000);
		assertThat(this.looks).hasValue(0);
	}

	@Test
	void aFewSlowAnswersAreEnoughToStopIt() {
		learn(Duration.ofNanos(10_000), 50);
		learn(Duration.ofDays(1), 1);
		await(true);
		assertThat(this.looks).hasValue(0);
	}

	@Test
	void anAnswerWithoutATimeTeachesNothing() {
		this.wait.learn(null);
		await(false);
		assertThat(this.looks).hasValue(0);
	}

	private void learn(Duration roundTrip, int times) {
		for (int i = 0; i < times; i++) {
			this.wait.learn(roundTrip);
		}
	}

	private void await(boolean answered) {
		await(answered, 1);
	}

	private void await(boolean answered, int pending) {
		this.wait.await(() -> {
			this.looks.incrementAndGet();
			return answered;
		}, pending);
	}

}
