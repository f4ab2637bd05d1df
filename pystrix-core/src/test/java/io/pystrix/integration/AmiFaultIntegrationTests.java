package io.pystrix.integration;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.pystrix.FaultRun;
import io.pystrix.FaultyLink;
import io.pystrix.Resources;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerException;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Asterisk behind a link that fails in every way: each action ends by its own
 * answer or an exception.
 */
@RealAsterisk.Required
@Timeout(900)
class AmiFaultIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(AmiFaultIntegrationTests.class);

	private static final int SENDERS = 4;

	private final AtomicInteger answered = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	@ParameterizedTest
	@MethodSource("io.pystrix.FaultRun#withoutDamage")
	void everyActionEndsByItsOwnAnswerOrAnException(FaultRun run) throws Exception {
		Resources resources = Resources.now();
		try (FaultyLink link = new FaultyLink(new InetSocketAddress(RealAsterisk.HOST, RealAsterisk.PORT), run.seed(),
				false); Manager manager = manager(link)) {
			manager.registerCallback(AmiEvent.class, (event, m) -> assertThat(event.name()).isNotNull());
			manager.connectAsync();
			List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
				.mapToObj((number) -> CompletableFuture.runAsync(() -> send(manager, number, run)))
				.toList();
			senders.forEach(CompletableFuture::join);
			link.heal();
			await().atMost(RealAsterisk.PATIENCE).until(() -> answers(manager));
			// One may be a ping that has just been sent
			await().atMost(RealAsterisk.PATIENCE).until(() -> manager.status().pendingActions() == 0);
			log.info("{}: {} connections, {} faults, {} actions answered, {} failed", run, link.connections(),
					link.faults(), this.answered, this.failed);
		}
		resources.awaitFreed();
	}

	private void send(Manager manager, int number, FaultRun run) {
		long start = System.nanoTime();
		for (int i = 0; !run.isOver(start); i++) {
			String token = number + "-" + i;
			try {
				assertThat(echo(manager, token)).isEqualTo(token.toUpperCase());
				this.answered.incrementAndGet();
			}
			catch (ManagerException ex) {
				this.failed.incrementAndGet();
				// Not to fail a million times while there is no connection
				LockSupport.parkNanos(2_000_000);
			}
		}
	}

	private static boolean answers(Manager manager) {
		try {
			return "LAST".equals(echo(manager, "last"));
		}
		catch (ManagerException ex) {
			return false;
		}
	}

	private static String echo(Manager manager, String token) {
		return manager.sendAction(AmiAction.named("Getvar").with("Variable", "TOUPPER(" + token + ")")).get("Value");
	}

	private static Manager manager(FaultyLink link) {
		return RealAsterisk.builder()
			.host("127.0.0.1")
			.port(link.port())
			.connectTimeout(Duration.ofMillis(1000))
			.actionTimeout(Duration.ofMillis(1500))
			.keepAlive(Duration.ofMillis(200), Duration.ofMillis(300))
			.reconnect(ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(5), Duration.ofMillis(50)))
			.build();
	}

}
