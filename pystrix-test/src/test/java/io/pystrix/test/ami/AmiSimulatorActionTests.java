package io.pystrix.test.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AmiSimulator}: requests, answers and events of a session that is
 * logged in.
 */
class AmiSimulatorActionTests {

	private final AmiSimulator simulator = AmiSimulator.builder().account("admin", "wordpass").build();

	private AmiClient client;

	@BeforeEach
	void start() throws IOException {
		this.simulator.faults().split(7);
		this.simulator.start();
		this.client = AmiClient.loggedIn(this.simulator.address());
	}

	@AfterEach
	void stop() throws IOException {
		this.client.close();
		this.simulator.close();
	}

	@Test
	void endsALineAtLfOrCrlfAndIgnoresTheCaseOfKeys() throws Exception {
		this.client.sendRaw("aCTION:   Ping\nactionid:1\r\n\n");
		assertThat(this.client.read()).startsWith("Response: Success", "ActionID: 1");
	}

	@Test
	void complainsOfEachStrayBlankLine() throws Exception {
		this.client.sendRaw("\r\nAction : Ping\r\nActionID: 2\r\n\r\n");
		assertThat(this.client.read()).containsExactly("Response: Error", "Message: Missing action in request");
		assertThat(this.client.read()).containsExactly("Response: Error", "ActionID: 2",
				"Message: Missing action in request");
	}

	@Test
	void doesNotKnowAnActionWithATrailingBlank() throws Exception {
		assertThat(this.client.exchange("Action: Ping ", "ActionID: 3")).containsExactly("Response: Error",
				"ActionID: 3",
				"Message: Invalid/unknown command: Ping . Use Action: ListCommands to show available " + "commands.");
	}

	@Test
	void refusesLinesThatAreTooLongAndTooManyOfThem() throws Exception {
		assertThat(this.client.exchange("Action: Ping", "ActionID: 4", "X: " + "x".repeat(1100)))
			.containsExactly("Response: Error", "ActionID: 4", "Message: Failed to parse message: line too long");
		assertThat(this.client.exchange("Action: Ping", "X: y\r\n".repeat(128).strip()))
			.contains("Message: Too many lines in message or allocation failure");
		assertThat(this.client.exchange("Action: Ping", "X: y\r\n".repeat(127).strip())).contains("Ping: Pong");
	}

	@Test
	void keepsVariables() throws Exception {
		assertThat(this.client.exchange("Action: Setvar", "Variable: X", "Value: a b"))
			.containsExactly("Response: Success", "Message: Variable Set");
		assertThat(this.client.exchange("Action: Getvar", "Variable: X")).containsExactly("Response: Success",
				"Variable: X", "Value: a b");
		assertThat(this.client.exchange("Action: Getvar", "Variable: X", "Channel: PJSIP/1"))
			.containsExactly("Response: Success", "Variable: X", "Value: ");
		assertThat(this.simulator.variable("", "X")).isEqualTo("a b");
	}

	@Test
	void copiesAUserEventToEverybody() throws Exception {
		try (AmiClient other = AmiClient.loggedIn(this.simulator.address())) {
			this.client.send("Action: UserEvent", "UserEvent: T", "A: 1", "ActionID: u", "A: 2");
			assertThat(this.client.read()).containsExactly("Response: Success", "ActionID: u", "Message: Event Sent");
			List<String> event = List.of("Event: UserEvent", "Privilege: user,all", "UserEvent: T", "A: 1",
					"ActionID: u", "A: 2");
			assertThat(this.client.read()).isEqualTo(event);
			assertThat(other.read()).isEqualTo(event);
		}
	}

	@Test
	void masksEventsByClass() throws Exception {
		assertThat(this.client.exchange("Action: Events", "EventMask: call,dtmf")).contains("Events: On");
		this.simulator.broadcast(AmiFrame.event("Newexten").with("Privilege", "dialplan,all"));
		this.simulator.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
		assertThat(this.client.read()).startsWith("Event: Hangup");
		assertThat(this.client.exchange("Action: Events", "EventMask: nonsense")).contains("Events: Off");
		this.simulator.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
		assertThat(this.client.exchange("Action: Ping")).contains("Ping: Pong");
	}

	@Test
	void filtersEvents() throws Exception {
		assertThat(this.client.exchange("Action: Filter", "Operation: Add", "Filter: Event: UserEvent"))
			.contains("Message: Success");
		assertThat(this.client.exchange("Action: Filter", "Operation: Add", "Filter: !Name: two"))
			.contains("Message: Success");
		assertThat(this.client.exchange("Action: Filter", "Operation: Add", "MatchCriteria: name(Hangup)"))
			.contains("Message: Success");
		assertThat(this.client.exchange("Action: Filter", "Operation: Add", "Filter: [bad"))
			.contains("Message: Filter did not compile.  Check the syntax of the filter given.");
		assertThat(this.client.exchange("Action: Filter", "Operation: Del")).contains("Message: Unknown operation");
		this.simulator.broadcast(AmiFrame.event("Newchannel"));
		this.simulator.broadcast(AmiFrame.event("UserEvent").with("Name", "two"));
		this.simulator.broadcast(AmiFrame.event("UserEvent").with("Name", "one"));
		this.simulator.broadcast(AmiFrame.event("Hangup"));
		assertThat(this.client.read()).containsExactly("Event: UserEvent", "Name: one");
		assertThat(this.client.read()).containsExactly("Event: Hangup");
	}

	@Test
	void listsChannels() throws Exception {
		this.simulator
			.channels(() -> List.of(AmiFrame.event("CoreShowChannel").with("Channel", "PJSIP/1").with("Exten", "")));
		assertThat(this.client.exchange("Action: CoreShowChannels", "ActionID: l")).containsExactly("Response: Success",
				"ActionID: l", "EventList: start", "Message: Channels will follow");
		assertThat(this.client.read()).containsExactly("Event: CoreShowChannel", "ActionID: l", "Channel: PJSIP/1",
				"Exten: ");
		assertThat(this.client.read()).containsExactly("Event: CoreShowChannelsComplete", "ActionID: l",
				"EventList: Complete", "ListItems: 1");
	}

	@Test
	void sendsEventsWithRepeatedHeadersInOrder() throws Exception {
		AmiFrame event = AmiFrame.event("X").with("B", 1).with("a", "ü").with("B", 2);
		this.simulator.broadcast(event);
		assertThat(this.client.read()).containsExactly("Event: X", "B: 1", "a: ü", "B: 2");
		assertThat(event.get("b")).isEqualTo("1");
		assertThat(event.getAll("b")).containsExactly("1", "2");
		assertThat(event.get("c")).isNull();
	}

	@Test
	void takesAnEventFromAText() {
		AmiFrame event = AmiFrame.parse("Event: Hangup\nChannel:  PJSIP/1\r\n\nno colon\n");
		assertThat(event).hasToString("Event: Hangup\r\nChannel: PJSIP/1\r\nno colon\r\n\r\n");
		assertThat(event.isEvent()).isTrue();
	}

	@Test
	void answersAsAHandlerSays() throws Exception {
		this.simulator.on("Silent", (request) -> AmiAnswer.none());
		this.simulator.on("Slow", (request) -> AmiAnswer.success("done").after(Duration.ofMillis(30)));
		this.simulator.on("Ping", (request) -> null);
		this.simulator.on("Cut", (request) -> AmiAnswer.error("no").truncatedTo(12));
		this.client.send("Action: Silent", "ActionID: 1");
		this.client.send("Action: slow", "ActionID: 2");
		assertThat(this.client.exchange("Action: Ping", "ActionID: 3")).containsExactly("Response: Success",
				"ActionID: 2", "Message: done");
		assertThat(this.client.read()).contains("ActionID: 3", "Ping: Pong");
		assertThat(this.client.exchange("Action: Cut")).containsExactly("Response: Er");
		assertThat(this.client.readLine()).isNull();
	}

	@Test
	void closesTheConnectionWhoseHandlerFails() throws Exception {
		this.simulator.on("Fail", (request) -> {
			throw new IllegalStateException("by intent");
		});
		assertThat(this.client.exchange("Action: Fail")).isEmpty();
		assertThat(this.client.readLine()).isNull();
	}

	@Test
	void listsTheCommandsThatItAnswers() throws Exception {
		this.simulator.on("Originate", (request) -> AmiAnswer.success("queued"));
		assertThat(this.client.exchange("Action: ListCommands")).anyMatch((line) -> line.startsWith("Ping: "))
			.anyMatch((line) -> line.startsWith("Originate: "));
	}

}
