package io.pystrix.integration;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.ami.action.HangupMatchingAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.live.AsteriskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many calls, seen through a connection that is cut again and again. The system property
 * {@code pystrix.live.soak.calls} says how many calls, {@code pystrix.live.soak.seed}
 * when the connection is cut.
 */
@RealAsterisk.Required
@Timeout(600)
class LiveStateSoakIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(LiveStateSoakIntegrationTests.class);

	private static final int CALLS = Integer.getInteger("pystrix.live.soak.calls", 5000);

	private static final long SEED = Long.getLong("pystrix.live.soak.seed", System.nanoTime());

	private static final int AT_ONCE = 50;

	private static final int WAVES = 5;

	private static final ReconnectPolicy FAST = ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(20),
			Duration.ofMillis(200));

	private final Random random = new Random(SEED);

	@Test
	void stateIsWhatAsteriskSaysHoweverOftenTheConnectionIsCut() throws Exception {
		log.info("Seed {}", SEED);
		int cuts = 0;
		try (AmiProxy proxy = new AmiProxy();
				Manager direct = RealAsterisk.builder().build();
				Manager cut = RealAsterisk.builder().host("127.0.0.1").port(proxy.port()).reconnect(FAST).build();
				AsteriskState state = new AsteriskState(cut)) {
			direct.connect();
			cut.connect();
			for (int wave = 0; wave < WAVES; wave++) {
				List<CompletableFuture<OriginateResult>> staying = staying(direct);
				for (int begun = 0; begun < CALLS / WAVES; begun += AT_ONCE) {
					List<CompletableFuture<OriginateResult>> calls = Stream.generate(() -> call(direct, "echo"))
						.limit(AT_ONCE)
						.toList();
					if (this.random.nextBoolean()) {
						calls.get(this.random.nextInt(AT_ONCE)).get(60, TimeUnit.SECONDS);
						proxy.cut();
						cuts++;
					}
					for (CompletableFuture<OriginateResult> call : calls) {
						assertThat(call.get(60, TimeUnit.SECONDS).isAnswered()).isTrue();
					}
				}
				for (CompletableFuture<OriginateResult> call : staying) {
					assertThat(call.get(60, TimeUnit.SECONDS).isAnswered()).isTrue();
				}
				isWhatAsteriskSays(state, direct);
				assertThat(state.conference("soak").orElseThrow().participants()).hasSize(2);
				assertThat(state.queue("empty").orElseThrow().callers()).hasSize(3);
				assertThat(state.parkedCalls()).hasSize(1);
				proxy.cut();
				cuts++;
				isWhatAsteriskSays(state, direct);
				hangUpAll(direct, state);
				isWhatAsteriskSays(state, direct);
			}
			assertThat(state.calls()).isEmpty();
			assertThat(state.bridges()).allSatisfy((bridge) -> assertThat(bridge.channels()).isEmpty());
			assertThat(state.conferences()).isEmpty();
			assertThat(state.parkedCalls()).isEmpty();
			assertThat(state.queues()).allSatisfy((queue) -> assertThat(queue.callers()).isEmpty());
			assertThat(cut.status().connects()).isGreaterThan(WAVES);
			log.info("{} calls, {} cuts, {} connections", CALLS, cuts, cut.status().connects());
		}
	}

	/** Calls that are there while the others come and go. */
	private static List<CompletableFuture<OriginateResult>> staying(Manager manager) {
		return Stream
			.of("queue-empty", "queue-empty", "queue-empty", "conference-soak", "conference-soak", "park", "dial-talk")
			.map((exten) -> manager
				.originate(new OriginateAction("Local/wait@default").context("default").exten(exten).priority("1")))
			.toList();
	}

	private static CompletableFuture<OriginateResult> call(Manager manager, String exten) {
		return manager.originate(new OriginateAction("Local/" + exten + "@default").application("NoOp", ""));
	}

	// Again and again, as calls that were on their way may come up after the first time
	private static void hangUpAll(Manager manager, AsteriskState state) {
		await().atMost(RealAsterisk.PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
			manager.sendAction(new HangupMatchingAction(".*"));
			return state.status() == AsteriskState.SyncStatus.LIVE && state.channels().isEmpty();
		});
	}

	private static void isWhatAsteriskSays(AsteriskState state, Manager manager) {
		await().atMost(RealAsterisk.PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
			assertThat(state.status()).isEqualTo(AsteriskState.SyncStatus.LIVE);
			assertThat(LiveLists.of(state)).isEqualTo(LiveLists.of(manager));
		});
	}

}
