package io.pystrix.test.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.ami.AmiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for what the simulated PBX answers, as Asterisk 22 was seen to.
 */
class PbxActionTests {

	private final AsteriskSimulator asterisk = AsteriskSimulator.builder()
		.account("admin", "wordpass")
		.queue("support", (queue) -> queue.member("busy", (member) -> member.paused().name("B").penalty(2)))
		.build();

	private AmiClient client;

	@BeforeEach
	void start() throws IOException {
		this.asterisk.start();
		this.client = AmiClient.loggedIn(this.asterisk.ami().address());
		this.client.exchange("Action: Events", "EventMask: off");
	}

	@AfterEach
	void stop() throws IOException {
		this.client.close();
		this.asterisk.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "Action: Redirect;Channel: x|Context not specified",
			"Action: Redirect;Channel: x;Context: default|Exten not specified",
			"Action: Redirect;Channel: x;Context: default;Exten: echo|Priority not specified",
			"Action: Redirect;Channel: x;Context: default;Exten: echo;Priority: z|Priority is invalid",
			"Action: Redirect;Channel: x;Context: default;Exten: echo;Priority: 1|Channel does not exist: x",
			"Action: BlindTransfer;Channel: x|No extension specified",
			"Action: BlindTransfer;Channel: x;Exten: y|Channel specified does not exist",
			"Action: Atxfer;Exten: y|No channel specified",
			"Action: CancelAtxfer;Channel: x|Channel specified does not exist", "Action: Park|Channel not specified",
			"Action: Park;Channel: x|Channel does not exist: x",
			"Action: Park;Channel: x;Timeout: -1|Invalid Timeout value.",
			"Action: ParkedCalls;ParkingLot: x|Requested parking lot could not be found.",
			"Action: Bridge;Channel1: x;Channel2: y|Channel1 does not exist: x",
			"Action: Bridge;Channel1: x|Missing channel parameter in request",
			"Action: BridgeInfo|BridgeUniqueid must be provided",
			"Action: BridgeInfo;BridgeUniqueid: x|Specified BridgeUniqueid not found",
			"Action: Status;Channel: x|No such channel", "Action: ConfbridgeListRooms|No active conferences.",
			"Action: ConfbridgeList|No Conference name provided.",
			"Action: ConfbridgeKick;Conference: x|No active conferences.",
			"Action: ConfbridgeMute;Conference: x|No channel name provided.", "Action: MixMonitor|No channel specified",
			"Action: StopMixMonitor;Channel: x|No such channel",
			"Action: MixMonitorMute;Channel: x|No direction specified. Must be read, write or both",
			"Action: MuteAudio|Channel not specified", "Action: QueueAdd|'Queue' not specified.",
			"Action: QueueAdd;Queue: x|'Interface' not specified.",
			"Action: QueueAdd;Queue: x;Interface: y|Unable to add interface to queue: No such queue",
			"Action: QueueAdd;Queue: support;Interface: Local/busy@default/n|Unable to add interface: Already there",
			"Action: QueueRemove;Queue: support|Need 'Queue' and 'Interface' parameters.",
			"Action: QueueRemove;Queue: support;Interface: y|Unable to remove interface: Not there",
			"Action: QueuePause;Interface: y;Paused: true|Interface not found",
			"Action: QueuePenalty;Interface: y;Penalty: 1|Invalid interface, queuename or penalty",
			"Action: QueueWithdrawCaller;Queue: support;Caller: x|Unable to request withdraw from queue: No such caller",
			"Action: DBGet;Family: f|No key specified.", "Action: DBGet;Family: f;Key: k|Database entry not found",
			"Action: DBDelTree;Family: f|Database entry not found", "Action: DBPut;Key: k|No family specified",
			"Action: Getvar|No variable specified", "Action: Hangup;Channel: x|No such channel" })
	void refuses(String request, String message) throws IOException {
		assertThat(this.client.exchange(request.split(";"))).contains("Response: Error", "Message: " + message);
	}

	@Test
	void listsAQueueWithItsMembers() throws IOException {
		assertThat(this.client.exchange("Action: QueueStatus", "Queue: support")).contains("EventList: start");
		assertThat(this.client.read()).contains("Event: QueueParams", "Strategy: ringall", "Calls: 0");
		assertThat(this.client.read()).contains("Event: QueueMember", "Name: B", "Location: Local/busy@default/n",
				"Membership: static", "Penalty: 2", "Status: 1", "Paused: 1");
		assertThat(this.client.read()).contains("Event: QueueStatusComplete", "ListItems: 2");
		assertThat(this.client.exchange("Action: QueueSummary")).contains("EventList: start");
		assertThat(this.client.read()).contains("LoggedIn: 1", "Available: 0", "Callers: 0");
	}

	@Test
	void listsTheWholeDatabase() throws IOException {
		this.client.exchange("Action: DBPut", "Family: f", "Key: a/b", "Val: 1");
		this.client.exchange("Action: DBPut", "Family: g", "Key: c", "Val: 2");
		assertThat(this.client.exchange("Action: DBGetTree")).contains("EventList: start");
		assertThat(this.client.read()).contains("Key: /f/a/b", "Val: 1");
		assertThat(this.client.read()).contains("Key: /g/c", "Val: 2");
		assertThat(this.client.read()).contains("Event: DBGetTreeComplete", "ListItems: 2");
	}

	@Test
	void aRecordingThatIsNotThereIsNotMuted() throws IOException {
		this.client.exchange("Action: Originate", "Channel: Local/wait@default", "Context: default", "Exten: wait",
				"Priority: 1", "Async: true", "ChannelId: quiet");
		await().until(() -> !this.asterisk.calls().isEmpty());
		assertThat(this.client.exchange("Action: MixMonitorMute", "Channel: quiet", "Direction: both", "State: 1"))
			.contains("Response: Error", "Message: Cannot set mute flag");
	}

	@Test
	void aResetPutsQueuesAndDatabaseBack() throws IOException {
		this.client.exchange("Action: QueueAdd", "Queue: support", "Interface: Local/echo@default/n");
		this.client.exchange("Action: DBPut", "Family: f", "Key: k", "Val: v");
		this.asterisk.reset();
		assertThat(this.asterisk.database().get("f", "k")).isNull();
		assertThat(this.client.exchange("Action: QueueRemove", "Queue: support", "Interface: Local/echo@default/n"))
			.contains("Message: Unable to remove interface: Not there");
	}

	@Test
	void itsThreadsEndWithIt() throws IOException {
		for (String extension : List.of("queue-support", "conference-x", "park", "dial-noanswer", "dial-echo")) {
			this.client.exchange("Action: Originate", "Channel: Local/wait@default", "Context: default",
					"Exten: " + extension, "Priority: 1", "Async: true");
		}
		await().until(() -> this.asterisk.calls().size() >= 7);
		this.asterisk.stop();
		await().until(() -> Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().startsWith("asterisk-simulator-")));
		assertThat(this.asterisk.calls()).isEmpty();
	}

	@Test
	void aDescriptionMustMakeSense() {
		AsteriskSimulator.Builder builder = AsteriskSimulator.builder().queue("q", (queue) -> {
		});
		assertThatIllegalArgumentException().isThrownBy(() -> builder.queue("q", (queue) -> {
		}));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.extension("e", (steps) -> {
		}));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.speed(0));
		assertThat(builder.extension("e", Duration.ofMillis(1500)).build().calls()).isEmpty();
	}

}
