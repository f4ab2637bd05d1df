package io.pystrix.ami.live;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.ami.Registration;
import io.pystrix.ami.event.DeviceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ChangeHubTests {

	private static final int MORE_THAN_FIT = 50_000;

	private final ChangeHub hub = new ChangeHub();

	@AfterEach
	void stop() {
		this.hub.close();
	}

	@Test
	void changesComeInOrderAndOnlyThoseOfTheKind() {
		List<StateChange<LiveDevice>> seen = new CopyOnWriteArrayList<>();
		Registration registration = this.hub.listen(LiveDevice.class, seen::add);
		for (int i = 0; i < 1000; i++) {
			this.hub.publish(device(i));
			this.hub.publish(new StateChange<>(null, new LiveMailbox("1@default", i, 0)));
		}
		await().until(() -> seen.size() == 1000);
		for (int i = 0; i < 1000; i++) {
			assertThat(seen.get(i)).isEqualTo(device(i));
		}
		assertThat(registration.handled()).isEqualTo(1000);
		assertThat(registration.lost()).isZero();
		assertThat(registration.description()).isEqualTo("LiveDevice");
		await().until(() -> registration.queued() == 0);
	}

	@Test
	void listenerToEverythingHearsOfEverything() {
		List<StateChange<LiveObject>> seen = new CopyOnWriteArrayList<>();
		this.hub.listen(LiveObject.class, seen::add);
		this.hub.publish(device(1));
		this.hub.publish(new StateChange<>(null, new LiveMailbox("1@default", 1, 0)));
		await().until(() -> seen.size() == 2);
	}

	@Test
	void slowListenerDelaysNobodyAndItsLossesAreCounted() throws InterruptedException {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		Registration slow = this.hub.listen(LiveDevice.class, (change) -> {
			inside.countDown();
			awaitQuietly(go);
		});
		this.hub.publish(device(0));
		inside.await();
		AtomicInteger quick = new AtomicInteger();
		this.hub.listen(LiveDevice.class, (change) -> quick.incrementAndGet());
		for (int i = 1; i <= MORE_THAN_FIT; i++) {
			this.hub.publish(device(i));
			int told = i;
			if (i % 10_000 == 0) {
				await().until(() -> quick.get() == told);
			}
		}
		assertThat(slow.lost()).isPositive();
		assertThat(slow.queued() + slow.lost()).isEqualTo(MORE_THAN_FIT);
		long lost = slow.lost();
		go.countDown();
		await().until(() -> slow.queued() == 0);
		await().until(() -> slow.handled() == MORE_THAN_FIT + 1 - lost);
		this.hub.publish(device(-1));
		await().until(() -> slow.handled() == MORE_THAN_FIT + 2 - lost);
	}

	@Test
	void listenerThatFailsIsLoggedAndHearsOfTheNextChange() {
		AtomicInteger called = new AtomicInteger();
		try (LogCapture log = new LogCapture("io.pystrix.ami.live")) {
			this.hub.listen(LiveDevice.class, (change) -> {
				called.incrementAndGet();
				throw new IllegalStateException("on purpose");
			});
			this.hub.publish(device(1));
			this.hub.publish(device(2));
			await().until(() -> log.at(Level.ERROR).size() == 2);
			assertThat(log.at(Level.ERROR)).containsOnly("A listener to changes of LiveDevice failed");
		}
		assertThat(called).hasValue(2);
	}

	@Test
	void nothingComesAfterTheRegistrationWasClosedByItsOwnListener() {
		List<Registration> registrations = new CopyOnWriteArrayList<>();
		AtomicInteger called = new AtomicInteger();
		CountDownLatch registered = new CountDownLatch(1);
		registrations.add(this.hub.listen(LiveDevice.class, (change) -> {
			awaitQuietly(registered);
			called.incrementAndGet();
			registrations.get(0).close();
		}));
		registered.countDown();
		AtomicInteger other = new AtomicInteger();
		this.hub.listen(LiveDevice.class, (change) -> other.incrementAndGet());
		for (int i = 0; i < 100; i++) {
			this.hub.publish(device(i));
		}
		await().until(() -> called.get() > 0 && other.get() == 100);
		assertThat(called).hasValue(1);
	}

	@Test
	void closingDuringDeliveryEndsWithWhatWasPublishedBefore() {
		CountDownLatch go = new CountDownLatch(1);
		List<StateChange<LiveDevice>> seen = new CopyOnWriteArrayList<>();
		this.hub.listen(LiveDevice.class, (change) -> {
			awaitQuietly(go);
			seen.add(change);
		});
		for (int i = 0; i < 10; i++) {
			this.hub.publish(device(i));
		}
		this.hub.close();
		this.hub.publish(device(10));
		go.countDown();
		await().until(() -> seen.size() == 10);
		assertThat(seen.get(9)).isEqualTo(device(9));
	}

	@Test
	void whoPublishesDuringTheEndIsNotDisturbed() throws Exception {
		for (int round = 0; round < 200; round++) {
			ChangeHub ending = new ChangeHub();
			ending.changes().subscribe(new Few());
			CountDownLatch begun = new CountDownLatch(1);
			AtomicBoolean over = new AtomicBoolean();
			CompletableFuture<Void> publisher = CompletableFuture.runAsync(() -> {
				for (int i = 0; !over.get(); i++) {
					ending.publish(device(i));
					begun.countDown();
				}
			});
			begun.await();
			ending.close();
			over.set(true);
			publisher.get();
		}
	}

	@Test
	void listenerThatComesAfterTheEndHearsOfNothing() {
		this.hub.close();
		AtomicInteger called = new AtomicInteger();
		Registration late = this.hub.listen(LiveDevice.class, (change) -> called.incrementAndGet());
		this.hub.publish(device(1));
		assertThat(called).hasValue(0);
		assertThat(late.handled()).isZero();
		late.close();
	}

	@Test
	void subscriberThatAsksForFewGetsThemInOrderAndTheRestWhenItAsksAgain() {
		Few few = new Few();
		this.hub.changes().subscribe(few);
		for (int i = 0; i < 10; i++) {
			this.hub.publish(device(i));
		}
		await().until(() -> few.subscription != null);
		few.subscription.request(3);
		await().until(() -> few.seen.size() == 3);
		few.subscription.request(100);
		await().until(() -> few.seen.size() == 10);
		for (int i = 0; i < 10; i++) {
			assertThat(few.seen.get(i)).isEqualTo(device(i));
		}
		this.hub.close();
		await().until(() -> few.completed);
	}

	@Test
	void subscriberThatNeverAsksHoldsNobodyUp() {
		Few few = new Few();
		this.hub.changes().subscribe(few);
		AtomicInteger quick = new AtomicInteger();
		this.hub.listen(LiveDevice.class, (change) -> quick.incrementAndGet());
		for (int i = 1; i <= MORE_THAN_FIT; i++) {
			this.hub.publish(device(i));
			int told = i;
			if (i % 10_000 == 0) {
				await().until(() -> quick.get() == told);
			}
		}
		assertThat(few.seen).isEmpty();
	}

	private static StateChange<LiveDevice> device(int number) {
		return new StateChange<>(null, new LiveDevice("PJSIP/" + number, DeviceState.INUSE));
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Gets only what it has asked for.
	 */
	private static final class Few implements Flow.Subscriber<StateChange<?>> {

		private final List<StateChange<?>> seen = new CopyOnWriteArrayList<>();

		private volatile Flow.Subscription subscription;

		private volatile boolean completed = false;

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			this.subscription = subscription;
		}

		@Override
		public void onNext(StateChange<?> change) {
			this.seen.add(change);
		}

		@Override
		public void onError(Throwable ex) {
			throw new AssertionError(ex);
		}

		@Override
		public void onComplete() {
			this.completed = true;
		}

	}

}
