package io.pystrix.agi.async;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.pystrix.FaultRun;
import io.pystrix.FaultyLink;
import io.pystrix.Resources;
import io.pystrix.agi.Agi;
import io.pystrix.agi.AgiException;
import io.pystrix.agi.AgiRequest;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Channels in AsyncAGI while the manager's link fails in every way: each command has its
 * own reply or ends by a documented exception, and each script ends.
 */
@Timeout(900)
class AsyncAgiFaultTests {

	private static final Logger log = LoggerFactory.getLogger(AsyncAgiFaultTests.class);

	private static final int COMMANDS = 10;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final AtomicInteger started = new AtomicInteger();

	private final AtomicInteger completed = new AtomicInteger();

	private final AtomicInteger replies = new AtomicInteger();

	private final AtomicReference<Throwable> wrong = new AtomicReference<>();

	@ParameterizedTest
	@MethodSource("io.pystrix.FaultRun#withoutDamage")
	void everyCommandHasItsOwnReplyOrEndsByAnException(FaultRun run) throws Exception {
		Resources resources = Resources.now();
		try (AmiSimulator simulator = AmiSimulator.builder().account("admin", "wordpass").build().start();
				FaultyLink link = new FaultyLink(
						new InetSocketAddress(InetAddress.getLoopbackAddress(), simulator.port()), run.seed(), false);
				Manager manager = manager(link);
				AsyncAgiServer server = AsyncAgiServer.builder(manager)
					.commandTimeout(Duration.ofMillis(500))
					.build()) {
			PipeAsterisk channels = new PipeAsterisk(simulator, AsyncAgiFaultTests::answer);
			server.scripts().registerDefault((agi, request) -> converse(agi, request));
			server.start();
			manager.connectAsync();
			int entered = enter(channels, server, run);
			link.heal();
			await().atMost(PATIENCE).until(() -> server.status().activeCalls() == 0);
			await().atMost(PATIENCE).until(manager::isConnected);
			await().atMost(PATIENCE).until(() -> manager.status().pendingActions() == 0);
			int before = this.completed.get();
			AtomicInteger last = new AtomicInteger();
			// Again and again, as the link may just have been lost, and time-outs are
			// short
			await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
				if (server.status().activeCalls() == 0) {
					channels.enter("18." + last.incrementAndGet(), "demo");
				}
				return this.completed.get() > before;
			});
			log.info("{}: {} channels, {} faults, {} scripts, {} completed, {} replies", run, entered, link.faults(),
					this.started, this.completed, this.replies);
			assertThat(this.wrong).hasNullValue();
		}
		resources.awaitFreed();
	}

	private static int enter(PipeAsterisk channels, AsyncAgiServer server, FaultRun run) {
		int count = 0;
		for (long start = System.nanoTime(); !run.isOver(start); count++) {
			channels.enter("17." + count, "demo");
			await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> server.status().activeCalls() < 10);
		}
		return count;
	}

	private void converse(Agi agi, AgiRequest request) {
		this.started.incrementAndGet();
		try {
			for (int i = 0; i < COMMANDS; i++) {
				String token = "token " + i + " of " + request.environment().uniqueid();
				String reply = agi.getVariable(token).orElse("none");
				if (!reply.equals(token)) {
					this.wrong.set(new AssertionError("'" + reply + "' instead of '" + token + "'"));
				}
				this.replies.incrementAndGet();
			}
			this.completed.incrementAndGet();
		}
		catch (AgiException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
		catch (RuntimeException ex) {
			this.wrong.set(ex);
		}
	}

	/** Each variable has its name as its value. */
	private static String answer(String command) {
		return "200 result=1 (" + command.replaceFirst("GET VARIABLE \"(.*)\"", "$1") + ")";
	}

	private static Manager manager(FaultyLink link) {
		return Manager.builder()
			.host("127.0.0.1")
			.port(link.port())
			.credentials("admin", "wordpass")
			.connectTimeout(Duration.ofMillis(500))
			.actionTimeout(Duration.ofMillis(1500))
			.keepAlive(Duration.ofMillis(200), Duration.ofMillis(300))
			.reconnect(ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(5), Duration.ofMillis(50)))
			.build();
	}

}
