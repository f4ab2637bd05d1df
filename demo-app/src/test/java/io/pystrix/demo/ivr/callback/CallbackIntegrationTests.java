package io.pystrix.demo.ivr.callback;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PlayDTMFAction;
import io.pystrix.demo.DemoApplication;
import io.pystrix.demo.ivr.ScriptsOnAsterisk;
import org.awaitility.Awaitility;
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
 * The call-backs on the Asterisk that {@code asterisk/asterisk.sh} starts: extension 200
 * answers, 201 is busy, and the queue {@code support} has one agent.
 */
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_HOST", matches = ".+")
@ActiveProfiles("asterisk")
@SpringBootTest(classes = DemoApplication.class,
		properties = { "asterisk.fastagi.port=0", "asterisk.ami.fail-fast=true", "demo.callback.interval=1h",
				"demo.callback.retry-delay=1h" })
@Timeout(120)
class CallbackIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private Manager manager;

	@Autowired
	private FastAgiServer fastAgi;

	@Autowired
	private Callbacks callbacks;

	@Autowired
	private CallbackService service;

	@Autowired
	private QueueOutlooks queues;

	private ScriptsOnAsterisk scripts;

	@BeforeEach
	void tellAsteriskWhereTheScriptsAre() {
		this.callbacks.deleteAll();
		this.scripts = new ScriptsOnAsterisk(this.manager, this.fastAgi);
	}

	@AfterEach
	void leaveAsteriskAsItWas() {
		this.scripts.close();
	}

	@Test
	void aCallerAsksForACallbackAndIsReached() {
		assertThat(this.queues.of("support")).hasValueSatisfying((queue) -> assertThat(queue.freeAgents()).isOne());
		Callback callback = request("200");
		assertThat(callback.queue()).isEqualTo("support");
		this.service.callDue();
		Callback reached = awaitOutcome(callback);
		assertThat(reached.state()).isEqualTo(CallbackState.REACHED);
		assertThat(reached.outcome()).isEqualTo("answered");
	}

	@Test
	void aCallerWhoIsBusyIsCalledAgainLater() {
		Callback callback = request("201");
		assertThat(this.service.call(callback)).isTrue();
		Callback missed = awaitOutcome(callback);
		assertThat(missed.state()).isEqualTo(CallbackState.WAITING);
		assertThat(missed.outcome()).isEqualTo("busy");
		assertThat(missed.nextAttemptAt()).isAfter(callback.nextAttemptAt());
	}

	/** Calls the script and presses 2 in its menu. */
	private Callback request(String number) {
		String id = UUID.randomUUID().toString();
		this.manager.originate(new OriginateAction("Local/wait@default").callerId(number)
			.context("default")
			.exten("agi-callback/support")
			.priority("1")
			.channelId(id));
		// A key that is pressed while nobody listens is lost
		List<Callback> requested = Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(500, TimeUnit.MILLISECONDS)
			.until(() -> {
				this.manager.exchange(new PlayDTMFAction(id, "2").receive(true));
				return this.callbacks.findAll();
			}, (all) -> !all.isEmpty());
		assertThat(requested).extracting(Callback::number).containsExactly(number);
		return requested.get(0);
	}

	private Callback awaitOutcome(Callback callback) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.service.find(callback.id()).orElseThrow(), (now) -> now.outcome() != null);
	}

}
