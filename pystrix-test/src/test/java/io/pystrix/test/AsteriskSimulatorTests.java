package io.pystrix.test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.pystrix.test.agi.ScriptPeer;
import io.pystrix.test.ami.AmiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link AsteriskSimulator}: what an AMI client sees of calls.
 */
class AsteriskSimulatorTests {

	private ScriptPeer script;

	private AsteriskSimulator asterisk;

	private AmiClient client;

	private final List<List<String>> seen = new ArrayList<>();

	@BeforeEach
	void start() throws IOException {
		this.script = new ScriptPeer();
		this.asterisk = AsteriskSimulator.builder()
			.account("admin", "wordpass")
			.fastAgi(() -> this.script.address())
			.extension("100", "demo?x=1")
			.extension("short", Duration.ofMillis(20))
			.scripts((caller) -> caller.prompt("demo-thanks", Duration.ofMinutes(1)))
			.build()
			.start();
		this.client = AmiClient.loggedIn(this.asterisk.ami().address());
	}

	@AfterEach
	void stop() throws IOException {
		this.asterisk.close();
		this.client.close();
		this.script.close();
	}

	private List<String> originate(String... lines) throws IOException {
		List<String> all = new ArrayList<>(List.of("Action: Originate", "ActionID: o1"));
		all.addAll(List.of(lines));
		return this.client.exchange(all.toArray(String[]::new));
	}

	/**
	 * Read messages up to and with the one that is wanted.
	 */
	private List<String> readUntil(Predicate<List<String>> wanted) throws IOException {
		while (true) {
			List<String> message = this.client.read();
			assertThat(message).as("the stream after %s", this.seen).isNotEmpty();
			this.seen.add(message);
			if (wanted.test(message)) {
				return message;
			}
		}
	}

	private List<String> readEvent(String name) throws IOException {
		return readUntil((message) -> message.contains("Event: " + name));
	}

	private static String value(List<String> message, String name) {
		return message.stream()
			.filter((line) -> line.startsWith(name + ": "))
			.map((line) -> line.substring(name.length() + 2))
			.findFirst()
			.orElse("");
	}

	private static String describe(List<String> event) {
		String channel = value(event, "Channel") + value(event, "DestChannel") + value(event, "LocalOneChannel");
		String leg = channel.contains(";") ? " " + channel.substring(channel.indexOf(';')) : "";
		String extra = value(event, "Application") + value(event, "Variable");
		return value(event, "Event") + leg + (extra.isEmpty() ? "" : " " + extra);
	}

	@Test
	void raisesTheEventsOfARealOriginateInOrder() throws Exception {
		assertThat(originate("Channel: Local/wait@default/n", "Context: default", "Exten: 100", "Priority: 1",
				"Async: true", "ChannelId: my-1", "OtherChannelId: my-2", "CallerID: \"Alice \\\"Q\\\"\" <2001>",
				"Variable: V1=one", "Variable: V2=two,__V3=three"))
			.containsExactly("Response: Success", "ActionID: o1", "Message: Originate successfully queued");
		this.script.accept();
		readUntil((message) -> describe(message).equals("Newexten ;1 AGI"));
		List<String> names = this.seen.stream().map(AsteriskSimulatorTests::describe).toList();
		assertThat(names).startsWith("Newchannel ;1", "Newchannel ;2", "Newexten ;1 AppDial2", "VarSet ;1 __V3",
				"VarSet ;1 V2", "VarSet ;1 V1", "NewCallerid ;1", "NewConnectedLine ;1", "VarSet ;2 V1", "VarSet ;2 V2",
				"VarSet ;2 __V3", "NewCallerid ;2", "NewConnectedLine ;2", "LocalBridge ;1", "DialBegin ;1",
				"Newexten ;2 Answer", "Newstate ;2", "Newstate ;1");
		assertThat(names).containsSubsequence("Newstate ;1", "DialEnd ;1", "OriginateResponse ;1", "Newexten ;1 Answer",
				"Newexten ;1 AGI");
		assertThat(this.seen.get(1)).containsExactly("Event: Newchannel", "Privilege: call,all",
				"Channel: Local/wait@default-00000000;2", "ChannelState: 4", "ChannelStateDesc: Ring",
				"CallerIDNum: <unknown>", "CallerIDName: <unknown>", "ConnectedLineNum: <unknown>",
				"ConnectedLineName: <unknown>", "Language: en", "AccountCode: ", "Context: default", "Exten: wait",
				"Priority: 1", "Uniqueid: my-2", "Linkedid: my-1");
		List<String> response = this.seen.get(names.indexOf("OriginateResponse ;1"));
		assertThat(response).containsExactly("Event: OriginateResponse", "Privilege: call,all", "ActionID: o1",
				"Response: Success", "Channel: Local/wait@default-00000000;1", "Context: default", "Exten: 100",
				"Reason: 4", "Uniqueid: my-1", "CallerIDNum: 2001", "CallerIDName: Alice \"Q\"");
		assertThat(this.seen.get(6)).contains("CallerIDName: Alice \\\"Q\\\"",
				"CID-CallingPres: 0 (Presentation Allowed, Not Screened)");
	}

	@Test
	void runsTheScriptOfTheDialledExtensionAndHangsUpBehindIt() throws Exception {
		originate("Channel: Local/100@default", "Application: Wait", "Data: 60", "Async: true", "Variable: A=1");
		assertThat(this.script.accept()).contains("agi_network_script: demo?x=1",
				"agi_channel: Local/100@default-00000000;2", "agi_context: default", "agi_extension: 100",
				"agi_priority: 2");
		assertThat(this.script.run("GET VARIABLE A")).isEqualTo("200 result=1 (1)");
		List<String> begun = readEvent("AGIExecStart");
		assertThat(begun).contains("Channel: Local/100@default-00000000;2", "Command: GET VARIABLE A");
		assertThat(readEvent("AGIExecEnd")).contains("CommandId: " + value(begun, "CommandId"),
				"Command: GET VARIABLE A", "ResultCode: 200", "Result: Success");
		assertThat(this.script.run("SET VARIABLE B \"2\"")).isEqualTo("200 result=1");
		assertThat(readEvent("VarSet")).contains("Variable: B", "Value: 2");
		this.script.hangUp();
		assertThat(readEvent("SoftHangupRequest")).contains("Channel: Local/100@default-00000000;2", "Cause: 16");
		assertThat(readEvent("Hangup")).contains("Cause: 16", "Cause-txt: Normal Clearing");
		assertThat(readEvent("Hangup")).contains("Cause: 16", "Cause-txt: Normal Clearing");
		assertThat(this.seen).extracting(AsteriskSimulatorTests::describe)
			.containsSubsequence("VarSet ;2 AGISTATUS", "Newexten ;2 Hangup", "SoftHangupRequest ;2",
					"HangupRequest ;1", "Hangup ;2");
		await().until(() -> this.asterisk.calls().isEmpty());
	}

	@Test
	void pressesDigitsOnEitherLeg() throws Exception {
		originate("Channel: Local/wait@default", "Context: default", "Exten: 100", "Priority: 1", "Async: true");
		this.script.accept();
		for (String leg : List.of(";1", ";2")) {
			this.script.send("STREAM FILE demo-thanks 12");
			readEvent("AGIExecStart");
			this.client.send("Action: PlayDTMF", "Channel: Local/wait@default-00000000" + leg, "Digit: 2");
			assertThat(this.script.read()).startsWith("200 result=50 endpos=");
			assertThat(readEvent("DTMFBegin")).contains("Channel: Local/wait@default-00000000;1",
					"Direction: Received");
			assertThat(readEvent("DTMFEnd")).contains("Digit: 2", "DurationMs: 100", "Direction: Received");
		}
		this.asterisk.press("Local/wait@default-00000000;1", "7");
		assertThat(this.script.run("WAIT FOR DIGIT 5000")).isEqualTo("200 result=55");
		assertThat(this.client.exchange("Action: Ping")).isNotEmpty();
	}

	@Test
	void hangsUpBothChannelsAndTellsTheScript() throws Exception {
		originate("Channel: Local/100@default", "Application: Echo", "Async: true");
		this.script.accept();
		this.script.send("WAIT FOR DIGIT -1");
		readEvent("AGIExecStart");
		this.client.send("Action: Hangup", "Channel: Local/100@default-00000000;1", "ActionID: h");
		assertThat(readUntil((message) -> message.contains("ActionID: h"))).contains("Message: Channel Hungup");
		assertThat(this.script.read()).isEqualTo("200 result=-1");
		assertThat(this.script.read()).isEqualTo("HANGUP");
		assertThat(readEvent("HangupRequest")).contains("Channel: Local/100@default-00000000;2", "Cause: 0");
		assertThat(readEvent("Hangup")).contains("Channel: Local/100@default-00000000;1", "Cause: 0",
				"Cause-txt: Unknown");
		assertThat(this.script.run("NOOP")).isEqualTo("200 result=0");
		this.script.hangUp();
		assertThat(readEvent("SoftHangupRequest")).contains("Channel: Local/100@default-00000000;2", "Cause: 16");
		assertThat(readEvent("Hangup")).contains("Channel: Local/100@default-00000000;2", "Cause: 0");
		this.client.send("Action: Hangup", "Channel: Local/100@default-00000000;1", "ActionID: again");
		assertThat(readUntil((message) -> message.contains("ActionID: again"))).contains("Message: No such channel");
	}

	@Test
	void keepsBothChannelsUntilAScriptThatHungUpHasEnded() throws Exception {
		originate("Channel: Local/wait@default", "Context: default", "Exten: 100", "Priority: 1", "Async: true");
		this.script.accept();
		assertThat(this.script.run("HANGUP")).isEqualTo("200 result=1");
		assertThat(this.script.read()).isEqualTo("HANGUP");
		assertThat(this.script.run("NOOP")).isEqualTo("200 result=0");
		assertThat(this.asterisk.calls()).hasSize(1);
		this.script.hangUp();
		readEvent("Hangup");
		readEvent("Hangup");
		List<String> names = this.seen.stream()
			.map((event) -> describe(event) + " " + value(event, "Cause") + value(event, "Command"))
			.toList();
		assertThat(names).containsSubsequence("AGIExecStart ;1 HANGUP", "SoftHangupRequest ;1 32",
				"AGIExecEnd ;1 HANGUP", "AGIExecStart ;1 NOOP", "AGIExecEnd ;1 NOOP", "VarSet ;1 AGISTATUS ",
				"SoftHangupRequest ;1 16", "HangupRequest ;2 0", "Hangup ;1 0", "SoftHangupRequest ;2 16",
				"Hangup ;2 0");
	}

	@Test
	void failsToReachAnUnknownExtension() throws Exception {
		originate("Channel: Local/none@default/n", "Context: default", "Exten: wait", "Priority: 1", "Async: true");
		assertThat(readEvent("OriginateResponse")).contains("ActionID: o1", "Response: Failure",
				"Channel: Local/none@default/n", "Reason: 0", "Uniqueid: <unknown>");
		assertThat(this.seen).extracting(AsteriskSimulatorTests::describe)
			.containsExactly("Newchannel ;1", "Newchannel ;2", "Newexten ;1 AppDial2", "Hangup ;2", "Hangup ;1",
					"OriginateResponse");
	}

	@Test
	void refusesAtOnceWhatAsteriskRefusesAtOnce() throws Exception {
		assertThat(originate("Async: true")).contains("Message: Channel not specified");
		assertThat(originate("Channel: x", "Async: true")).contains("Message: Invalid channel");
		assertThat(originate("Channel: Local/wait@default", "Context: default", "Exten: none", "Priority: 1"))
			.contains("Message: Extension does not exist.");
		assertThat(originate("Channel: Local/wait@default", "Context: default", "Exten: wait"))
			.contains("Message: Originate with 'Exten' requires 'Context' and 'Priority'");
		assertThat(originate("Channel: Local/wait@default", "Priority: x")).contains("Message: Invalid priority");
		assertThat(this.client.exchange("Action: PlayDTMF", "Channel: none", "Digit: 1"))
			.contains("Message: Channel not found");
	}

	@Test
	void answersASynchronousOriginateWhenTheCallIs() throws Exception {
		this.client.exchange("Action: Events", "EventMask: off");
		assertThat(originate("Channel: Local/short@default", "Application: Wait", "Data: 60"))
			.contains("Message: Originate successfully queued");
		assertThat(originate("Channel: Local/none@default", "Application: Wait")).contains("Response: Error",
				"Message: Originate failed");
		await().until(() -> this.asterisk.calls().isEmpty());
	}

	@Test
	void listsTheChannelsThatLive() throws Exception {
		this.client.exchange("Action: Events", "EventMask: off");
		originate("Channel: Local/wait@default", "Application: Echo");
		await().untilAsserted(() -> {
			assertThat(this.client.exchange("Action: CoreShowChannels", "ActionID: l")).contains("EventList: start");
			List<String> second = this.client.read();
			List<String> first = this.client.read();
			assertThat(this.client.read()).contains("Event: CoreShowChannelsComplete", "ListItems: 2");
			assertThat(second)
				.startsWith("Event: CoreShowChannel", "ActionID: l", "Channel: Local/wait@default-00000000;2",
						"ChannelState: 6")
				.contains("Application: Wait", "ApplicationData: 60")
				.anyMatch((line) -> line.matches("Duration: \\d\\d:\\d\\d:\\d\\d"))
				.endsWith("BridgeId: ");
			assertThat(first).contains("Application: Echo");
		});
		this.asterisk.hangUp("Local/wait@default-00000000;2");
		await().until(() -> this.asterisk.calls().isEmpty());
	}

	@Test
	void readsAndWritesTheVariablesOfAChannel() throws Exception {
		this.client.exchange("Action: Events", "EventMask: off");
		originate("Channel: Local/100@default", "Application: Echo", "Variable: __A=1");
		this.script.accept();
		String channel = "Channel: Local/100@default-00000000;2";
		assertThat(this.script.run("SET VARIABLE B 2")).isEqualTo("200 result=1");
		assertThat(this.client.exchange("Action: Getvar", channel, "Variable: A")).contains("Value: 1");
		assertThat(this.client.exchange("Action: Getvar", channel, "Variable: B")).contains("Value: 2");
		assertThat(this.client.exchange("Action: Setvar", channel, "Variable: C", "Value: 3"))
			.contains("Message: Variable Set");
		assertThat(this.script.run("GET VARIABLE C")).isEqualTo("200 result=1 (3)");
		assertThat(this.client.exchange("Action: Getvar", "Channel: none", "Variable: A"))
			.contains("Message: No such channel");
		assertThat(this.client.exchange("Action: Getvar", "Variable: A")).contains("Value: ");
	}

	@Test
	void goesOnWithoutAScriptThatCannotBeReached() throws Exception {
		this.script.close();
		originate("Channel: Local/100@default", "Application: Echo", "Async: true");
		assertThat(readUntil((message) -> message.contains("Variable: AGISTATUS"))).contains("Value: FAILURE");
		assertThat(readEvent("Hangup")).contains("Cause: 16");
	}

	@Test
	void endsItsCallsWhenItIsReset() throws Exception {
		originate("Channel: Local/100@default", "Application: Echo", "Async: true");
		this.script.accept();
		this.asterisk.reset();
		assertThat(this.asterisk.ami().requests("Originate")).isEmpty();
		readEvent("Hangup");
		await().until(() -> this.asterisk.calls().isEmpty());
	}

	@Test
	void twoChannelsTalkUntilOneIsRedirected() throws Exception {
		originate("Channel: Local/wait@default/n", "Context: default", "Exten: dial-wait", "Priority: 1",
				"Async: true");
		String called = value(readEvent("BridgeEnter"), "Channel");
		List<String> entered = readEvent("BridgeEnter");
		assertThat(entered).contains("BridgeNumChannels: 2", "Channel: Local/wait@default-00000000;1");
		this.client.send("Action: Redirect", "Channel: " + called, "Context: default", "Exten: echo", "Priority: 1");
		// The two go their ways at the same time
		readUntil((message) -> this.seen.stream().anyMatch((event) -> event.contains("Application: Echo"))
				&& this.seen.stream().filter((event) -> event.contains("Event: Hangup")).count() == 2);
		assertThat(this.seen).anyMatch((event) -> event.contains("Event: BridgeDestroy")
				&& event.contains("BridgeUniqueid: " + value(entered, "BridgeUniqueid")));
		assertThat(this.seen).filteredOn((event) -> event.contains("Application: Echo"))
			.extracting((event) -> value(event, "Channel"))
			.containsExactly(called);
		await().until(() -> this.asterisk.calls().size() == 1);
	}

	@Test
	void scriptsAndActionsShareTheDatabase() throws Exception {
		this.client.exchange("Action: Events", "EventMask: off");
		assertThat(this.client.exchange("Action: DBPut", "Family: f", "Key: k", "Val: v"))
			.contains("Message: Updated database successfully");
		originate("Channel: Local/100@default", "Application: Echo");
		this.script.accept();
		assertThat(this.script.run("DATABASE GET f k")).isEqualTo("200 result=1 (v)");
		assertThat(this.script.run("DATABASE PUT f other w")).isEqualTo("200 result=1");
		assertThat(this.asterisk.database().get("f", "other")).isEqualTo("w");
		assertThat(this.client.exchange("Action: DBDel", "Family: f", "Key: none"))
			.contains("Message: Database entry could not be deleted");
	}

	@Test
	void tellsTheClientsOfItsShutdown() throws Exception {
		originate("Channel: Local/100@default", "Application: Echo", "Async: true");
		this.script.accept();
		this.asterisk.stop();
		assertThat(readEvent("Shutdown")).contains("Shutdown: Cleanly");
		assertThat(this.client.readLine()).isNull();
		await().until(() -> this.asterisk.calls().isEmpty());
	}

}
