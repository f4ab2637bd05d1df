package io.pystrix.test.ami;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiFaults} and {@link AmiConnectionFaults}.
 */
@Timeout(120)
class AmiFaultsTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final String GREETING = "Asterisk Call Manager/11.0.0";

	private final AmiSimulator simulator = AmiSimulator.builder().account("admin", "wordpass").build();

	private final AmiFaults faults = this.simulator.faults();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void cutsConnectionsAndTakesNewOnes() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.cut();
			assertThat(client.readLine()).isNull();
		}
		loggedIn().close();
	}

	@Test
	void resetsConnections() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.reset();
			assertThatIOException().isThrownBy(client::readLine).withMessageContaining("reset");
		}
	}

	@Test
	void cutsAfterSoManyBytesWhereverThatIs() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.cutAfter(20);
			this.simulator.broadcast(AmiFrame.event("Hangup").with("Channel", "PJSIP/1"));
			assertThat(client.read()).containsExactly("Event: Hangup", "Chann");
			assertThat(client.readLine()).isNull();
		}
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			assertThat(client.readLine()).isEqualTo(GREETING.substring(0, 20));
			assertThat(client.readLine()).isNull();
		}
	}

	@Test
	void cutsAfterNoByteAtOnce() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.cutAfter(0);
			assertThat(client.readLine()).isNull();
		}
	}

	@Test
	void cutsAMessageShort() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.truncate(AmiFrame.event("Hangup").with("Channel", "PJSIP/1"), 20);
			assertThat(client.read()).containsExactly("Event: Hangup", "Chann");
		}
	}

	@Test
	void writesWhateverBytesATestWants() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.garbage("no colon\r\n: \r\n\r\n");
			this.faults.overlongLine(70_000);
			this.faults.invalidUtf8();
			assertThat(client.read()).containsExactly("no colon", ": ");
			assertThat(client.read()).last().asString().hasSize(70_007);
			assertThat(client.read()).contains("Name: Jos\ufffd \ufffd");
		}
	}

	@Test
	void answersLate() throws Exception {
		this.faults.delayAnswers(Duration.ofMillis(200));
		try (AmiClient client = loggedIn()) {
			long start = System.nanoTime();
			assertThat(client.exchange("Action: Ping")).contains("Ping: Pong");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
		}
	}

	@Test
	void eventsAreInTimeThoughAnswersAreLate() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.delayAnswers(Duration.ofHours(1));
			client.send("Action: Ping");
			this.simulator.awaitRequest("Ping", SOON);
			this.simulator.broadcast(AmiFrame.event("Early"));
			assertThat(client.read()).containsExactly("Event: Early");
		}
	}

	@Test
	void writesEverythingLateAndInOrder() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.delayOutput(Duration.ofMillis(150));
			long start = System.nanoTime();
			this.simulator.broadcast(AmiFrame.event("A"));
			this.simulator.broadcast(AmiFrame.event("B"));
			assertThat(client.read()).containsExactly("Event: A");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
			assertThat(client.read()).containsExactly("Event: B");
			this.faults.delayOutput(Duration.ofHours(1));
			client.send("Action: Ping");
			this.simulator.awaitRequest("Ping", SOON);
			client.timeout(50);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(client::readLine);
		}
	}

	@Test
	void whatWasLateIsWrittenWhenAllIsWell() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.delayOutput(Duration.ofHours(1));
			this.simulator.broadcast(AmiFrame.event("Late"));
			this.faults.clear();
			assertThat(client.read()).containsExactly("Event: Late");
		}
	}

	@Test
	void writesInPieces() throws Exception {
		this.faults.split(1, 5, 2);
		try (AmiClient client = loggedIn()) {
			assertThat(client.exchange("Action: Ping")).contains("Ping: Pong");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.split(3, 0));
	}

	@Test
	void keepsSilentWhileFrozenAndGoesOnWhenThawed() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.freeze();
			client.send("Action: Ping", "ActionID: late");
			this.simulator.awaitRequest("Ping", SOON);
			client.timeout(50);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(client::readLine);
			this.faults.thaw();
			client.timeout(30_000);
			assertThat(client.read()).startsWith("Response: Success", "ActionID: late", "Ping: Pong");
		}
	}

	@Test
	void forgetsAClientThatLeavesWhileFrozen() throws Exception {
		AmiClient client = loggedIn();
		this.faults.freeze();
		client.send("Action: Ping");
		client.close();
		await().until(() -> this.simulator.sessions() == 0);
	}

	@Test
	void readsNothingAndStillSendsEvents() throws Exception {
		try (AmiClient client = loggedIn()) {
			this.faults.stopReading();
			client.send("Action: Ping");
			this.simulator.broadcast(AmiFrame.event("Heard"));
			assertThat(client.read()).containsExactly("Event: Heard");
			client.timeout(50);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(client::readLine);
			assertThat(this.simulator.requests("Ping")).isEmpty();
			this.faults.startReading();
			client.timeout(30_000);
			assertThat(client.read()).contains("Ping: Pong");
		}
	}

	@Test
	void refusesLoginsSoManyTimes() throws Exception {
		this.faults.refuseLogins(2);
		for (int i = 0; i < 2; i++) {
			assertThat(login()).contains("Message: Authentication failed");
		}
		assertThat(login()).contains("Message: Authentication accepted");
		this.faults.refuseLogins();
		assertThat(login()).contains("Message: Authentication failed");
		this.faults.clear();
		assertThat(login()).contains("Message: Authentication accepted");
	}

	@Test
	void numbersThatMakeNoSenseAreErrors() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.refuseLogins(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.refuseConnections(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.cutAfter(-1));
	}

	@Test
	void refusesConnectionsWithoutAGreeting() throws Exception {
		this.faults.refuseConnections(1);
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			assertThat(client.readLine()).isNull();
		}
		loggedIn().close();
		this.faults.refuseConnections();
		for (int i = 0; i < 2; i++) {
			try (AmiClient client = new AmiClient(this.simulator.address())) {
				assertThat(client.readLine()).isNull();
			}
		}
		assertThat(this.simulator.connectionAttempts()).isEqualTo(4);
		this.faults.clear();
		loggedIn().close();
	}

	@Test
	void theNextConnectionHasFaultsOfItsOwn() throws Exception {
		this.faults.next().garbage("what is this\r\n").split(3).cutAfter(GREETING.length() + 2 + 8);
		this.faults.next().refuseLogin().delayAnswers(Duration.ofMillis(1)).delayOutput(Duration.ofMillis(1));
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			assertThat(client.read()).containsExactly(GREETING, "what is ");
		}
		assertThat(login()).contains("Message: Authentication failed");
		assertThat(login()).contains("Message: Authentication accepted");
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.next().cutAfter(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.next().split(-1));
	}

	@Test
	void theNextConnectionMayBeHalfOpen() throws Exception {
		this.faults.next().freeze();
		this.faults.next().stopReading();
		try (AmiClient silent = new AmiClient(this.simulator.address());
				AmiClient deaf = new AmiClient(this.simulator.address())) {
			assertThat(deaf.readLine()).isEqualTo(GREETING);
			deaf.send("Action: Ping", "ActionID: deaf");
			silent.send("Action: Ping", "ActionID: silent");
			this.simulator.awaitRequest("Ping", SOON);
			silent.timeout(50);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(silent::readLine);
			assertThat(this.simulator.requests()).extracting(AmiRequest::actionId).containsExactly("silent");
			silent.timeout(30_000);
			this.faults.clear();
			assertThat(silent.readLine()).isEqualTo(GREETING);
			assertThat(deaf.read()).contains("ActionID: deaf");
		}
	}

	@Test
	void isRestartedWithAWordOrWithout() throws Exception {
		int port = this.simulator.port();
		for (boolean announced : List.of(true, false)) {
			goDown(announced, Duration.ofHours(1));
			assertThatExceptionOfType(ConnectException.class).isThrownBy(this::loggedIn);
			this.simulator.start();
			goDown(announced, Duration.ofMillis(50));
			await().ignoreExceptionsInstanceOf(ConnectException.class).untilAsserted(() -> loggedIn().close());
		}
		this.faults.crash(Duration.ZERO);
		loggedIn().close();
		assertThat(this.simulator.port()).isEqualTo(port);
	}

	private void goDown(boolean announced, Duration down) throws IOException {
		try (AmiClient client = loggedIn()) {
			if (announced) {
				this.faults.restart(down);
				assertThat(client.read()).containsExactly("Event: Shutdown", "Privilege: system,all",
						"Shutdown: Cleanly", "Restart: True");
			}
			else {
				this.faults.crash(down);
			}
			assertThat(client.readLine()).isNull();
		}
	}

	@Test
	void doesNotComeBackWhenItWasStoppedMeanwhile() {
		this.faults.restart(Duration.ofMillis(100));
		this.simulator.stop();
		await().during(Duration.ofMillis(300))
			.untilAsserted(() -> assertThatExceptionOfType(ConnectException.class).isThrownBy(this::loggedIn));
	}

	private AmiClient loggedIn() throws IOException {
		return AmiClient.loggedIn(this.simulator.address());
	}

	private List<String> login() throws IOException {
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			client.readLine();
			return client.exchange("Action: Login", "Username: admin", "Secret: wordpass");
		}
	}

}
