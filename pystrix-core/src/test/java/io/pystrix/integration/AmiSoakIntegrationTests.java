package io.pystrix.integration;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.pystrix.ami.AmiEventCallback;
import io.pystrix.ami.CallbackOptions;
import io.pystrix.ami.ConnectionState;
import io.pystrix.ami.EventsLostEvent;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.ami.Registration;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.OriginateResult;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.action.UserEventAction;
import io.pystrix.ami.message.AmiEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many calls, a listener that does not keep up, and Asterisk restarted in between. The
 * system property {@code pystrix.soak.calls} says how many calls; 2,000 by default.
 */
@RealAsterisk.Required
@Timeout(600)
class AmiSoakIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(AmiSoakIntegrationTests.class);

	private static final int CALLS = Integer.getInteger("pystrix.soak.calls", 2000);

	private static final int AT_ONCE = 50;

	private static final int PHASES = 3;

	private static final ReconnectPolicy FAST = ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(100),
			Duration.ofSeconds(1));

	private final List<String> events = new ArrayList<>();

	private final AtomicLong total = new AtomicLong();

	private final SlowListener slow = new SlowListener();

	@Test
	void nothingIsLostButWhatASlowListenerLosesWhileCallsComeAndGoAndAsteriskRestarts() throws Exception {
		boolean restarts = AsteriskProcess.isOurs();
		int threads = threads();
		int busyThreads = 0;
		long memory = 0;
		try (Manager manager = RealAsterisk.builder().reconnect(FAST).build()) {
			manager.registerCallback(AmiEvent.class, (event, m) -> note(event),
					CallbackOptions.DEFAULTS.withQueueCapacity(1_000_000));
			Registration registration = manager.registerCallback(AmiEvent.class, this.slow,
					CallbackOptions.DEFAULTS.withQueueCapacity(10).withName("slow"));
			manager.connect();
			for (int phase = 0; phase < PHASES; phase++) {
				if (phase > 0 && restarts) {
					restart(manager);
				}
				phase(manager, phase);
				memory = (phase == 0) ? usedMemory() : memory;
				busyThreads = (phase == 0) ? threads() : busyThreads;
			}
			int most = busyThreads + 4;
			await().atMost(RealAsterisk.PATIENCE)
				.untilAsserted(() -> assertThat(threads()).as("threads after restarts").isLessThanOrEqualTo(most));
			assertThat(manager.status().connects()).isEqualTo(restarts ? PHASES : 1);
			await().atMost(RealAsterisk.PATIENCE).until(() -> manager.status().pendingActions() == 0);
			assertThatLossesAreCounted(registration);
			log.info("{} events in all, {} lost by the slow listener, memory grew by {} KiB", this.total,
					registration.lost(), (usedMemory() - memory) >> 10);
			long before = memory;
			await().atMost(RealAsterisk.PATIENCE)
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(
						() -> assertThat(usedMemory() - before).as("growth of the memory").isLessThan(32L << 20));
		}
		await().atMost(RealAsterisk.PATIENCE)
			.untilAsserted(() -> assertThat(threads()).as("threads").isLessThanOrEqualTo(threads + 4));
	}

	private void phase(Manager manager, int phase) throws Exception {
		try (RawAmi raw = new RawAmi()) {
			awaitBothListening(manager, raw, "begin-" + phase);
			int before = awaitQuiet(raw);
			forget();
			for (int i = 0; i < CALLS / PHASES; i += AT_ONCE) {
				call(manager);
			}
			assertThat(manager.sendAction(new PingAction()).isSuccess()).isTrue();
			// One session may be behind the other
			await().atMost(RealAsterisk.PATIENCE)
				.untilAsserted(() -> assertThat(
						ChannelOrder.firstDifference(events(), eventsFrom(raw, before)).orElse("no difference"))
					.isEqualTo("no difference"));
			List<String> expected = eventsFrom(raw, before);
			assertThat(expected).hasSizeGreaterThan(4 * CALLS / PHASES);
			assertThat(count(expected, "Hangup ")).isEqualTo(count(expected, "Newchannel "));
			log.info("Phase {}: {} events, {} channels, {} threads", phase, expected.size(),
					count(expected, "Newchannel "), threads());
		}
		forget();
	}

	/** Calls that are over at once, and the end of all of their channels. */
	private void call(Manager manager) throws Exception {
		List<CompletableFuture<OriginateResult>> calls = Stream
			.generate(() -> new OriginateAction("Local/echo@default").application("NoOp", ""))
			.limit(AT_ONCE)
			.map(manager::originate)
			.toList();
		for (CompletableFuture<OriginateResult> call : calls) {
			assertThat(call.get(60, TimeUnit.SECONDS).isAnswered()).isTrue();
		}
		await().atMost(RealAsterisk.PATIENCE).until(() -> {
			List<String> seen = events();
			return count(seen, "Hangup ") == count(seen, "Newchannel ");
		});
	}

	private void awaitBothListening(Manager manager, RawAmi raw, String name) {
		String mark = RawAmi.note("UserEvent", "", name);
		// The other session may still be logging in
		await().atMost(RealAsterisk.PATIENCE).until(() -> {
			manager.sendAction(new UserEventAction(name));
			return raw.events().contains(mark) && events().contains(mark);
		});
	}

	/**
	 * Waits until neither session has anything to report, so that what comes next comes
	 * to both.
	 * @return how many events the other session has seen
	 */
	private int awaitQuiet(RawAmi raw) {
		AtomicInteger seen = new AtomicInteger();
		await().atMost(RealAsterisk.PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
			int now = raw.events().size() + events().size();
			return seen.getAndSet(now) == now;
		});
		return raw.events().size();
	}

	private static List<String> eventsFrom(RawAmi raw, int before) {
		List<String> events = raw.events();
		return events.subList(before, events.size());
	}

	/** While a call rings, of which nobody will tell the outcome any more. */
	private void restart(Manager manager) throws Exception {
		long connects = manager.status().connects();
		CompletableFuture<OriginateResult> ringing = manager
			.originate(new OriginateAction("Local/noanswer@default").application("NoOp", ""));
		await().atMost(RealAsterisk.PATIENCE).until(() -> count(events(), "DialBegin ") > 0);
		AsteriskProcess.restart();
		await().atMost(RealAsterisk.PATIENCE)
			.until(() -> manager.status().connects() > connects && manager.state() == ConnectionState.CONNECTED);
		await().atMost(RealAsterisk.PATIENCE).until(ringing::isDone);
		forget();
	}

	private void forget() {
		synchronized (this.events) {
			this.events.clear();
		}
	}

	private void assertThatLossesAreCounted(Registration registration) {
		this.slow.permits.release(Integer.MAX_VALUE / 2);
		await().atMost(RealAsterisk.PATIENCE)
			.untilAsserted(
					() -> assertThat(this.slow.delivered.get() + registration.lost()).isEqualTo(this.total.get()));
		assertThat(registration.lost()).isPositive();
		await().atMost(RealAsterisk.PATIENCE)
			.untilAsserted(() -> assertThat(this.slow.told.get()).isEqualTo(registration.lost()));
	}

	private void note(AmiEvent event) {
		String uniqueid = event.get("Uniqueid");
		String userEvent = event.get("UserEvent");
		synchronized (this.events) {
			this.events.add(RawAmi.note(event.name(), (uniqueid != null) ? uniqueid : "",
					(userEvent != null) ? userEvent : ""));
		}
		this.total.incrementAndGet();
	}

	private List<String> events() {
		synchronized (this.events) {
			return List.copyOf(this.events);
		}
	}

	private static long count(List<String> events, String start) {
		return events.stream().filter((event) -> event.startsWith(start)).count();
	}

	/** Those that complete futures stay a minute, to be used again. */
	private static int threads() {
		return (int) Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !thread.getName().startsWith("ami-completion-"))
			.count();
	}

	private static long usedMemory() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/** Takes one event now and then until it is let go. */
	private static final class SlowListener implements AmiEventCallback<AmiEvent> {

		private final Semaphore permits = new Semaphore(0);

		private final AtomicLong delivered = new AtomicLong();

		private final AtomicLong told = new AtomicLong();

		@Override
		public void onEvent(AmiEvent event, Manager manager) throws Exception {
			this.permits.tryAcquire(2, TimeUnit.SECONDS);
			this.delivered.incrementAndGet();
		}

		@Override
		public void onEventsLost(EventsLostEvent event, Manager manager) {
			this.told.addAndGet(event.count());
		}

	}

}
