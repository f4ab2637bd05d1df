package io.pystrix.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.event.UserEventEvent;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiEvent;
import io.pystrix.test.ami.AmiAccount;
import io.pystrix.test.ami.AmiFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What a manager makes of connections that the test kit breaks, and of an account that
 * may not do everything.
 */
@Timeout(60)
class ManagerFaultsTests extends ManagerTestSupport {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 29, 30, 31, 60, 90, 120, 180, 250 })
	void connectionThatBreaksAnywhereInTheLoginIsMadeAnew(int bytes) {
		this.asterisk.faults().next().cutAfter(bytes);
		this.manager.connectAsync();
		await().atMost(PATIENCE).until(() -> this.asterisk.connectionAttempts() > 1);
		await().atMost(PATIENCE).until(this.manager::isConnected);
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
	}

	@Test
	void refusedConnectionsAreTriedAgain() {
		this.asterisk.faults().refuseConnections(2);
		this.manager.connectAsync();
		await().atMost(PATIENCE).until(this.manager::isConnected);
		assertThat(this.asterisk.connectionAttempts()).isEqualTo(3);
	}

	@Test
	void restartIsAnEventAndThenANewConnection() {
		List<String> events = new CopyOnWriteArrayList<>();
		this.manager.registerCallback("Shutdown", (event, m) -> events.add(event.get("Restart")));
		this.manager.connect();
		this.asterisk.faults().restart(Duration.ofMillis(100));
		await().atMost(PATIENCE).until(() -> this.manager.status().connects() == 2);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(events).containsExactly("True"));
	}

	@Test
	void longWayMakesAnswersLateAndNothingElse() {
		this.manager.connect();
		this.asterisk.faults().delayOutput(Duration.ofMillis(100));
		assertThat(this.manager.sendAction(new PingAction()).roundTrip())
			.isGreaterThanOrEqualTo(Duration.ofMillis(100));
		this.asterisk.faults().clear();
		this.asterisk.faults().delayAnswers(Duration.ofMillis(100));
		assertThat(this.manager.sendAction(new PingAction()).roundTrip())
			.isGreaterThanOrEqualTo(Duration.ofMillis(100));
		assertThat(this.manager.status().connects()).isEqualTo(1);
	}

	@Test
	void peerThatReadsNothingIsFoundOutByTheKeepAlive() {
		use(builder().keepAlive(Duration.ofMillis(50), Duration.ofMillis(300)));
		List<ManagerException> causes = new CopyOnWriteArrayList<>();
		this.manager.addStateListener((change, m) -> {
			if (change.cause() != null) {
				causes.add(change.cause());
			}
		});
		this.manager.connect();
		this.asterisk.faults().stopReading();
		await().atMost(PATIENCE).until(() -> !causes.isEmpty());
		assertThat(causes.get(0)).hasMessageContaining("dead");
		this.asterisk.faults().clear();
		await().atMost(PATIENCE).until(this.manager::isConnected);
	}

	@Test
	void bytesThatAreNoTextCostNothingButThemselves() {
		List<String> names = new CopyOnWriteArrayList<>();
		this.manager.registerCallback(UserEventEvent.class, (event, m) -> names.add(event.get("Name")));
		this.manager.connect();
		this.asterisk.faults().split(1, 3);
		this.asterisk.faults().invalidUtf8();
		await().atMost(PATIENCE).until(() -> !names.isEmpty());
		assertThat(names).containsExactly("Jos\ufffd \ufffd");
		assertThat(this.manager.status().connects()).isEqualTo(1);
	}

	@Test
	void accountThatMayNotDoAndSeeEverythingIsToldSo() {
		this.asterisk.account(AmiAccount.of("reader", "secret").read("call").write("reporting"));
		use(builder().credentials("reader", "secret"));
		List<String> events = new CopyOnWriteArrayList<>();
		this.manager.registerCallback(AmiEvent.class, (event, m) -> events.add(event.name()));
		this.manager.connect();
		assertThatExceptionOfType(ActionFailedException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named("Originate").with("Channel", "PJSIP/1")))
			.withMessageContaining("Permission denied");
		assertThat(this.manager.sendAction(AmiAction.named("CoreStatus")).isSuccess()).isTrue();
		this.asterisk.broadcast(AmiFrame.event("Newexten").with("Privilege", "dialplan,all"));
		this.asterisk.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
		await().atMost(PATIENCE).until(() -> !events.isEmpty());
		assertThat(events).containsExactly("Hangup");
	}

}
