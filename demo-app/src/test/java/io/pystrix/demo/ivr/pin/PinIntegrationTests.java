package io.pystrix.demo.ivr.pin;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PlayDTMFAction;
import io.pystrix.ami.event.VarSetEvent;
import io.pystrix.demo.DemoApplication;
import io.pystrix.demo.ivr.ScriptsOnAsterisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The login on the Asterisk that {@code asterisk/asterisk.sh} starts.
 */
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_HOST", matches = ".+")
@ActiveProfiles("asterisk")
@SpringBootTest(classes = DemoApplication.class,
		properties = { "asterisk.fastagi.port=0", "asterisk.ami.fail-fast=true" })
@Timeout(120)
class PinIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private Manager manager;

	@Autowired
	private FastAgiServer fastAgi;

	/** What the script has sent. */
	private final BlockingQueue<String> commands = new LinkedBlockingQueue<>();

	private ScriptsOnAsterisk scripts;

	@BeforeEach
	void tellAsteriskWhereTheScriptsAre() {
		this.scripts = new ScriptsOnAsterisk(this.manager, this.fastAgi);
	}

	@AfterEach
	void leaveAsteriskAsItWas() {
		this.scripts.close();
	}

	@Test
	void whoMistypesThePinAndThenKnowsItIsLoggedIn() throws Exception {
		String id = UUID.randomUUID().toString();
		CompletableFuture<VarSetEvent> loggedIn = this.manager.nextEvent(VarSetEvent.class,
				(event) -> event.variable().equals("PIN_ACCOUNT"));
		this.manager.registerCallback("AGIExecStart", (event, manager) -> {
			if (id.equals(event.get("Uniqueid"))) {
				this.commands.add(String.valueOf(event.get("Command")));
			}
		});
		this.manager.originate(new OriginateAction("Local/wait@default").context("default")
			.exten("agi-pin")
			.priority("1")
			.channelId(id));
		type(id, "agent-user", "1001");
		type(id, "agent-pass", "0000");
		type(id, "agent-incorrect", "1001");
		type(id, "agent-pass", "2580");
		awaitCommand("STREAM FILE \"agent-loginok\"");
		assertThat(loggedIn).succeedsWithin(PATIENCE)
			.satisfies((event) -> assertThat(event.get("Value")).isEqualTo("1001"));
	}

	/**
	 * Types while the question plays; the keys behind the first have to wait for the
	 * command that collects them.
	 */
	private void type(String id, String question, String keys) throws InterruptedException {
		awaitCommand("STREAM FILE \"" + question + "\"");
		press(id, keys.substring(0, 1));
		awaitCommand("GET DATA");
		press(id, keys.substring(1) + "#");
	}

	private void awaitCommand(String start) throws InterruptedException {
		String command = "";
		while (!command.startsWith(start)) {
			command = this.commands.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			assertThat(command).as("command of the script, before: %s", start).isNotNull();
		}
	}

	private void press(String id, String keys) {
		keys.chars()
			.mapToObj(Character::toString)
			.forEach((key) -> this.manager.sendAction(new PlayDTMFAction(id, key).receive(true)));
	}

}
