package io.pystrix.ami;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.pystrix.FaultRun;
import io.pystrix.Resources;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Managers whose users connect, disconnect and close them all at once while their
 * connections are lost and refused: only documented changes of the state, told to each
 * listener once and in order; nobody waits for ever; and closed is closed.
 */
@Timeout(900)
class ManagerStateRaceTests {

	private static final Logger log = LoggerFactory.getLogger(ManagerStateRaceTests.class);

	private static final ch.qos.logback.classic.Logger ENGINE = (ch.qos.logback.classic.Logger) LoggerFactory
		.getLogger(Manager.class);

	private static final int USERS = 4;

	private static final int STEPS = 12;

	private static final int MANAGERS = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Map<ConnectionState, Set<ConnectionState>> ALLOWED = Map.of(//
			ConnectionState.DISCONNECTED, Set.of(ConnectionState.CONNECTING, ConnectionState.CLOSED),
			ConnectionState.CONNECTING,
			Set.of(ConnectionState.AUTHENTICATING, ConnectionState.RECONNECTING, ConnectionState.DISCONNECTED),
			ConnectionState.AUTHENTICATING,
			Set.of(ConnectionState.CONNECTED, ConnectionState.RECONNECTING, ConnectionState.DISCONNECTED),
			ConnectionState.CONNECTED, Set.of(ConnectionState.RECONNECTING, ConnectionState.DISCONNECTED),
			ConnectionState.RECONNECTING, Set.of(ConnectionState.AUTHENTICATING, ConnectionState.DISCONNECTED),
			ConnectionState.CLOSED, Set.of());

	/** Whatever they were at has come to its end when so many others have. */
	private final Queue<Manager> closed = new ArrayDeque<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger failures = new AtomicInteger();

	@BeforeEach
	void keepTheLogShort() {
		ENGINE.setLevel(Level.ERROR);
	}

	@AfterEach
	void logAsBefore() {
		ENGINE.setLevel(null);
	}

	@ParameterizedTest
	@MethodSource("io.pystrix.FaultRun#withoutDamage")
	void usersMayDoAnythingAtAnyTime(FaultRun run) throws Exception {
		Random random = new Random(run.seed());
		Resources resources = Resources.now();
		int lives = 0;
		int changes = 0;
		try (AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build().start()) {
			for (long start = System.nanoTime(); !run.isOver(start) || this.connections.get() == 0; lives++) {
				changes += live(asterisk, random.nextLong());
			}
		}
		log.info("{}: {} managers, {} changes of state, {} connected, {} failed", run, lives, changes, this.connections,
				this.failures);
		assertThat(this.connections).hasPositiveValue();
		resources.awaitFreed();
		this.closed.forEach(ManagerStateRaceTests::assertAtRest);
	}

	/** One manager, until somebody closes it. */
	private int live(AmiSimulator asterisk, long seed) throws Exception {
		Manager manager = manager(asterisk);
		List<List<ConnectionStateChange>> told = List.of(listen(manager), listen(manager));
		Queue<List<ConnectionStateChange>> toldLate = new ConcurrentLinkedQueue<>();
		Queue<CompletableFuture<?>> waiting = new ConcurrentLinkedQueue<>();
		CyclicBarrier begin = new CyclicBarrier(USERS);
		int closer = new Random(seed).nextInt(USERS);
		List<CompletableFuture<Void>> users = IntStream.range(0, USERS)
			.mapToObj((number) -> CompletableFuture.runAsync(() -> {
				Random random = new Random(seed + number);
				awaitAll(begin);
				for (int step = random.nextInt(STEPS); step < STEPS; step++) {
					act(manager, asterisk, random, waiting, toldLate);
				}
				if (number == closer) {
					manager.close();
					assertClosed(manager);
				}
			}, (task) -> new Thread(task, "user").start()))
			.toList();
		for (CompletableFuture<Void> user : users) {
			assertThat(user).as("user of manager %d", seed).succeedsWithin(PATIENCE);
		}
		asterisk.faults().clear();
		soon(() -> waiting.stream().allMatch(CompletableFuture::isDone));
		assertClosed(manager);
		List<ConnectionStateChange> first = told.get(0);
		for (List<ConnectionStateChange> changes : told) {
			soon(() -> !changes.isEmpty() && changes.get(changes.size() - 1).current() == ConnectionState.CLOSED);
			assertThat(changes).as("manager %d", seed).isEqualTo(first);
		}
		assertAllowed(seed, first);
		// One that comes during the end may be told less than all that is left
		for (List<ConnectionStateChange> changes : toldLate) {
			assertThat(Collections.indexOfSubList(first, List.copyOf(changes))).as("manager %d", seed).isNotNegative();
		}
		this.closed.add(manager);
		if (this.closed.size() > MANAGERS) {
			assertAtRest(this.closed.remove());
		}
		return first.size();
	}

	private void act(Manager manager, AmiSimulator asterisk, Random random, Queue<CompletableFuture<?>> waiting,
			Queue<List<ConnectionStateChange>> toldLate) {
		try {
			switch (random.nextInt(10)) {
				case 0, 1 -> {
					manager.connect();
					this.connections.incrementAndGet();
				}
				case 2 -> waiting.add(manager.connectAsync());
				case 3 -> manager.disconnect();
				case 4 -> asterisk.dropConnections();
				case 5 -> asterisk.faults().refuseLogins(random.nextInt(2));
				case 6 -> asterisk.faults().refuseConnections(random.nextInt(3));
				case 7 -> manager.sendAction(new PingAction());
				case 8 -> {
					waiting.add(manager.sendActionAsync(new PingAction()));
					waiting.add(manager.nextEvent(HangupEvent.class, (event) -> false));
				}
				default -> toldLate.add(listen(manager));
			}
		}
		catch (ManagerException ex) {
			this.failures.incrementAndGet();
		}
		LockSupport.parkNanos(random.nextInt(2_000_000));
	}

	private static void assertClosed(Manager manager) {
		assertThat(manager.state()).isEqualTo(ConnectionState.CLOSED);
		assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(manager::connect)
			.withMessageContaining("closed");
	}

	private static void assertAtRest(Manager manager) {
		ManagerStatus status = manager.status();
		assertThat(status.state()).isEqualTo(ConnectionState.CLOSED);
		assertThat(status.greeting()).isNull();
		assertThat(status.nextAttempt()).isNull();
		assertThat(status.pendingActions()).isZero();
	}

	private static void assertAllowed(long seed, List<ConnectionStateChange> changes) {
		ConnectionState state = ConnectionState.DISCONNECTED;
		for (ConnectionStateChange change : changes) {
			assertThat(change.previous()).as("manager %d: %s", seed, changes).isEqualTo(state);
			state = change.current();
			assertThat(ALLOWED.get(change.previous())).as("manager %d: %s", seed, changes).contains(state);
		}
	}

	private static List<ConnectionStateChange> listen(Manager manager) {
		List<ConnectionStateChange> changes = new CopyOnWriteArrayList<>();
		manager.addStateListener((change, m) -> changes.add(change));
		return changes;
	}

	private static void soon(Callable<Boolean> condition) {
		await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(PATIENCE).until(condition);
	}

	private static void awaitAll(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private static Manager manager(AmiSimulator asterisk) {
		return Manager.builder()
			.host("127.0.0.1")
			.port(asterisk.port())
			.credentials("admin", "wordpass")
			.connectTimeout(Duration.ofSeconds(2))
			.actionTimeout(Duration.ofSeconds(2))
			.reconnect(ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(1), Duration.ofMillis(5)))
			.build();
	}

}
