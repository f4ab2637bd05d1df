package io.pystrix.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.pystrix.ami.action.CoreShowChannelsAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what a manager counts, and tells of its callbacks.
 */
@Timeout(60)
class ManagerStatusTests extends ManagerTestSupport {

	@Test
	void eventsAreCountedAndThoseThatNobodyWants() {
		Registration hangups = this.manager.registerCallback(HangupEvent.class, (event, manager) -> {
		});
		this.manager.connect();
		awaitFullyBooted();
		ManagerStatus before = this.manager.status();
		this.asterisk.broadcast(AmiFrame.event("Newchannel"));
		this.asterisk.broadcast(AmiFrame.event("Hangup"));
		await().atMost(PATIENCE).until(() -> hangups.handled() == 1);
		ManagerStatus after = this.manager.status();
		assertThat(after.receivedEvents() - before.receivedEvents()).isEqualTo(2);
		assertThat(after.unheardEvents() - before.unheardEvents()).isOne();
	}

	@Test
	void itemsOfAListAreReceivedAndNotUnheard() {
		this.manager.connect();
		awaitFullyBooted();
		ManagerStatus before = this.manager.status();
		this.manager.sendAction(new CoreShowChannelsAction());
		ManagerStatus after = this.manager.status();
		assertThat(after.receivedEvents()).isGreaterThan(before.receivedEvents());
		assertThat(after.unheardEvents()).isEqualTo(before.unheardEvents());
	}

	@Test
	void countsSurviveALostConnection() {
		this.manager.connect();
		awaitFullyBooted();
		long received = this.manager.status().receivedEvents();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() == 2);
		assertThat(this.manager.status().receivedEvents()).isGreaterThanOrEqualTo(received);
	}

	@Test
	void everyFailedAttemptIsCounted() {
		use(builder().credentials("admin", "wrong"));
		assertThatExceptionOfType(ManagerAuthenticationException.class).isThrownBy(() -> this.manager.connect());
		assertThat(this.manager.status().failedConnects()).isOne();
		assertThat(this.manager.status().connects()).isZero();
	}

	@Test
	void theNextAttemptToConnectIsTold() {
		Duration hour = Duration.ofHours(1);
		use(builder().reconnect(ReconnectPolicy.DEFAULTS.withDelays(hour, hour).withMultiplier(1)));
		this.manager.connect();
		assertThat(this.manager.status().nextAttempt()).isNull();
		assertThat(this.manager.status().reconnectAttempt()).isZero();
		this.asterisk.stop();
		await().atMost(PATIENCE).until(() -> this.manager.status().state() == ConnectionState.RECONNECTING);
		ManagerStatus status = this.manager.status();
		assertThat(status.reconnectAttempt()).isOne();
		assertThat(status.nextAttempt()).isAfter(status.since().plus(Duration.ofMinutes(5)));
	}

	@Test
	void registrationsTellWhoWaitsForWhat() throws InterruptedException {
		CountDownLatch reached = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		Registration slow = this.manager.registerCallback("UserEvent", (event, manager) -> {
			reached.countDown();
			go.await();
		}, CallbackOptions.DEFAULTS.withName("slow").withQueueCapacity(2));
		Registration orphans = this.manager.registerOrphanCallback((response, manager) -> {
		});
		this.manager.nextEvent(HangupEvent.class, (event) -> true);
		this.manager.addStateListener((change, manager) -> {
		});
		assertThat(this.manager.registrations()).containsExactly(slow, orphans);
		this.manager.connect();
		this.asterisk.broadcast(AmiFrame.event("UserEvent"));
		reached.await();
		for (int i = 0; i < 5; i++) {
			this.asterisk.broadcast(AmiFrame.event("UserEvent"));
		}
		await().atMost(PATIENCE).until(() -> slow.lost() == 3);
		assertThat(slow.queued()).isEqualTo(2);
		assertThat(slow.handled()).isOne();
		go.countDown();
		await().atMost(PATIENCE).until(() -> slow.handled() == 3);
		slow.close();
		assertThat(this.manager.registrations()).containsExactly(orphans);
	}

	@Test
	void aChangeOfTheRegistrationsIsToldUntilTheListenerIsRemoved() {
		List<Integer> sizes = new ArrayList<>();
		Runnable listener = () -> sizes.add(this.manager.registrations().size());
		this.manager.addRegistrationListener(() -> {
			throw new IllegalStateException("by intent");
		});
		this.manager.addRegistrationListener(listener);
		Registration first = this.manager.registerCallback("Hangup", (event, manager) -> {
		});
		Registration second = this.manager.registerOrphanCallback((response, manager) -> {
		});
		first.close();
		second.close();
		assertThat(sizes).containsExactly(1, 2, 1, 0);
		this.manager.removeRegistrationListener(listener);
		this.manager.registerCallback("Hangup", (event, manager) -> {
		});
		assertThat(sizes).hasSize(4);
	}

	private void awaitFullyBooted() {
		await().atMost(PATIENCE).until(() -> this.manager.status().fullyBooted());
		// Its answer tells that the event is counted wherever it has to be
		this.manager.sendAction(new PingAction());
	}

}
