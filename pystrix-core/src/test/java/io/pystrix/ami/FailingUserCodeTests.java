package io.pystrix.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.UnreadableException;
import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.CoreShowChannelEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiEventType;
import io.pystrix.ami.message.AmiHeader;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.ami.message.OutcomeAction;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever code of the user throws, wherever the manager calls it: every future ends,
 * nothing stays pending, and a link that dies afterwards is noticed.
 */
@Timeout(120)
class FailingUserCodeTests extends ManagerTestSupport {

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static final Duration TIMEOUT = Duration.ofMillis(200);

	/** Where a manager calls code of the user. */
	private enum Place {

		EXECUTOR, STARTED, ENDED, RESULT, EMPTY_LIST, IS_LIST, COMPLETE_EVENT, ITEMS, EVENT_FACTORY, CALLBACK,
		STATE_LISTENER, REGISTRATION_LISTENER, CONDITION, OUTCOME_EVENT, IS_OUTCOME, OUTCOME, DEADLINE, ORPHANS,
		CONTINUATION

	}

	private static final List<Supplier<Throwable>> THROWN = List.of(() -> new IllegalStateException("thrown"),
			() -> new RejectedExecutionException("full"), () -> new NoClassDefFoundError("a/Missing"),
			() -> new AssertionError("asserted"), () -> new StackOverflowError(), () -> new ManagerException("own"),
			() -> new CancellationException("cancelled"), UnreadableException::new);

	@ParameterizedTest
	@EnumSource
	void everythingEndsAndTheLinkIsWatched(Place place) {
		AtomicInteger calls = new AtomicInteger();
		exercise((candidate) -> {
			if (candidate == place) {
				throwUnchecked(THROWN.get(calls.getAndIncrement() % THROWN.size()).get());
			}
		});
	}

	/** Several places at once, now and then, as chance has it. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void everythingEndsThoughAnythingMayThrow(long seed) {
		Random random = new Random(seed);
		exercise((place) -> {
			int dice;
			synchronized (random) {
				dice = random.nextInt(3 * THROWN.size());
			}
			// A manager that calls nothing else would never be exercised
			if (dice < THROWN.size() && place != Place.CONTINUATION) {
				throwUnchecked(THROWN.get(dice).get());
			}
		});
	}

	private void exercise(Consumer<Place> fault) {
		this.asterisk.on("Never", (request) -> AmiAnswer.none());
		this.asterisk.on("Hangup", (request) -> AmiAnswer.success("Channel Hungup"));
		this.asterisk.channels(() -> List.of(AmiFrame.event("CoreShowChannel").with("Channel", "PJSIP/1-00000001")));
		use(builder().actionTimeout(TIMEOUT).keepAlive(INTERVAL, Duration.ofMillis(400)).executor((task) -> {
			fault.accept(Place.EXECUTOR);
			new Thread(task, "of the user").start();
		}).eventType(new AmiEventType<>("Custom", AmiEvent.class, (headers) -> {
			fault.accept(Place.EVENT_FACTORY);
			return new AmiEvent(headers);
		})).actionListener((action, manager) -> {
			fault.accept(Place.STARTED);
			return (response, failure, duration) -> fault.accept(Place.ENDED);
		}));
		this.manager.addStateListener((change, m) -> fault.accept(Place.STATE_LISTENER));
		this.manager.addRegistrationListener(() -> fault.accept(Place.REGISTRATION_LISTENER));
		this.manager.registerCallback(AmiEvent.class, (event, m) -> fault.accept(Place.CALLBACK));
		this.manager.registerOrphanCallback((response, m) -> fault.accept(Place.ORPHANS));
		List<CompletableFuture<?>> futures = new ArrayList<>();
		futures.add(this.manager.connectAsync());
		await().atMost(PATIENCE).until(this.manager::isConnected);
		for (int i = 0; i < 3; i++) {
			add(futures, () -> this.manager.sendActionAsync(new FaultyAction("Ping", false, fault)));
			add(futures, () -> this.manager.sendActionAsync(new FaultyAction("CoreShowChannels", true, fault)));
			add(futures, () -> this.manager.sendActionAsync(new FaultyAction("Nonsense", true, fault)));
			add(futures, () -> this.manager.sendActionAsync(new FaultyAction("Never", false, fault)));
			add(futures, () -> this.manager.sendActionAsync(new CoreShowChannelsAction(),
					(CoreShowChannelEvent item, Manager m) -> fault.accept(Place.ITEMS)));
			add(futures, () -> this.manager.perform(new FaultyOutcome(fault)));
			add(futures, () -> this.manager.nextEvent(AmiEvent.class, (event) -> {
				fault.accept(Place.CONDITION);
				return true;
			}));
			add(futures, () -> this.manager.sendActionAsync(new PingAction()).thenApply((pong) -> {
				fault.accept(Place.CONTINUATION);
				return pong;
			}));
			quietly(() -> this.manager.sendAction(new FaultyAction("Ping", false, fault)));
			quietly(() -> this.manager.sendAction(new FaultyAction("CoreShowChannels", true, fault)));
			this.asterisk.broadcast(AmiFrame.event("Custom").with("Privilege", "system,all"));
			this.asterisk
				.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all").with("Channel", "PJSIP/1-00000001"));
			this.asterisk.broadcast(AmiFrame.response("Success").with("ActionID", "nobody-waits"));
		}
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(futures).allSatisfy((future) -> assertThat(future.isDone()).isTrue()));
		// But for a ping of the keep-alive that is just under way
		await().atMost(PATIENCE).until(() -> this.manager.status().pendingActions() == 0);
		long connects = this.manager.status().connects();
		this.asterisk.faults().freeze();
		await().atMost(PATIENCE).until(() -> this.manager.state() != ConnectionState.CONNECTED);
		this.asterisk.faults().thaw();
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() > connects);
	}

	/** What throws on the thread of the caller, where the caller sees it, has ended. */
	private static void add(List<CompletableFuture<?>> futures, Supplier<CompletableFuture<?>> sent) {
		quietly(() -> futures.add(sent.get()));
	}

	private static void quietly(Runnable action) {
		try {
			action.run();
		}
		catch (Throwable ex) {
			// Seen by the caller, as it should be
		}
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> void throwUnchecked(Throwable ex) throws E {
		throw (E) ex;
	}

	@Test
	void aBusyExecutorIsOneWarning() {
		use(builder().executor((task) -> {
			throw new RejectedExecutionException("full");
		}));
		this.manager.connect();
		try (LogCapture log = new LogCapture("io.pystrix.ami")) {
			List<CompletableFuture<?>> futures = new ArrayList<>();
			for (int i = 0; i < 60; i++) {
				futures.add(this.manager.sendActionAsync(new PingAction()));
			}
			assertThat(futures).allSatisfy((future) -> assertThat(future).succeedsWithin(PATIENCE));
			assertThat(log.at(Level.WARN)).singleElement().asString().contains("executor");
		}
		await().atMost(PATIENCE).until(() -> this.manager.status().pendingActions() == 0);
	}

	@Test
	void futuresEndWithTheManagerThoughTheExecutorIsShutDown() {
		this.asterisk.on("Never", (request) -> AmiAnswer.none());
		use(builder().executor((task) -> {
			throw new RejectedExecutionException("shut down");
		}));
		CompletableFuture<Void> connected = this.manager.connectAsync();
		assertThat(connected).succeedsWithin(PATIENCE);
		CompletableFuture<AmiResponse> pending = this.manager.sendActionAsync(AmiAction.named("Never"));
		CompletableFuture<AmiEvent> waiting = this.manager.nextEvent(AmiEvent.class,
				(event) -> event.name().equals("Never"));
		this.asterisk.awaitRequest("Never", PATIENCE);
		this.manager.close();
		assertThat(pending).failsWithin(PATIENCE);
		assertThat(waiting).failsWithin(PATIENCE);
	}

	@Test
	void futuresEndThoughTheExecutorDropsWhatItIsGiven() {
		this.asterisk.on("Never", (request) -> AmiAnswer.none());
		use(builder().actionTimeout(TIMEOUT).executor((task) -> {
		}));
		assertThat(this.manager.connectAsync()).succeedsWithin(PATIENCE);
		assertThat(this.manager.sendActionAsync(new PingAction())).succeedsWithin(PATIENCE);
		CompletableFuture<AmiResponse> pending = this.manager.sendActionAsync(AmiAction.named("Never"));
		this.asterisk.awaitRequest("Never", PATIENCE);
		this.manager.close();
		assertThat(pending).failsWithin(PATIENCE);
	}

	@Test
	void anExecutorThatRunsTasksItselfDoesNotHoldUpTheReader() {
		use(builder().executor(Runnable::run));
		this.manager.connect();
		// A continuation that waits for the next answer, which only the reader can bring
		CompletableFuture<?> second = this.manager.sendActionAsync(new PingAction())
			.thenApply((pong) -> this.manager.sendAction(new PingAction()));
		assertThat(second).succeedsWithin(PATIENCE);
	}

	@Test
	void aSupplierOfTheTlsContextThatFailsIsAFailedAttempt() {
		List<Throwable> thrown = new CopyOnWriteArrayList<>();
		use(builder().sslContext(() -> {
			NoClassDefFoundError error = new NoClassDefFoundError("a/Bundle");
			thrown.add(error);
			throw error;
		}));
		this.manager.connectAsync();
		await().atMost(PATIENCE).until(() -> thrown.size() > 1);
		assertThat(this.manager.status().lastFailure()).isInstanceOf(ManagerConnectionException.class)
			.hasMessageContaining("a/Bundle");
	}

	private static final class FaultyAction extends AmiAction<AmiResponse> {

		private final boolean list;

		private final Consumer<Place> fault;

		FaultyAction(String name, boolean list, Consumer<Place> fault) {
			super(name, List.of());
			this.list = list;
			this.fault = fault;
		}

		@Override
		public boolean isList() {
			this.fault.accept(Place.IS_LIST);
			return this.list;
		}

		@Override
		public @Nullable String completeEvent() {
			this.fault.accept(Place.COMPLETE_EVENT);
			return null;
		}

		@Override
		public boolean isEmptyList(AmiResponse response) {
			this.fault.accept(Place.EMPTY_LIST);
			return false;
		}

		@Override
		public AmiResponse result(AmiResponse response, List<AmiEvent> events) {
			this.fault.accept(Place.RESULT);
			return response;
		}

	}

	private static final class FaultyOutcome extends OutcomeAction<AmiEvent> {

		private final Consumer<Place> fault;

		FaultyOutcome(Consumer<Place> fault) {
			super("Hangup", List.of(new AmiHeader("Channel", "PJSIP/1-00000001")));
			this.fault = fault;
		}

		@Override
		public String outcomeEvent() {
			this.fault.accept(Place.OUTCOME_EVENT);
			return "Hangup";
		}

		@Override
		public boolean isOutcome(AmiEvent event) {
			this.fault.accept(Place.IS_OUTCOME);
			return true;
		}

		@Override
		public AmiEvent outcome(AmiEvent event) {
			this.fault.accept(Place.OUTCOME);
			return event;
		}

		@Override
		public Duration deadline() {
			this.fault.accept(Place.DEADLINE);
			return TIMEOUT;
		}

	}

}
