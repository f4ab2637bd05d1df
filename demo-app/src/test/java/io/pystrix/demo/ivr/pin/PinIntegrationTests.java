package io.pystrix.demo.ivr.pin;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.AmiEvent;
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
	void whoMistypesThePinAndThenKnowsItIsLoggedIn() {
		String id = UUID.randomUUID().toString();
		CompletableFuture<VarSetEvent> loggedIn = this.manager.nextEvent(VarSetEvent.class,
				(event) -> event.variable().equals("PIN_ACCOUNT"));
		CompletableFuture<?> asked = command(id, "STREAM FILE \"agent-user\"");
		this.manager.originate(new OriginateAction("Local/wait@default").context("default")
			.exten("agi-pin")
			.priority("1")
			.channelId(id));
		asked = type(id, asked, "1001", "STREAM FILE \"agent-pass\"");
		asked = type(id, asked, "0000", "STREAM FILE \"agent-incorrect\"");
		asked = type(id, asked, "1001", "STREAM FILE \"agent-pass\"");
		asked = type(id, asked, "2580", "STREAM FILE \"agent-loginok\"");
		assertThat(asked).succeedsWithin(PATIENCE);
		assertThat(loggedIn).succeedsWithin(PATIENCE)
			.satisfies((event) -> assertThat(event.get("Value")).isEqualTo("1001"));
	}

	/**
	 * Types while the question plays; the keys behind the first have to wait for the
	 * command that collects them.
	 */
	private CompletableFuture<?> type(String id, CompletableFuture<?> question, String keys, String next) {
		assertThat(question).succeedsWithin(PATIENCE);
		CompletableFuture<?> collecting = command(id, "GET DATA");
		press(id, keys.substring(0, 1));
		assertThat(collecting).succeedsWithin(PATIENCE);
		CompletableFuture<?> answered = command(id, next);
		press(id, keys.substring(1) + "#");
		return answered;
	}

	private CompletableFuture<AmiEvent> command(String id, String start) {
		return this.manager.nextEvent(AmiEvent.class, (event) -> event.name().equals("AGIExecStart")
				&& id.equals(event.get("Uniqueid")) && String.valueOf(event.get("Command")).startsWith(start));
	}

	private void press(String id, String keys) {
		keys.chars()
			.mapToObj(Character::toString)
			.forEach((key) -> this.manager.sendAction(new PlayDTMFAction(id, key).receive(true)));
	}

}
