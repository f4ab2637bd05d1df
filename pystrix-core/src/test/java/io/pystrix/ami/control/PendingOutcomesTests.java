package io.pystrix.ami.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

import io.pystrix.ami.Manager;
import io.pystrix.ami.live.Events;
import io.pystrix.ami.message.AmiEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PendingOutcomesTests {

	@Test
	void whoBeginsToWaitBecauseOfAnEventIsNotToldOfIt() {
		ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
		try (Manager manager = Manager.builder().host("127.0.0.1").credentials("admin", "wordpass").build()) {
			PendingOutcomes outcomes = new PendingOutcomes(manager, timer, Runnable::run);
			List<CompletableFuture<AmiEvent>> later = new ArrayList<>();
			CompletableFuture<AmiEvent> first = outcomes.await((event) -> event);
			// As many as it takes for some to be found by whoever goes on looking
			first.thenRun(() -> IntStream.range(0, 100).forEach((i) -> later.add(outcomes.await((event) -> event))));
			outcomes.onEvent(Events.of("Event: QueueMemberPause", "Paused: 1"));
			assertThat(first).isCompleted();
			assertThat(later).hasSize(100).noneMatch(CompletableFuture::isDone);
			outcomes.onEvent(Events.of("Event: QueueMemberPause", "Paused: 0"));
			assertThat(later).allMatch((outcome) -> "0".equals(outcome.join().get("Paused")));
		}
		finally {
			timer.shutdownNow();
		}
	}

}
