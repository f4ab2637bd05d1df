package io.pystrix.test.ami;

import java.net.ConnectException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiSimulator} as a server: sessions, logins and faults.
 */
class AmiSimulatorTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private final AmiSimulator simulator = AmiSimulator.builder().account("admin", "wordpass").build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void greetsWithOneLineAndNoBlankLine() throws Exception {
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			client.send("Action: Challenge", "AuthType: MD5", "ActionID: c");
			assertThat(client.readLine()).isEqualTo("Asterisk Call Manager/11.0.0");
			assertThat(client.read()).startsWith("Response: Success", "ActionID: c")
				.last()
				.asString()
				.matches("Challenge: \\d+");
		}
	}

	@Test
	void logsInByMd5AndTellsThatItIsBooted() throws Exception {
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			client.readLine();
			String challenge = client.exchange("Action: Challenge", "AuthType: MD5").get(1).substring(11);
			byte[] digest = MessageDigest.getInstance("MD5").digest((challenge + "wordpass").getBytes());
			assertThat(client.exchange("Action: Login", "AuthType: MD5", "Username: ADMIN",
					"Key: " + HexFormat.of().formatHex(digest), "ActionID: in"))
				.containsExactly("Response: Success", "ActionID: in", "Message: Authentication accepted");
			assertThat(client.read()).startsWith("Event: FullyBooted", "Privilege: system,all")
				.endsWith("Status: Fully Booted");
			assertThat(this.simulator.loginAttempts()).isEqualTo(1);
			assertThat(this.simulator.sessions()).isEqualTo(1);
		}
		await().until(() -> this.simulator.sessions() == 0);
	}

	@Test
	void refusesAnUpperCaseKeyAndClosesTheConnection() throws Exception {
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			client.readLine();
			String challenge = client.exchange("Action: Challenge", "AuthType: MD5").get(1).substring(11);
			byte[] digest = MessageDigest.getInstance("MD5").digest((challenge + "wordpass").getBytes());
			assertThat(client.exchange("Action: Login", "AuthType: MD5", "Username: admin",
					"Key: " + HexFormat.of().withUpperCase().formatHex(digest)))
				.containsExactly("Response: Error", "Message: Authentication failed");
			assertThat(client.readLine()).isNull();
		}
	}

	@Test
	void logsInPlainlyUnlessLoginsAreRefused() throws Exception {
		AmiClient.loggedIn(this.simulator.address()).close();
		this.simulator.faults().refuseLogins();
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			client.readLine();
			assertThat(client.exchange("Action: Login", "Username: admin", "Secret: wordpass"))
				.contains("Message: Authentication failed");
			assertThat(client.readLine()).isNull();
		}
		assertThat(this.simulator.connectionAttempts()).isEqualTo(2);
		assertThat(this.simulator.loginAttempts()).isEqualTo(2);
	}

	@Test
	void permitsNothingBeforeLogin() throws Exception {
		try (AmiClient client = new AmiClient(this.simulator.address())) {
			client.readLine();
			assertThat(client.exchange("Action: Ping", "ActionID: p")).containsExactly("Response: Error", "ActionID: p",
					"Message: Permission denied");
			assertThat(client.exchange("Action: Logoff")).containsExactly("Response: Goodbye",
					"Message: Thanks for all the fish.");
			assertThat(client.readLine()).isNull();
		}
	}

	@Test
	void startsAgainOnTheSamePort() throws Exception {
		AmiClient before = AmiClient.loggedIn(this.simulator.address());
		int port = this.simulator.port();
		this.simulator.stop();
		assertThat(before.readLine()).isNull();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new AmiClient(this.simulator.address()));
		this.simulator.start();
		assertThat(this.simulator.port()).isEqualTo(port);
		AmiClient.loggedIn(this.simulator.address()).close();
	}

	@Test
	void tellsEverybodyWhenItShutsDown() throws Exception {
		try (AmiClient client = AmiClient.loggedIn(this.simulator.address())) {
			this.simulator.shutdown();
			assertThat(client.read()).contains("Event: Shutdown", "Shutdown: Cleanly", "Restart: False");
			assertThat(client.readLine()).isNull();
		}
	}

	@Test
	void namesWhatArrivedWhenARequestDoesNot() throws Exception {
		try (AmiClient client = AmiClient.loggedIn(this.simulator.address())) {
			client.exchange("Action: Ping");
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> this.simulator.awaitRequest("Originate", Duration.ofMillis(10)))
				.withMessageContaining("[Login, Ping]");
		}
		assertThat(this.simulator.requests("ping")).hasSize(1);
		this.simulator.clearRequests();
		assertThat(this.simulator.requests()).isEqualTo(List.of());
	}

	@Test
	void forgetsWhatATestToldIt() throws Exception {
		AmiSimulator described = AmiSimulator.builder().account("admin", "wordpass").build();
		described.on("Park", (request) -> AmiAnswer.success("Parked"));
		try (described; AmiClient client = AmiClient.loggedIn(described.start().address())) {
			described.on("Park", (request) -> AmiAnswer.error("Full"));
			described.on("Ping", (request) -> AmiAnswer.error("No"));
			described.variable("", "COLOUR", "blue");
			described.faults().refuseLogins();
			assertThat(client.exchange("Action: Park")).contains("Message: Full");
			described.faults().freeze();
			described.reset();
			assertThat(described.requests()).isEmpty();
			assertThat(described.variable("", "COLOUR")).isNull();
			assertThat(client.exchange("Action: Park")).contains("Message: Parked");
			assertThat(client.exchange("Action: Ping")).contains("Ping: Pong");
			AmiClient.loggedIn(described.address()).close();
		}
	}

}
