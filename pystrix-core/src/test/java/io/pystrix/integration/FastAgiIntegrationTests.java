package io.pystrix.integration;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.Agi;
import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.command.SayDigits;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.event.VarSetEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RealAsterisk.Required
class FastAgiIntegrationTests {

	private final FastAgiServer server = FastAgiServer.builder().port(0).build();

	private final Manager manager = RealAsterisk.builder().build();

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	@BeforeEach
	void start() {
		this.server.start();
		this.manager.connect();
	}

	@AfterEach
	void stop() {
		this.manager.close();
		this.server.stop(Duration.ofSeconds(10));
	}

	/** What the example of pystrix does: a demo script, and a default handler. */
	@Test
	void defaultHandlerServesWhatNoScriptMatches() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> this.told.add("demo"));
		this.server.scripts().registerDefault((agi, request) -> {
			agi.verbose("no script for " + request.path());
			this.told.add("default " + request.path() + " " + request.parameters());
		});
		call("somewhere/else?x=1");
		assertThat(next()).isEqualTo("default somewhere/else {x=[1]}");
	}

	@Test
	void promptIsInterruptedByADigitAtAnOffset() throws Exception {
		this.server.scripts().register("demo", (agi, request) -> {
			agi.answer();
			this.told.add(agi.environment().channel());
			Optional<DtmfInterrupt> hit = agi.streamFile("demo-thanks", "12");
			this.told.add(hit.map((interrupt) -> interrupt.digit() + ((interrupt.offset() > 0) ? " later" : " at once"))
				.orElse("none"));
			agi.execute(new SayDigits("1"));
			agi.hangup();
		});
		call("demo");
		pressUntilHeard(next(), "1");
		assertThat(next()).isEqualTo("1 later");
	}

	@Test
	void commandsOfADialogue() throws Exception {
		this.server.scripts().register("dialogue", (agi, request) -> {
			agi.answer();
			this.told.add(agi.environment().channel());
			agi.setVariable("GREETING", "say \"hi\" (a) c:\\ ");
			this.told.add(agi.getVariable("GREETING").orElse("none"));
			this.told.add(agi.getVariable("NOT_SET").orElse("none"));
			this.told.add("exec " + agi.exec("Wait", "0.1"));
			this.told.add("waited " + agi.waitForDigit(Duration.ofSeconds(60)).orElse('-'));
			agi.hangup();
		});
		call("dialogue");
		String channel = next();
		assertThat(next()).isEqualTo("say \"hi\" (a) c:\\ ");
		assertThat(next()).isEqualTo("none");
		assertThat(next()).isEqualTo("exec 0");
		pressUntilHeard(channel, "7");
		assertThat(next()).isEqualTo("waited 7");
	}

	@Test
	void digitsAreCollected() throws Exception {
		this.server.scripts().register("collect", (agi, request) -> {
			agi.answer();
			this.told.add(agi.environment().channel());
			agi.waitForDigit(Duration.ofSeconds(60));
			this.told.add("ready");
			this.told.add(agi.getData("beep", Duration.ofSeconds(30), 1).toString());
		});
		call("collect");
		String channel = next();
		pressUntilHeard(channel, "0");
		assertThat(next()).isEqualTo("ready");
		pressUntilHeard(channel, "5");
		assertThat(next()).contains("timedOut=false");
	}

	@Test
	void hangUpEndsTheScriptThatWaits() throws Exception {
		this.server.scripts().register("wait", (agi, request) -> hangUpScript(agi));
		// Asterisk tells when it has begun to wait; a hang-up before that is another case
		this.manager.registerCallback("AGIExecStart", (event, manager) -> {
			if (String.valueOf(event.get("Command")).startsWith("WAIT FOR DIGIT")) {
				manager.sendAction(new HangupAction(String.valueOf(event.get("Channel"))));
			}
		});
		call("wait");
		assertThat(next()).isEqualTo("noticed AgiResultHangupException");
		assertThat(next()).isEqualTo("still works");
	}

	private void hangUpScript(Agi agi) {
		agi.answer();
		try {
			agi.waitForDigit(Duration.ofSeconds(60));
			this.told.add("not noticed");
		}
		catch (RuntimeException ex) {
			this.told.add("noticed " + ex.getClass().getSimpleName());
			agi.setVariable("AFTER", "1");
			this.told.add((agi.getVariable("AFTER").isPresent() && agi.isHungUp()) ? "still works" : "does not work");
		}
	}

	@Test
	void failureIsToldToTheDialplan() throws Exception {
		this.server.scripts().register("broken", (agi, request) -> {
			throw new IllegalStateException("on purpose");
		});
		CompletableFuture<VarSetEvent> status = this.manager.nextEvent(VarSetEvent.class,
				(event) -> event.variable().equals("AGI_SCRIPT_STATUS"));
		call("broken");
		assertThat(status.get(60, TimeUnit.SECONDS).value()).isEqualTo("FAILURE");
	}

	private void call(String script) {
		this.manager.originate(RealAsterisk.callTo(this.server.localPort(), script));
	}

	/**
	 * A digit that nobody waits for is lost, so it is pressed until the script goes on.
	 */
	private void pressUntilHeard(String channel, String digit) {
		await().atMost(RealAsterisk.PATIENCE).pollInterval(Duration.ofMillis(700)).until(() -> {
			if (this.told.isEmpty()) {
				this.manager.exchange(RealAsterisk.press(channel, digit));
			}
			return !this.told.isEmpty();
		});
	}

	private String next() throws InterruptedException {
		String next = this.told.poll(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(next).as("what the script tells").isNotNull();
		return next;
	}

}
