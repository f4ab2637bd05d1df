package io.pystrix.ami;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(120)
class AmiOverloadTests extends ManagerTestSupport {

	private static final int CAPACITY = CallbackOptions.DEFAULTS.queueCapacity();

	private static final int FLOOD = 25_000;

	@Test
	void overloadOfABlockedCallbackIsCountedAndToldAndTheConnectionLivesOn() {
		List<ConnectionState> states = new CopyOnWriteArrayList<>();
		SlowCallback slow = new SlowCallback();
		this.manager.addStateListener((change, m) -> states.add(change.current()));
		Registration registration = this.manager.registerCallback(HangupEvent.class, slow);
		this.manager.connect();
		this.asterisk.broadcast(hangup(0));
		await().atMost(PATIENCE).until(() -> slow.inside.getCount() == 0);
		for (int i = 1; i <= FLOOD; i++) {
			this.asterisk.broadcast(hangup(i));
		}
		// Asterisk answers after the events, so that its answer tells that all are here
		this.manager.sendAction(new PingAction());
		assertThat(registration.lost()).isEqualTo(FLOOD - CAPACITY);
		assertThat(registration.queued()).isEqualTo(CAPACITY);
		assertThat(this.manager.status().lostEvents()).isEqualTo(FLOOD - CAPACITY);
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> states.contains(ConnectionState.RECONNECTING));
		await().atMost(PATIENCE).until(this.manager::isConnected);
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
		slow.go.countDown();
		await().atMost(PATIENCE).until(() -> slow.delivered.get() == 1 + CAPACITY);
		assertThat(slow.told).containsExactly((long) FLOOD - CAPACITY);
		assertThat(slow.last).isEqualTo("PJSIP/" + FLOOD);
	}

	@Test
	void stateListenerThatIsBlockedLearnsOfTheLossAllTheSame() {
		CountDownLatch go = new CountDownLatch(1);
		List<ConnectionState> states = new CopyOnWriteArrayList<>();
		this.manager.addStateListener((change, m) -> {
			go.await();
			states.add(change.current());
		});
		this.manager.connect();
		for (int i = 0; i < 3; i++) {
			long connects = this.manager.status().connects();
			this.asterisk.dropConnections();
			await().atMost(PATIENCE)
				.until(() -> this.manager.status().connects() > connects && this.manager.isConnected());
		}
		go.countDown();
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(states).filteredOn((state) -> state == ConnectionState.RECONNECTING)
				.hasSizeGreaterThanOrEqualTo(3));
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(states.get(states.size() - 1)).isEqualTo(ConnectionState.CONNECTED));
	}

	private static AmiFrame hangup(int channel) {
		return AmiFrame.event("Hangup").with("Privilege", "call,all").with("Channel", "PJSIP/" + channel);
	}

	private static final class SlowCallback implements AmiEventCallback<HangupEvent> {

		private final CountDownLatch inside = new CountDownLatch(1);

		private final CountDownLatch go = new CountDownLatch(1);

		private final AtomicLong delivered = new AtomicLong();

		private final List<Long> told = new CopyOnWriteArrayList<>();

		private volatile String last = "";

		@Override
		public void onEvent(HangupEvent event, Manager manager) throws Exception {
			this.inside.countDown();
			this.go.await();
			this.last = String.valueOf(event.channel());
			this.delivered.incrementAndGet();
		}

		@Override
		public void onEventsLost(EventsLostEvent event, Manager manager) {
			this.told.add(event.count());
		}

	}

}
