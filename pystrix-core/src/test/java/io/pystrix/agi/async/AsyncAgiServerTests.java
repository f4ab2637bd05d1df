package io.pystrix.agi.async;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.agi.AgiHangupException;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.test.ami.AmiAnswer;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AsyncAgiServerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final String ENVIRONMENT = "agi_request%3A%20async%0Aagi_channel%3A%20PJSIP%2F1-1%0A"
			+ "agi_arg_1%3A%20demo%0Aagi_arg_2%3A%20a%2Bb%20c%0A%0A";

	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build();

	private final ScriptRegistry scripts = new ScriptRegistry();

	private final List<String> told = new CopyOnWriteArrayList<>();

	private Manager manager;

	private AsyncAgiServer server;

	@BeforeEach
	void start() {
		this.asterisk.start();
		this.manager = Manager.builder()
			.host("127.0.0.1")
			.port(this.asterisk.port())
			.credentials("admin", "wordpass")
			.build();
		this.server = new AsyncAgiServer(this.manager, this.scripts);
		this.server.start();
		this.manager.connect();
	}

	@AfterEach
	void stop() {
		this.server.close();
		this.manager.close();
		this.asterisk.close();
	}

	@Test
	void scriptOfTheFirstArgumentTalksByActionsAndEvents() {
		answer("200 result=1 (a+b%29)%0A".replace("(", "%28").replace(")", "%29").replace(" ", "%20"));
		this.scripts.register("demo", (agi, request) -> {
			this.told.add(request.args().get(1));
			this.told.add(agi.getVariable("X").orElse("none"));
		});
		enter();
		await().atMost(PATIENCE).until(() -> this.told.size() == 2);
		assertThat(this.told).containsExactly("a+b c", "a+b)");
		await().atMost(PATIENCE).until(() -> this.server.activeCalls() == 0);
		assertThat(this.asterisk.requests("AGI")).extracting((request) -> request.get("Command"))
			.containsExactly("GET VARIABLE \"X\"", "ASYNCAGI BREAK");
	}

	@Test
	void whatSpilledOverFromAnEarlierEventIsNoPartOfTheReply() {
		answer("threadid%3A%20140%0A%0A200%20result%3D1%20%28x%29%0A");
		this.scripts.register("demo", (agi, request) -> this.told.add(agi.getVariable("X").orElse("none")));
		enter();
		await().atMost(PATIENCE).until(() -> this.told.size() == 1);
		assertThat(this.told).containsExactly("x");
	}

	@Test
	void endOfTheChannelEndsTheCommandThatWaits() {
		this.asterisk.on("AGI", (request) -> AmiAnswer.success("Added AGI command to queue"));
		waitInACommand();
		this.asterisk.broadcast(event("AsyncAGIEnd"));
		await().atMost(PATIENCE).until(() -> this.told.contains("hung up"));
		await().atMost(PATIENCE).until(() -> this.server.activeCalls() == 0);
		assertThat(this.asterisk.requests("AGI")).hasSize(1);
	}

	@Test
	void lossOfTheManagerEndsTheCommandThatWaits() {
		this.asterisk.on("AGI", (request) -> AmiAnswer.success("Added AGI command to queue"));
		waitInACommand();
		this.asterisk.dropConnections();
		await().atMost(PATIENCE).until(() -> this.told.contains("hung up"));
		await().atMost(PATIENCE).until(() -> this.server.activeCalls() == 0);
	}

	@Test
	void refusedCommandEndsTheSession() {
		this.asterisk.on("AGI", (request) -> AmiAnswer.error("Channel PJSIP/1-1 does not exist."));
		waitInACommand();
		await().atMost(PATIENCE).until(() -> this.told.contains("hung up"));
	}

	private void waitInACommand() {
		this.scripts.register("demo", (agi, request) -> {
			try {
				agi.waitForDigit(Duration.ofMinutes(1));
			}
			catch (AgiHangupException ex) {
				this.told.add("hung up");
				throw ex;
			}
		});
		enter();
		this.asterisk.awaitRequest("AGI", PATIENCE);
	}

	private void answer(String result) {
		this.asterisk.on("AGI", (request) -> AmiAnswer.success("Added AGI command to queue").then(() -> {
			this.asterisk
				.broadcast(event("AsyncAGIExec").with("CommandID", "foreign").with("Result", "200%20result%3D5%0A"));
			this.asterisk.broadcast(event("AsyncAGIExec").with("CommandId", request.get("CommandID"))
				.with("Result", request.get("Command").startsWith("ASYNCAGI") ? "200%20result%3D0%0A" : result));
		}));
	}

	private void enter() {
		this.asterisk.broadcast(event("AsyncAGIStart").with("Env", ENVIRONMENT));
	}

	private static AmiFrame event(String name) {
		return AmiFrame.event(name).with("Privilege", "agi,all").with("Channel", "PJSIP/1-1").with("Uniqueid", "1.1");
	}

}
