package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.HangupEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.ami.message.AmiResponse;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ManagerReconnectTests extends ManagerTestSupport {

	@Test
	void lostConnectionFailsWhatIsPendingAtOnceAndIsMadeAnew() {
		use(builder().actionTimeout(Duration.ofHours(1)));
		this.manager.connect();
		this.asterisk.on("Never", (request) -> AmiAnswer.none());
		CompletableFuture<AmiResponse> pending = this.manager.sendActionAsync(AmiAction.named("Never"));
		CompletableFuture<HangupEvent> waiting = this.manager.nextEvent(HangupEvent.class, (event) -> true);
		this.asterisk.awaitRequest("Never", PATIENCE);
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(pending::isCompletedExceptionally);
		await().atMost(PATIENCE).until(waiting::isCompletedExceptionally);
		assertThat(pending.handle((value, failure) -> failure).join()).isInstanceOf(ManagerConnectionException.class);
		// What is pending fails before the manager says that it is not connected any more
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() == 2 && this.manager.isConnected());
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
	}

	@Test
	void callbacksSurviveARestartOfAsterisk() {
		List<String> channels = new CopyOnWriteArrayList<>();
		this.manager.registerCallback(HangupEvent.class, (event, m) -> channels.add(event.channel()));
		this.manager.connect();
		this.asterisk.stop();
		await().atMost(PATIENCE).until(() -> this.manager.state() == ConnectionState.RECONNECTING);
		this.asterisk.start();
		await().atMost(PATIENCE).until(this.manager::isConnected);
		this.asterisk.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all").with("Channel", "PJSIP/1"));
		await().atMost(PATIENCE).until(() -> channels.contains("PJSIP/1"));
		assertThat(this.manager.status().connects()).isEqualTo(2);
	}

	@Test
	void peerThatStopsAnsweringIsFoundOutByTheKeepAlive() {
		use(builder().keepAlive(Duration.ofMillis(50), Duration.ofMillis(300)));
		List<ConnectionStateChange> changes = new CopyOnWriteArrayList<>();
		this.manager.addStateListener((change, m) -> changes.add(change));
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> this.manager.status().lastRoundTrip() != null);
		this.asterisk.faults().freeze();
		await().atMost(PATIENCE)
			.until(() -> changes.stream().anyMatch((change) -> change.current() == ConnectionState.RECONNECTING));
		this.asterisk.faults().thaw();
		await().atMost(PATIENCE).until(this.manager::isConnected);
		assertThat(changes).filteredOn((change) -> change.cause() != null)
			.first()
			.satisfies((change) -> assertThat(change.cause()).hasMessageContaining("dead"));
	}

	@Test
	void slowActionIsNotTakenForADeadPeer() {
		use(builder().keepAlive(Duration.ofMillis(50), Duration.ofMillis(100)));
		this.manager.connectAsync();
		this.asterisk.on("Slow", (request) -> AmiAnswer.success("done").after(Duration.ofMillis(500)));
		// A machine that is busy for 100 ms is a dead peer: the action gets another
		// chance then
		await().atMost(PATIENCE)
			.ignoreException(ManagerConnectionException.class)
			.until(() -> "done".equals(this.manager.sendAction(AmiAction.named("Slow")).message()));
	}

	@Test
	void endlessMessageEndsTheConnection() {
		use(builder().limits(100_000, 1000, 200_000));
		this.manager.connect();
		this.asterisk.faults().garbage("Event: " + "x".repeat(200_000));
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() == 2);
		assertThat(this.manager.status().lastFailure()).hasMessageContaining("100000");
	}

	@Test
	void truncatedMessageIsNotDelivered() {
		List<AmiEvent> events = new CopyOnWriteArrayList<>();
		this.manager.connect();
		this.manager.registerCallback("Hangup", (event, m) -> events.add(event));
		this.asterisk.faults()
			.truncate(AmiFrame.event("Hangup").with("Privilege", "call,all").with("Channel", "PJSIP/1"), 30);
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() == 2);
		assertThat(events).isEmpty();
	}

	@Test
	void plainTextBetweenMessagesIsNoGarbage() {
		List<AmiResponse> orphans = new CopyOnWriteArrayList<>();
		this.manager.registerOrphanCallback((response, m) -> orphans.add(response));
		this.manager.connect();
		this.asterisk.faults().garbage("No registrations found\r\n\r\n");
		await().atMost(PATIENCE).until(() -> orphans.size() == 1);
		assertThat(orphans.get(0).headers().get("")).isEqualTo("No registrations found");
		assertThat(this.manager.status().connects()).isEqualTo(1);
	}

	@Test
	void limitOfAttemptsEndsInDisconnected() {
		use(builder().reconnect(ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(10), Duration.ofMillis(20))
			.withMultiplier(1)
			.withJitter(0)
			.withMaxAttempts(2)));
		this.manager.connect();
		this.asterisk.stop();
		await().atMost(PATIENCE).until(() -> this.manager.state() == ConnectionState.DISCONNECTED);
	}

	@Test
	void closeFromAStateListenerReturns() {
		this.manager.addStateListener((change, m) -> {
			if (change.current() == ConnectionState.RECONNECTING) {
				m.close();
			}
		});
		this.manager.connect();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.manager.state() == ConnectionState.CLOSED);
	}

}
