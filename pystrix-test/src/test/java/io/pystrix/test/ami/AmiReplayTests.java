package io.pystrix.test.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AmiTrace} and {@link AmiReplay}.
 */
@Timeout(120)
class AmiReplayTests {

	private static final AmiTrace TRACE = AmiTrace.of(String.join("\r\n", "Asterisk Call Manager/11.0.0",
			"Response: Success", "ActionID: in", "Message: Authentication accepted", "", "Event: FullyBooted",
			"Privilege: system,all", "", "Event: Before", "Privilege: call,all", "", "Response: Success",
			"ActionID: a$1", "EventList: start", "", "Event: Item", "ActionID: a$1", "N: 1", "", "Event: ItemsComplete",
			"ActionID: a$1", "EventList: Complete", "", "", "Response: Success", "ActionID: keepalive", "Ping: Pong",
			"", "Event: Status", "Privilege: Call", "ActionID: a$1", "", "Event: OriginateResponse",
			"Privilege: call,all", "ActionID: foreign", "", "Response: Error", "Message: No", "", "Event: Newexten",
			"Privilege: dialplan,all", "", "Event: Cut", "Priv"));

	private final AmiSimulator simulator = AmiSimulator.builder()
		.account("admin", "wordpass")
		.account(AmiAccount.of("caller", "wordpass").read("call"))
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void aTraceTellsItsMessagesAndItsEvents(@TempDir Path folder) throws Exception {
		assertThat(TRACE.messages()).hasSize(11);
		assertThat(TRACE.events()).extracting(AmiFrame::name)
			.containsExactly("Before", "OriginateResponse", "Newexten");
		assertThat(TRACE.filter((frame) -> !frame.name().equals("Newexten")).events()).hasSize(2);
		assertThat(TRACE).hasToString("AmiTrace[11 messages, 3 events]");
		Path file = Files.writeString(folder.resolve("x.raw"), "Event: A\r\nPrivilege: call,all\r\n\r\n");
		assertThat(AmiTrace.read(file).events()).extracting(AmiFrame::name).containsExactly("A");
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> AmiTrace.read(folder.resolve("none.raw")))
			.withMessageContaining("none.raw");
	}

	@Test
	void eventsGoToThoseWhoMaySeeThemAndWantTo() throws Exception {
		try (AmiClient admin = login("admin"); AmiClient caller = login("caller")) {
			admin.read();
			admin.exchange("Action: Filter", "Operation: Add", "Filter: !Event: Before");
			this.simulator.replay(TRACE).events();
			assertThat(caller.read()).startsWith("Event: Before");
			assertThat(caller.read()).containsExactly("Event: OriginateResponse", "Privilege: call,all",
					"ActionID: foreign");
			assertThat(caller.exchange("Action: Ping")).contains("Ping: Pong");
			assertThat(admin.read()).startsWith("Event: OriginateResponse");
			assertThat(admin.read()).startsWith("Event: Newexten");
		}
	}

	@Test
	void eventsArePlayedSlowlyAndOften() throws Exception {
		try (AmiClient caller = login("caller")) {
			long start = System.nanoTime();
			this.simulator.replay(TRACE).every(Duration.ofMillis(20)).times(2).events();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
			for (String name : List.of("Before", "OriginateResponse", "Before", "OriginateResponse")) {
				assertThat(caller.read()).startsWith("Event: " + name);
			}
		}
	}

	@Test
	void noTimesIsAMistake() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.replay(TRACE).times(0));
	}

	@Test
	void bytesAreThoseOfTheTraceAndMayComeInPieces() throws Exception {
		byte[] bytes = "Event: A\r\nPrivilege: call,all\r\nName:Jos\u00e9\r\nNo colon\r\nValue: a\nb\r\n\r\n"
			.getBytes(StandardCharsets.ISO_8859_1);
		this.simulator.faults().split(1, 2);
		try (AmiClient caller = login("caller")) {
			this.simulator.replay(AmiTrace.of(bytes)).events();
			assertThat(caller.read()).containsExactly("Event: A", "Privilege: call,all", "Name:Jos\ufffd", "No colon",
					"Value: a", "b");
		}
	}

	@Test
	void theNextSessionIsAnsweredFromTheTraceByItsOwnIds() throws Exception {
		this.simulator.replay(TRACE).nextSession();
		try (AmiClient client = login("admin")) {
			assertThat(client.read()).startsWith("Event: FullyBooted");
			assertThat(client.read()).startsWith("Event: Before");
			assertThat(client.exchange("Action: Ping")).contains("Ping: Pong");
			assertThat(client.exchange("Action: Items", "ActionID: own$2")).containsExactly("Response: Success",
					"ActionID: own$2", "EventList: start");
			assertThat(client.read()).containsExactly("Event: Item", "ActionID: own$2", "N: 1");
			assertThat(client.read()).contains("ActionID: own$2", "EventList: Complete");
			assertThat(client.readLine()).isEmpty();
			assertThat(client.read()).contains("Event: Status", "ActionID: own$2");
			assertThat(client.read()).contains("Event: OriginateResponse", "ActionID: foreign");
			assertThat(client.exchange("Action: Whatever", "ActionID: 3")).containsExactly("Response: Error",
					"ActionID: 3", "Message: No");
			assertThat(client.read()).startsWith("Event: Newexten");
			assertThat(client.exchange("Action: Whatever")).last().asString().contains("Invalid/unknown command");
			assertThat(this.simulator.requests("Whatever")).hasSize(2);
		}
	}

	@Test
	void aSessionWithoutIdsIsAnsweredWithoutIds() throws Exception {
		this.simulator.replay(TRACE).every(Duration.ofMillis(1)).nextSession();
		try (AmiClient client = login("caller")) {
			assertThat(client.read()).startsWith("Event: Before");
			assertThat(client.exchange("Action: Items")).containsExactly("Response: Success", "EventList: start");
			assertThat(client.read()).containsExactly("Event: Item", "N: 1");
		}
		try (AmiClient client = login("caller")) {
			assertThat(client.exchange("Action: Items")).last().asString().contains("Invalid/unknown command");
		}
	}

	@Test
	void aReplayEndsWithItsSession() throws Exception {
		this.simulator.replay(TRACE).nextSession();
		login("caller").close();
		await().until(() -> this.simulator.sessions() == 0);
		await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().matches("ami-simulator-\\d+-replay")));
	}

	private AmiClient login(String username) throws IOException {
		AmiClient client = new AmiClient(this.simulator.address());
		client.readLine();
		assertThat(client.exchange("Action: Login", "Username: " + username, "Secret: wordpass"))
			.contains("Message: Authentication accepted");
		return client;
	}

}
