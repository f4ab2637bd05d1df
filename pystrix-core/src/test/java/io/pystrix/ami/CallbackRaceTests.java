package io.pystrix.ami;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.pystrix.FaultRun;
import io.pystrix.Resources;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callbacks that come and go while events are handed out: from when the registration has
 * returned each is given every event, once and in order, and none from when it is closed
 * but for the one that it may be at.
 */
@Timeout(900)
class CallbackRaceTests {

	private static final Logger log = LoggerFactory.getLogger(CallbackRaceTests.class);

	private static final ch.qos.logback.classic.Logger ENGINE = (ch.qos.logback.classic.Logger) LoggerFactory
		.getLogger(Manager.class);

	private static final int READERS = 2;

	private static final int USERS = 3;

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final EventDispatcher dispatcher = new EventDispatcher(new EventTypes(List.of()));

	private final AtomicBoolean over = new AtomicBoolean();

	private final AtomicInteger registrations = new AtomicInteger();

	private final AtomicInteger changes = new AtomicInteger();

	private final AtomicInteger given = new AtomicInteger();

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
	void aCallbackIsGivenWhatComesBetweenItsRegistrationAndItsEnd(FaultRun run) throws Exception {
		Resources resources = Resources.now();
		this.dispatcher.addListener(this.changes::incrementAndGet);
		List<Reader> readers = IntStream.range(0, READERS)
			.mapToObj((number) -> new Reader(number, run.seed() + number))
			.toList();
		List<CompletableFuture<Void>> threads = new ArrayList<>();
		readers.forEach((reader) -> threads.add(start(reader::read)));
		threads.add(start(this::watchLosses));
		List<CompletableFuture<Void>> users = IntStream.range(0, USERS)
			.mapToObj((number) -> start(() -> use(readers, run, new Random(run.seed() + 100 + number))))
			.toList();
		try {
			users.forEach(CompletableFuture::join);
		}
		finally {
			this.over.set(true);
		}
		threads.forEach(CompletableFuture::join);
		log.info("{}: {} events, {} callbacks, given {}, lost {}", run, this.dispatcher.receivedEvents(),
				this.registrations, this.given, this.dispatcher.lost());
		assertThat(this.given).hasPositiveValue();
		assertThat(this.dispatcher.registrations()).isEmpty();
		assertThat(this.changes).hasValue(2 * this.registrations.get());
		resources.awaitFreed();
	}

	private static CompletableFuture<Void> start(Runnable task) {
		return CompletableFuture.runAsync(task, (started) -> new Thread(started, "race").start());
	}

	private void use(List<Reader> readers, FaultRun run, Random random) {
		for (long start = System.nanoTime(); !run.isOver(start);) {
			switch (random.nextInt(3)) {
				case 0 -> closed(readers, random);
				case 1 -> finished(readers, random);
				default -> overrun(random);
			}
		}
	}

	/** One that is closed, perhaps by two at once. */
	private void closed(List<Reader> readers, Random random) {
		Callback callback = new Callback(CallbackOptions.DEFAULTS.withQueueCapacity(Integer.MAX_VALUE));
		long[] before = callback.register(readers);
		pause(random);
		CompletableFuture<Void> other = (random.nextBoolean()) ? start(callback.registration::close)
				: CompletableFuture.completedFuture(null);
		callback.registration.close();
		other.join();
		int begun = callback.given.get();
		assertThat(this.dispatcher.registrations()).doesNotContain(callback.registration);
		pause(random);
		callback.assertInOrder(before);
		assertThat(callback.given.get()).isBetween(begun, begun + 1);
		assertThat(callback.lost).hasValue(0);
	}

	/** One that is given what waits for it at its end. */
	private void finished(List<Reader> readers, Random random) {
		Callback callback = new Callback(CallbackOptions.DEFAULTS.withQueueCapacity(Integer.MAX_VALUE));
		long[] before = callback.register(readers);
		pause(random);
		long[] after = readers.stream().mapToLong((reader) -> reader.handedOver).toArray();
		callback.registration.finish();
		callback.awaitEnd();
		callback.assertInOrder(before);
		for (int i = 0; i < after.length; i++) {
			if (after[i] > before[i]) {
				assertThat(callback.last.get(i)).isGreaterThanOrEqualTo(after[i]);
			}
		}
	}

	/** One that cannot keep up. */
	private void overrun(Random random) {
		OverflowPolicy policy = (random.nextBoolean()) ? OverflowPolicy.DROP_NEWEST : OverflowPolicy.DROP_OLDEST;
		Callback callback = new Callback(CallbackOptions.DEFAULTS.withQueueCapacity(1).withOverflow(policy));
		callback.register(List.of());
		pause(random);
		callback.registration.finish();
		callback.awaitEnd();
		assertThat(callback.lost.get()).isEqualTo(callback.registration.lost());
		assertThat(callback.given).hasValue(Math.toIntExact(callback.registration.handled()));
		callback.assertInOrder(new long[0]);
	}

	/** What was lost is never found again. */
	private void watchLosses() {
		long lost = 0;
		while (!this.over.get()) {
			long now = this.dispatcher.lost();
			assertThat(now).isGreaterThanOrEqualTo(lost);
			lost = now;
			Thread.yield();
		}
	}

	private static void pause(Random random) {
		LockSupport.parkNanos(random.nextInt(300_000));
	}

	/**
	 * The reader of one connection, whose events are numbered from 1.
	 */
	private final class Reader {

		private static final String NAME = "Hangup";

		private final byte[] name = NAME.getBytes(StandardCharsets.US_ASCII);

		private final EventRoutes routes = CallbackRaceTests.this.dispatcher.routes();

		private final int number;

		private final Random random;

		private volatile long begun;

		private volatile long handedOver;

		Reader(int number, long seed) {
			this.number = number;
			this.random = new Random(seed);
		}

		void read() {
			while (!CallbackRaceTests.this.over.get()) {
				for (int i = this.random.nextInt(5); i >= 0; i--) {
					deliver(this.begun + 1);
				}
				this.routes.handOver();
				this.handedOver = this.begun;
				LockSupport.parkNanos(this.random.nextInt(20_000));
			}
		}

		private void deliver(long event) {
			this.begun = event;
			EventRoutes.Route route = this.routes.get(this.name, 0, this.name.length);
			CallbackRaceTests.this.dispatcher.received();
			if (route.isWanted()) {
				route.deliver(
						route.create(AmiHeaders.parse("Event: " + NAME, "Reader: " + this.number, "Number: " + event)));
			}
		}

	}

	/**
	 * Looks at what it is given, of each reader.
	 */
	private final class Callback {

		private final boolean losesNothing;

		private final CountDownLatch ended = new CountDownLatch(1);

		private final AtomicLongArray first = new AtomicLongArray(READERS);

		private final AtomicLongArray last = new AtomicLongArray(READERS);

		private final AtomicInteger given = new AtomicInteger();

		private final AtomicLong lost = new AtomicLong();

		private final AtomicReference<String> wrong = new AtomicReference<>();

		private final MailboxRegistration<AmiEvent> registration;

		Callback(CallbackOptions options) {
			this.losesNothing = options.queueCapacity() > 1;
			this.registration = new MailboxRegistration<>("race", options, this::onEvent, this.lost::addAndGet,
					(closed) -> {
						CallbackRaceTests.this.dispatcher.unregister(closed);
						this.ended.countDown();
					});
		}

		/** Returns the last event of each reader that it may have missed. */
		long[] register(List<Reader> readers) {
			CallbackRaceTests.this.registrations.incrementAndGet();
			CallbackRaceTests.this.dispatcher.register(this.registration, (name, type) -> name.equals(Reader.NAME));
			return readers.stream().mapToLong((reader) -> reader.begun).toArray();
		}

		private void onEvent(AmiEvent event) {
			int reader = Integer.parseInt(event.get("Reader"));
			long number = Long.parseLong(event.get("Number"));
			long before = this.last.get(reader);
			if (before == 0) {
				this.first.set(reader, number);
			}
			else if (number <= before || this.losesNothing && number != before + 1) {
				this.wrong.set(number + " after " + before);
			}
			this.last.set(reader, number);
			this.given.incrementAndGet();
			CallbackRaceTests.this.given.incrementAndGet();
		}

		void awaitEnd() {
			try {
				assertThat(this.ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new AssertionError(ex);
			}
		}

		void assertInOrder(long[] missed) {
			assertThat(this.wrong).hasNullValue();
			for (int i = 0; i < missed.length; i++) {
				assertThat(this.first.get(i)).isLessThanOrEqualTo(missed[i] + 1);
			}
		}

	}

}
