package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * An Asterisk that refuses every action because it is shutting down and waits for calls
 * to end.
 */
@Timeout(60)
class ManagerShutdownTests extends ManagerTestSupport {

	private static final AmiAnswer REFUSAL = AmiAnswer.error("Asterisk is shutting down");

	private final List<String> notices = new CopyOnWriteArrayList<>();

	private void connect(Duration keepAlive) {
		use(builder().keepAlive(keepAlive, PATIENCE));
		this.manager.addStateListener(new ConnectionStateListener() {

			@Override
			public void stateChanged(ConnectionStateChange change, Manager manager) {
				ManagerShutdownTests.this.notices.add(change.current().name());
			}

			@Override
			public void shuttingDownChanged(boolean shuttingDown, Manager manager) {
				assertThat(manager).isSameAs(ManagerShutdownTests.this.manager);
				ManagerShutdownTests.this.notices.add((shuttingDown) ? "refuses" : "executes");
			}

		});
		this.manager.connect();
		assertThat(this.manager.status().shuttingDown()).isFalse();
	}

	@Test
	void thePingOfTheKeepAliveFindsItOutAndFindsOutThatItIsOver() {
		connect(Duration.ofMillis(50));
		try (LogCapture log = new LogCapture("io.pystrix.ami")) {
			this.asterisk.on("Ping", (request) -> REFUSAL);
			await().atMost(PATIENCE).until(() -> this.manager.status().shuttingDown());
			this.asterisk.off("Ping");
			await().atMost(PATIENCE).until(() -> !this.manager.status().shuttingDown());
			assertThat(log.at(Level.WARN)).singleElement().asString().contains("shutting down");
		}
		assertThat(this.manager.status().connects()).isOne();
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.notices).containsExactly("CONNECTING", "AUTHENTICATING", "CONNECTED",
					"refuses", "executes"));
	}

	@Test
	void anyAnswerTellsIt() {
		connect(PATIENCE);
		this.asterisk.on("Getvar", (request) -> REFUSAL);
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Getvar")))
			.withMessageContaining("Asterisk is shutting down");
		assertThat(this.manager.status().shuttingDown()).isTrue();
		assertThat(this.manager.isConnected()).isTrue();
		// Another error is executed all the same
		this.manager.exchange(AmiAction.named("Nonsense"));
		assertThat(this.manager.status().shuttingDown()).isFalse();
		this.manager.exchange(AmiAction.named("Getvar"));
		assertThat(this.manager.status().shuttingDown()).isTrue();
		this.manager.sendAction(new PingAction());
		assertThat(this.manager.status().shuttingDown()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Challenge", "Login" })
	void aRefusedLoginTellsItUntilOneIsAccepted(String refusedAction) {
		connect(PATIENCE);
		this.asterisk.on(refusedAction, (request) -> REFUSAL);
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.manager.status().shuttingDown());
		assertThatExceptionOfType(ManagerConnectionException.class)
			.isThrownBy(() -> this.manager.sendAction(new PingAction()))
			.satisfies((failure) -> assertThat(failure.isShuttingDown()).isTrue());
		assertThat(this.manager.status().lastFailure()).isInstanceOfSatisfying(ManagerConnectionException.class,
				(refusal) -> assertThat(refusal.isShuttingDown()).isTrue());
		this.asterisk.off(refusedAction);
		await().atMost(PATIENCE).until(this.manager::isConnected);
		assertThat(this.manager.status().shuttingDown()).isFalse();
		await().atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(this.notices).containsOnlyOnce("refuses").endsWith("CONNECTED", "executes"));
	}

	@Test
	void anAttemptThatFailsForAnotherReasonEndsIt() {
		connect(PATIENCE);
		this.asterisk.on("Login", (request) -> REFUSAL);
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.manager.status().shuttingDown());
		this.asterisk.on("Login", (request) -> AmiAnswer.error("Login Already In Use"));
		await().atMost(PATIENCE).until(() -> !this.manager.status().shuttingDown());
		assertThat(this.manager.isConnected()).isFalse();
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.notices).containsOnlyOnce("refuses", "executes"));
	}

	@Test
	void theEndOfTheManagerEndsIt() {
		connect(PATIENCE);
		this.asterisk.on("Login", (request) -> REFUSAL);
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.manager.status().shuttingDown());
		this.manager.disconnect();
		assertThat(this.manager.status().shuttingDown()).isFalse();
		await().atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(this.notices).containsOnlyOnce("refuses").endsWith("DISCONNECTED", "executes"));
	}

	@Test
	void theEndOfTheConnectionEndsIt() {
		connect(PATIENCE);
		this.asterisk.on("Getvar", (request) -> REFUSAL);
		this.manager.exchange(AmiAction.named("Getvar"));
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() == 2 && this.manager.isConnected());
		assertThat(this.manager.status().shuttingDown()).isFalse();
		await().atMost(PATIENCE)
			.untilAsserted(
					() -> assertThat(this.notices).containsOnlyOnce("refuses", "executes").endsWith("CONNECTED"));
	}

	@Test
	void theLiveStateIsStaleUntilItCanAskAgain() {
		List<AmiFrame> channels = new CopyOnWriteArrayList<>();
		this.asterisk.channels(() -> channels);
		connect(PATIENCE);
		try (AsteriskState state = new AsteriskState(this.manager)) {
			await().atMost(PATIENCE).until(() -> state.status() == SyncStatus.LIVE);
			// Everything, as the state may just ask again because Asterisk has booted
			this.asterisk.faults().shuttingDown(true);
			this.manager.exchange(AmiAction.named("Getvar"));
			await().atMost(PATIENCE).until(() -> state.status() == SyncStatus.STALE);
			// Events go on
			this.asterisk.broadcast(AmiFrame.event("Newchannel")
				.with("Privilege", "call,all")
				.with("Channel", "PJSIP/1-00000001")
				.with("ChannelState", "6")
				.with("Uniqueid", "1.1")
				.with("Linkedid", "1.1"));
			await().atMost(PATIENCE).until(() -> state.channel("1.1").isPresent());
			channels.clear();
			this.asterisk.faults().shuttingDown(false);
			this.manager.sendAction(new PingAction());
			await().atMost(PATIENCE).until(() -> state.status() == SyncStatus.LIVE);
			assertThat(state.channels()).isEmpty();
		}
	}

	@Test
	void aLiveStateWhoseListsAreRefusedIsNotLive() {
		connect(PATIENCE);
		this.asterisk.on("CoreShowChannels", (request) -> REFUSAL);
		this.asterisk.on("BridgeList", (request) -> REFUSAL);
		this.asterisk.on("QueueStatus", (request) -> REFUSAL);
		try (AsteriskState state = new AsteriskState(this.manager)) {
			await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> state.status() != SyncStatus.LIVE);
		}
	}

}
