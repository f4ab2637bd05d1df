package io.pystrix.test.ami;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.test.release.AsteriskRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The AMI server has the limits and habits of the release that it plays.
 */
@Timeout(60)
class AmiReleaseTests {

	private static AmiSimulator simulator(String release) {
		return AmiSimulator.builder().release(AsteriskRelease.of(release)).account("admin", "wordpass").build().start();
	}

	@ParameterizedTest
	@CsvSource({ "13.38.3, 2.10.6", "16.28.0, 5.0.4", "18.26.4, 7.0.3", "20.15.2, 9.0.0", "22.10.1, 11.0.0",
			"23.4.1, 12.0.0" })
	void greetsAndDescribesItself(String release, String ami) throws IOException {
		try (AmiSimulator simulator = simulator(release)) {
			try (AmiClient client = new AmiClient(simulator.address())) {
				assertThat(client.readLine()).isEqualTo("Asterisk Call Manager/" + ami);
			}
			try (AmiClient client = AmiClient.loggedIn(simulator.address())) {
				List<String> settings = client.exchange("Action: CoreSettings");
				assertThat(settings).contains("AMIversion: " + ami, "AsteriskVersion: " + release);
				assertThat(settings.contains("SoundsSearchCustomDir: No"))
					.isEqualTo(simulator.release().compareTo(AsteriskRelease.of("18.0")) > 0);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "13.38.3, false", "16.0.0, true", "22.10.1, true" })
	void fullyBootedTellsTheUptimeSince16(String release, boolean uptime) throws IOException {
		try (AmiSimulator simulator = simulator(release); AmiClient client = new AmiClient(simulator.address())) {
			client.readLine();
			client.exchange("Action: Login", "Username: admin", "Secret: wordpass");
			List<String> booted = client.read();
			assertThat(booted).contains("Event: FullyBooted", "Status: Fully Booted");
			assertThat(booted.stream().anyMatch((line) -> line.startsWith("Uptime: "))).isEqualTo(uptime);
		}
	}

	@Test
	void commandOutputHasNoHeadersIn13() throws IOException {
		try (AmiSimulator simulator = simulator("13"); AmiClient client = AmiClient.loggedIn(simulator.address())) {
			simulator.command("queue show", "a: b", "");
			assertThat(client.exchange("Action: Command", "ActionID: 1", "Command: queue show"))
				.containsExactly("Response: Follows", "Privilege: Command", "ActionID: 1", "a: b");
			assertThat(client.read()).containsExactly("--END COMMAND--");
		}
	}

	@ParameterizedTest
	@CsvSource({ "13.38.3, false", "16.28.0, false", "18.25.0, false", "18.26.0, true", "20.10.0, false",
			"20.11.0, true", "22.0.0, false", "22.1.0, true", "23.0.0, true" })
	void matchCriteriaAreIgnoredBeforeTheyWereKnown(String release, boolean known) throws IOException {
		try (AmiSimulator simulator = simulator(release); AmiClient client = AmiClient.loggedIn(simulator.address())) {
			client.exchange("Action: Filter", "Operation: Add", "MatchCriteria: action(exclude),name(Hangup)",
					"Filter: Never");
			simulator.broadcast(AmiFrame.event("Hangup").with("Channel", "Never"));
			simulator.broadcast(AmiFrame.event("Newchannel").with("Channel", "Never"));
			// A release that ignores the criteria lets through what matches the pattern
			assertThat(client.read()).contains(known ? "Event: Newchannel" : "Event: Hangup");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "13.9.0", "16.28.0", "22.10.1", "23.4.1" })
	void refusesEverythingWhileItShutsDown(String release) throws IOException {
		try (AmiSimulator simulator = simulator(release); AmiClient client = AmiClient.loggedIn(simulator.address())) {
			simulator.faults().shuttingDown(true);
			assertThat(client.exchange("Action: Ping", "ActionID: 1")).containsExactly("Response: Error", "ActionID: 1",
					"Message: Asterisk is shutting down");
			simulator.broadcast(AmiFrame.event("Hangup"));
			assertThat(client.read()).contains("Event: Hangup");
			try (AmiClient late = new AmiClient(simulator.address())) {
				late.readLine();
				assertThat(late.exchange("Action: Login", "Username: admin", "Secret: wordpass"))
					.contains("Message: Asterisk is shutting down");
				simulator.faults().shuttingDown(false);
				assertThat(late.exchange("Action: Login", "Username: admin", "Secret: wordpass"))
					.contains("Message: Authentication accepted");
			}
			assertThat(client.exchange("Action: Ping")).contains("Ping: Pong");
		}
	}

	@Test
	void refusedNothingBefore139() throws IOException {
		try (AmiSimulator simulator = simulator("13.8.2"); AmiClient client = AmiClient.loggedIn(simulator.address())) {
			simulator.faults().shuttingDown(true);
			assertThat(client.exchange("Action: Ping")).contains("Ping: Pong");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "13.38.3", "16.28.0", "22.10.1" })
	void theLineBufferHolds1024Bytes(String release) throws IOException {
		try (AmiSimulator simulator = simulator(release); AmiClient client = AmiClient.loggedIn(simulator.address())) {
			assertThat(client.exchange("Action: Ping", "X: " + "a".repeat(1019))).contains("Ping: Pong");
			client.sendRaw("Action: Ping\r\nX: " + "a".repeat(1020) + "\n\r\n");
			assertThat(client.read()).contains("Ping: Pong");
			assertThat(client.exchange("Action: Ping", "X: " + "\u00e4".repeat(600)))
				.contains("Message: Failed to parse message: line too long");
			assertThat(client.exchange("Action: Ping", "ActionID: 7", "X: " + "a".repeat(1021)))
				.containsExactly("Response: Error", "ActionID: 7", "Message: Failed to parse message: line too long");
		}
	}

	/**
	 * 1,023 as seen on Asterisk 16.28.0 and 22.10.1.
	 */
	@ParameterizedTest
	@CsvSource({ "13.38.3, 1022, false", "13.38.3, 1023, true", "13.38.3, 1024, true", "16.28.0, 1022, false",
			"16.28.0, 1023, true", "16.28.0, 1024, false", "16.28.0, 1025, false", "22.10.1, 1022, false",
			"22.10.1, 1023, true", "22.10.1, 1024, false" })
	void aLineThatFillsTheBufferEndsItsMessage(String release, int length, boolean ends) throws IOException {
		try (AmiSimulator simulator = simulator(release); AmiClient client = AmiClient.loggedIn(simulator.address())) {
			client.exchange("Action: Events", "EventMask: off");
			client.send("Action: UserEvent", "X: " + "a".repeat(length - 3), "Action: Ping", "ActionID: forged");
			client.send("Action: Logoff");
			List<String> answers = new ArrayList<>();
			for (String line = client.readLine(); line != null; line = client.readLine()) {
				answers.add(line);
			}
			assertThat(answers.contains("Ping: Pong")).isEqualTo(ends);
			assertThat(answers.contains("Message: Event Sent")).isEqualTo(length < 1023);
		}
	}

}
