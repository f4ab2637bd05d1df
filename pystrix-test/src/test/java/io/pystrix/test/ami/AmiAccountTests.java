package io.pystrix.test.ami;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AmiAccount}: who may log in, see and do what.
 */
@Timeout(120)
class AmiAccountTests {

	private static final List<String> DENIED = List.of("Response: Error", "Message: Permission denied");

	private static final List<String> ACCEPTED = List.of("Response: Success", "Message: Authentication accepted");

	private static final List<String> IN_USE = List.of("Response: Error", "Message: Login Already In Use");

	private static final List<String> FAILED = List.of("Response: Error", "Message: Authentication failed");

	private final AmiSimulator simulator = AmiSimulator.builder()
		.account("admin", "secret")
		.account(AmiAccount.of("caller", "secret").read("call").write("call"))
		.account(AmiAccount.of("reader", "secret").read("system,call").write("reporting", "cdr"))
		.account(AmiAccount.of("nobody", "secret").read("none").write("none"))
		.account(AmiAccount.of("lonely", "secret").singleLogin())
		.account(AmiAccount.of("far", "secret").denied())
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
	void anActionNeedsOneOfItsClasses() throws Exception {
		try (AmiClient caller = login("caller"); AmiClient reader = login("reader")) {
			assertThat(caller.exchange("Action: Getvar", "Variable: X")).contains("Response: Success");
			assertThat(caller.exchange("Action: Setvar", "Variable: X")).contains("Response: Success");
			assertThat(caller.exchange("Action: CoreStatus")).isEqualTo(DENIED);
			assertThat(reader.read()).startsWith("Event: FullyBooted");
			assertThat(reader.exchange("Action: Getvar", "Variable: X")).contains("Response: Success");
			assertThat(reader.exchange("Action: Setvar", "Variable: X")).isEqualTo(DENIED);
			assertThat(reader.exchange("Action: CoreStatus")).contains("Response: Success");
		}
	}

	@Test
	void theRightIsMissingEvenWhereTheSimulatorDoesNotKnowTheAction() throws Exception {
		try (AmiClient caller = login("caller")) {
			assertThat(caller.exchange("Action: originate", "ActionID: 1")).containsExactly("Response: Error",
					"ActionID: 1", "Message: Permission denied");
			assertThat(caller.exchange("Action: Atxfer")).last().asString().contains("Invalid/unknown command: Atxfer");
			assertThat(caller.exchange("Action: Nonsense")).last().asString().contains("Invalid/unknown command");
		}
	}

	@Test
	void whoMayNothingMayStillDoWhatNeedsNothing() throws Exception {
		try (AmiClient nobody = login("nobody")) {
			assertThat(nobody.exchange("Action: Ping")).contains("Ping: Pong");
			assertThat(nobody.exchange("Action: Events", "EventMask: on")).contains("Events: On");
			assertThat(nobody.exchange("Action: Filter", "Operation: Add", "Filter: x")).isEqualTo(DENIED);
			assertThat(nobody.exchange("Action: ListCommands")).containsExactly("Response: Success",
					"Challenge: Answered by the simulator.  (Priv: <none>)",
					"Events: Answered by the simulator.  (Priv: <none>)",
					"ListCommands: Answered by the simulator.  (Priv: <none>)",
					"Login: Answered by the simulator.  (Priv: <none>)",
					"Logoff: Answered by the simulator.  (Priv: <none>)",
					"Ping: Answered by the simulator.  (Priv: <none>)");
		}
	}

	@Test
	void anActionOfATestNeedsWhatTheTestSays() throws Exception {
		this.simulator.on("QueueCallback").requires("agent", "call").answer(AmiAnswer.success("Will call back"));
		this.simulator.on("Status").requires("none").answer(AmiAnswer.success("All is well"));
		this.simulator.on("Own").answer(AmiAnswer.success("For all"));
		try (AmiClient caller = login("caller"); AmiClient nobody = login("nobody")) {
			assertThat(caller.exchange("Action: QueueCallback")).contains("Message: Will call back");
			assertThat(nobody.exchange("Action: QueueCallback")).isEqualTo(DENIED);
			assertThat(nobody.exchange("Action: Status")).contains("Message: All is well");
			assertThat(nobody.exchange("Action: Own")).contains("Message: For all");
			assertThat(caller.exchange("Action: ListCommands"))
				.contains("QueueCallback: Answered by the simulator.  (Priv: agent,call,all)");
		}
	}

	@Test
	void eventsAreSeenByThoseWhoMayReadAllTheirClasses() throws Exception {
		try (AmiClient caller = login("caller"); AmiClient admin = login("admin")) {
			admin.read();
			this.simulator.broadcast(AmiFrame.event("A").with("Privilege", "call,reporting,all"));
			this.simulator.broadcast(AmiFrame.event("Newexten"));
			this.simulator.broadcast(AmiFrame.event("B").with("Privilege", "call,all"));
			this.simulator.broadcast(AmiFrame.event("Hangup"));
			this.simulator.broadcast(AmiFrame.event("Unknown"));
			assertThat(caller.read()).startsWith("Event: B");
			assertThat(caller.read()).containsExactly("Event: Hangup");
			assertThat(caller.read()).containsExactly("Event: Unknown");
			assertThat(admin.read()).startsWith("Event: A");
			assertThat(admin.read()).startsWith("Event: Newexten");
		}
	}

	@Test
	void aMaskDoesNotShowWhatMayNotBeRead() throws Exception {
		try (AmiClient caller = login("caller", "Events: on")) {
			assertThat(caller.exchange("Action: Events", "EventMask: system,call,user")).contains("Events: On");
			this.simulator.broadcast(AmiFrame.event("Reload").with("Privilege", "system,all"));
			this.simulator.broadcast(AmiFrame.event("Hangup").with("Privilege", "call,all"));
			assertThat(caller.read()).startsWith("Event: Hangup");
		}
	}

	@ParameterizedTest
	@CsvSource({ "on,On", "YES,On", "t,On", "all,On", "All,Off", "call,On", "Call,Off", "'nonsense,system',On", "0,Off",
			"2,On", "-1,Off", "1x,Off", "none,Off", "OFF,Off", "n,Off", "16384,Off" })
	void aMaskIsReadAsAsteriskReadsIt(String mask, String state) throws Exception {
		try (AmiClient caller = login("caller")) {
			assertThat(caller.exchange("Action: Events", "EventMask: " + mask)).contains("Events: " + state);
		}
	}

	@Test
	void aMaskMayBeANumberOfBits() throws Exception {
		try (AmiClient admin = login("admin", "Events: 66")) {
			this.simulator.broadcast(AmiFrame.event("Reload").with("Privilege", "system,all"));
			this.simulator.broadcast(AmiFrame.event("UserEvent").with("Privilege", "user,all"));
			assertThat(admin.read()).startsWith("Event: UserEvent");
		}
	}

	@Test
	void anAccountMayBeForOneLoginAtATime() throws Exception {
		AmiClient first = login("lonely");
		try (AmiClient second = greeted()) {
			assertThat(second.exchange("Action: Challenge", "AuthType: MD5", "Username: LONELY")).isEqualTo(IN_USE);
			assertThat(second.readLine()).isNull();
		}
		try (AmiClient second = greeted()) {
			assertThat(second.exchange("Action: Login", "Username: lonely", "Secret: wrong")).isEqualTo(IN_USE);
			assertThat(second.readLine()).isNull();
		}
		assertThat(this.simulator.users()).containsExactly("lonely");
		assertThat(first.read()).startsWith("Event: FullyBooted");
		assertThat(first.exchange("Action: Logoff")).startsWith("Response: Goodbye");
		first.close();
		login("lonely").close();
	}

	@Test
	void wrongSecretUnknownUserAndForeignAddressLookTheSame() throws Exception {
		for (String name : List.of("caller", "stranger", "far")) {
			try (AmiClient client = greeted()) {
				String secret = name.equals("caller") ? "wrong" : "secret";
				assertThat(client.exchange("Action: Login", "Username: " + name, "Secret: " + secret))
					.isEqualTo(FAILED);
				assertThat(client.readLine()).isNull();
			}
		}
	}

	@Test
	void severalAreLoggedInAtOnceAndAnAccountMayChangeMeanwhile() throws Exception {
		try (AmiClient caller = login("caller"); AmiClient again = login("caller"); AmiClient admin = login("ADMIN")) {
			assertThat(this.simulator.users()).containsExactly("caller", "caller", "admin");
			this.simulator.account(AmiAccount.of("caller", "changed").write("none"));
			assertThat(caller.exchange("Action: Setvar", "Variable: X")).contains("Response: Success");
			try (AmiClient late = greeted()) {
				assertThat(late.exchange("Action: Login", "Username: caller", "Secret: changed")).isEqualTo(ACCEPTED);
				assertThat(late.read()).startsWith("Event: FullyBooted");
				assertThat(late.exchange("Action: Setvar", "Variable: X")).isEqualTo(DENIED);
			}
			this.simulator.removeAccount("Admin");
			assertThat(again.exchange("Action: Ping")).contains("Ping: Pong");
			assertThat(admin.read()).startsWith("Event: FullyBooted");
			try (AmiClient late = greeted()) {
				assertThat(late.exchange("Action: Login", "Username: admin", "Secret: secret")).isEqualTo(FAILED);
			}
		}
	}

	@Test
	void aClassThatAsteriskDoesNotHaveIsAnError() {
		assertThatIllegalArgumentException().isThrownBy(() -> AmiAccount.of("a", "b").read("calls"))
			.withMessageContaining("no class 'calls'")
			.withMessageContaining("reporting");
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.on("X").requires("system", "x"));
	}

	@Test
	void anAccountDoesNotShowItsSecret() {
		assertThat(AmiAccount.of("caller", "hidden").read("call,system").write())
			.hasToString("AmiAccount[caller, read=call,system, write=none]");
	}

	private AmiClient greeted() throws IOException {
		AmiClient client = new AmiClient(this.simulator.address());
		client.readLine();
		return client;
	}

	private AmiClient login(String username, String... headers) throws IOException {
		AmiClient client = greeted();
		String[] lines = { "Action: Login", "Username: " + username, "Secret: secret",
				String.join("\r\n", (headers.length > 0) ? headers : new String[] { "X: y" }) };
		assertThat(client.exchange(lines)).isEqualTo(ACCEPTED);
		return client;
	}

}
