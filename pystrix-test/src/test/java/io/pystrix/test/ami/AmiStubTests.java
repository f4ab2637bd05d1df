package io.pystrix.test.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link AmiStub}, and for the answers that are there by themselves.
 */
@Timeout(120)
class AmiStubTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private final AmiSimulator simulator = AmiSimulator.builder().account("admin", "wordpass").build();

	private AmiClient client;

	@BeforeEach
	void start() throws IOException {
		this.simulator.on("Lasting").answer(AmiAnswer.success("said before the start"));
		this.simulator.start();
		this.client = AmiClient.loggedIn(this.simulator.address());
	}

	@AfterEach
	void stop() throws IOException {
		this.client.close();
		this.simulator.close();
	}

	@Test
	void answersOnceAndThenAsBefore() throws Exception {
		this.simulator.on("Ping").once().answer(AmiAnswer.error("Not now"));
		assertThat(this.client.exchange("Action: Ping")).contains("Message: Not now");
		assertThat(this.client.exchange("Action: Ping")).contains("Ping: Pong");
	}

	@Test
	void answersInTurn() throws Exception {
		this.simulator.on("X")
			.answer(AmiAnswer.success("always"))
			.on("x")
			.answerInTurn(AmiAnswer.success("first"), AmiAnswer.error("second"));
		assertThat(this.client.exchange("Action: X")).contains("Message: first");
		assertThat(this.client.exchange("Action: X")).contains("Message: second");
		assertThat(this.client.exchange("Action: X")).contains("Message: always");
	}

	@Test
	void answersThoseRequestsForWhichAllConditionsHold() throws Exception {
		this.simulator.on("Originate").answer(AmiAnswer.success("queued"));
		this.simulator.on("Originate")
			.with("Channel", "PJSIP/100")
			.when((request) -> request.get("Timeout") == null)
			.times(2)
			.answer((request) -> AmiAnswer.error("Not " + request.get("Channel")));
		assertThat(this.client.exchange("Action: Originate", "Channel: PJSIP/200")).contains("Message: queued");
		assertThat(this.client.exchange("Action: Originate", "Channel: PJSIP/100")).contains("Message: Not PJSIP/100");
		assertThat(this.client.exchange("Action: Originate", "Channel: PJSIP/100", "Timeout: 1"))
			.contains("Message: queued");
		assertThat(this.client.exchange("Action: Originate", "Channel: PJSIP/100")).contains("Message: Not PJSIP/100");
		assertThat(this.client.exchange("Action: Originate", "Channel: PJSIP/100")).contains("Message: queued");
	}

	@Test
	void aHandlerMayLeaveTheAnswerToWhatWasSaidBefore() throws Exception {
		this.simulator.on("X", (request) -> AmiAnswer.success("older"));
		this.simulator.on("X", (request) -> (request.get("Mine") != null) ? AmiAnswer.success("newer") : null);
		assertThat(this.client.exchange("Action: X", "Mine: yes")).contains("Message: newer");
		assertThat(this.client.exchange("Action: X")).contains("Message: older");
	}

	@Test
	void answersAList() throws Exception {
		this.simulator.on("Queues")
			.answer(AmiAnswer.list("Queues will follow", "QueuesComplete",
					List.of(AmiFrame.event("Queue").with("Name", "support"))));
		assertThat(this.client.exchange("Action: Queues", "ActionID: 1")).contains("EventList: start", "ActionID: 1");
		assertThat(this.client.read()).containsExactly("Event: Queue", "ActionID: 1", "Name: support");
		assertThat(this.client.read()).contains("EventList: Complete", "ListItems: 1");
	}

	@Test
	void answersLaterAndInAnotherOrder() throws Exception {
		this.simulator.on("Slow").answerNothing();
		this.client.send("Action: Slow", "ActionID: 1", "N: 1");
		this.client.send("Action: Slow", "ActionID: 2", "N: 2");
		AmiRequest second = this.simulator.awaitRequest("Slow", (request) -> "2".equals(request.get("N")), SOON);
		AmiRequest first = this.simulator.awaitRequest("Slow", SOON);
		assertThat(this.client.exchange("Action: Ping", "ActionID: 3")).contains("ActionID: 3");
		assertThat(this.simulator.answer(second, AmiAnswer.success("done"))).isTrue();
		assertThat(this.simulator.answer(first, AmiAnswer.success("done"))).isTrue();
		assertThat(this.client.read()).contains("ActionID: 2");
		assertThat(this.client.read()).contains("ActionID: 1");
		this.simulator.dropConnections();
		assertThat(this.simulator.answer(first, AmiAnswer.success("too late"))).isFalse();
	}

	@Test
	void forgetsWhatATestSaidAndKeepsWhatWasThereAtTheStart() throws Exception {
		this.simulator.on("Ping").answer(AmiAnswer.error("No"));
		this.simulator.variable("", "X", "y");
		this.simulator.command("queue show", "support has 0 calls");
		this.simulator.faults().refuseLogins();
		this.simulator.account(AmiAccount.of("guest", "secret")).removeAccount("admin");
		this.simulator.reset();
		assertThat(this.simulator.requests()).isEmpty();
		assertThat(this.simulator.variable("", "X")).isNull();
		assertThat(this.client.exchange("Action: Ping")).contains("Ping: Pong");
		assertThat(this.client.exchange("Action: Lasting")).contains("Message: said before the start");
		assertThat(this.client.exchange("Action: Command", "Command: queue show")).contains("Response: Error");
		AmiClient.loggedIn(this.simulator.address()).close();
	}

	@Test
	void answersOneActionAgainAsAtTheStart() throws Exception {
		this.simulator.on("Lasting").answer(AmiAnswer.error("No"));
		this.simulator.on("Other").answer(AmiAnswer.success("stays"));
		this.simulator.off("lasting");
		assertThat(this.client.exchange("Action: Lasting")).contains("Message: said before the start");
		assertThat(this.client.exchange("Action: Other")).contains("Message: stays");
	}

	@Test
	void howOftenHasToBePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.on("X").times(0));
	}

	@Test
	void tellsWhatAsteriskItIs() throws Exception {
		assertThat(this.client.exchange("Action: CoreSettings", "ActionID: 1")).startsWith("Response: Success",
				"ActionID: 1", "AMIversion: 11.0.0", "AsteriskVersion: 22.10.1");
		this.simulator.channels(() -> List.of(AmiFrame.event("CoreShowChannel")));
		assertThat(this.client.exchange("Action: CoreStatus")).contains("CoreCurrentCalls: 1")
			.anyMatch((line) -> line.matches("CoreStartupDate: \\d{4}-\\d\\d-\\d\\d"))
			.anyMatch((line) -> line.matches("CoreReloadTime: \\d\\d:\\d\\d:\\d\\d"));
	}

	@Test
	void runsCommandsThatATestKnows() throws Exception {
		this.simulator.command("queue show", "support has 0 calls", "   No Members");
		assertThat(this.client.exchange("Action: Command", "Command: Queue  show")).containsExactly("Response: Success",
				"Message: Command output follows", "Output: support has 0 calls", "Output:    No Members");
		assertThat(this.client.exchange("Action: Command", "Command: core show version")).contains("Response: Success")
			.last()
			.asString()
			.startsWith("Output: Asterisk 22");
		assertThat(this.client.exchange("Action: Command", "Command: core show uptime"))
			.anyMatch((line) -> line.startsWith("Output: System uptime: "));
		assertThat(this.client.exchange("Action: Command", "Command: no such thing")).containsExactly("Response: Error",
				"Message: Command output follows",
				"Output: No such command 'no such thing' (type 'core show help no such' for other possible commands)");
		assertThat(this.client.exchange("Action: Command", "Command: module load app_dial"))
			.contains("Message: Command blacklisted");
		assertThat(this.client.exchange("Action: Command")).contains("Message: No command provided");
	}

}
