package io.pystrix.ami;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.pystrix.FaultRun;
import io.pystrix.FaultyLink;
import io.pystrix.Resources;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.EventList;
import io.pystrix.ami.message.NamedAction;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A manager behind a link that fails in every way: each action ends by its own answer or
 * a documented exception, and nothing is left behind.
 */
@Timeout(900)
class AmiFaultTests {

	private static final Logger log = LoggerFactory.getLogger(AmiFaultTests.class);

	private static final int SENDERS = 6;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final ReconnectPolicy FAST = ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(5),
			Duration.ofMillis(50));

	private final AtomicInteger answered = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	@ParameterizedTest
	@MethodSource("io.pystrix.FaultRun#all")
	void everyActionEndsByItsOwnAnswerOrAnException(FaultRun run) throws Exception {
		Resources resources = Resources.now();
		try (AmiSimulator asterisk = simulator().start();
				FaultyLink link = new FaultyLink(
						new InetSocketAddress(InetAddress.getLoopbackAddress(), asterisk.port()), run.seed(),
						run.damages());
				Manager manager = manager(link)) {
			manager.registerCallback(AmiEvent.class, (event, m) -> assertThat(event.name()).isNotNull());
			manager.connectAsync();
			List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
				.mapToObj((number) -> CompletableFuture.runAsync(() -> send(manager, number, run), this::start))
				.toList();
			for (CompletableFuture<Void> sender : senders) {
				sender.join();
			}
			link.heal();
			retry(manager);
			await().atMost(PATIENCE).until(() -> answers(manager));
			await().atMost(PATIENCE).until(() -> manager.status().pendingActions() == 0);
			log.info("{}: {} connections, {} faults, {} actions answered, {} failed", run, link.connections(),
					link.faults(), this.answered, this.failed);
			assertThat(this.answered).hasPositiveValue();
		}
		resources.awaitFreed();
	}

	private void start(Runnable task) {
		Thread thread = new Thread(task, "sender");
		thread.setDaemon(true);
		thread.start();
	}

	private void send(Manager manager, int number, FaultRun run) {
		long start = System.nanoTime();
		for (int i = 0; !run.isOver(start) || this.answered.get() == 0; i++) {
			String token = number + "-" + i;
			try {
				switch (i % 3) {
					case 0 -> assertOwn(run, token, manager.sendAction(echo(token)).get("Token"));
					case 1 -> assertOwn(run, token, get(manager.sendActionAsync(echo(token))).get("Token"));
					default -> {
						EventList<AmiEvent> list = get(
								manager.sendActionAsync(AmiAction.named("EchoList").with("Token", token).asList()));
						List<String> tokens = new ArrayList<>();
						list.forEach((event) -> tokens.add(event.get("Token")));
						if (!run.damages()) {
							assertThat(tokens).containsExactly(token, token);
						}
					}
				}
				this.answered.incrementAndGet();
			}
			catch (ManagerException ex) {
				this.failed.incrementAndGet();
				retry(manager);
			}
		}
	}

	/** A login that was damaged would not be tried again for a minute. */
	private synchronized void retry(Manager manager) {
		if (manager.status().lastFailure() instanceof ManagerAuthenticationException && !manager.isConnected()) {
			manager.disconnect();
			manager.connectAsync();
		}
		// Not to fail a million times while there is no connection
		LockSupport.parkNanos(2_000_000);
	}

	private static <R> R get(CompletableFuture<R> result) {
		try {
			return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof ManagerException failure) {
				throw failure;
			}
			throw new AssertionError(ex.getCause());
		}
		catch (Exception ex) {
			throw new AssertionError("An action without end", ex);
		}
	}

	private static void assertOwn(FaultRun run, String token, String answer) {
		if (!run.damages()) {
			assertThat(answer).isEqualTo(token);
		}
	}

	private static boolean answers(Manager manager) {
		try {
			return "last".equals(manager.sendAction(echo("last")).get("Token"));
		}
		catch (ManagerException ex) {
			return false;
		}
	}

	private static NamedAction echo(String token) {
		return AmiAction.named("Echo").with("Token", token);
	}

	private static AmiSimulator simulator() {
		AmiSimulator simulator = AmiSimulator.builder().account("admin", "wordpass").build();
		simulator.on("Echo",
				(request) -> AmiAnswer.of(AmiFrame.response("Success").with("Token", request.get("Token"))));
		simulator.on("EchoList", (request) -> AmiAnswer.list("List follows", "EchoListComplete",
				List.of(item(request.get("Token")), item(request.get("Token")))));
		return simulator;
	}

	private static AmiFrame item(String token) {
		return AmiFrame.event("EchoItem").with("Token", token);
	}

	private static Manager manager(FaultyLink link) {
		return Manager.builder()
			.host("127.0.0.1")
			.port(link.port())
			.credentials("admin", "wordpass")
			.connectTimeout(Duration.ofMillis(500))
			.actionTimeout(Duration.ofMillis(1500))
			.keepAlive(Duration.ofMillis(200), Duration.ofMillis(300))
			.reconnect(FAST)
			.build();
	}

}
