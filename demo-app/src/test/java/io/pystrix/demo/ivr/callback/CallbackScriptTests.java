package io.pystrix.demo.ivr.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.ami.AmiAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.pystrix.test.agi.AgiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallbackScript}: what callers hear, and what is left of them.
 */
@CallbackTest
class CallbackScriptTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@Autowired
	private AsteriskSimulator asterisk;

	@Autowired
	private AgiCaller caller;

	@Autowired
	private Callbacks callbacks;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void nobodyHasAsked() {
		this.callbacks.deleteAll();
		this.caller.script("callback/support").callerId("2001", "Alice").speed(20);
	}

	@Test
	void aCallerHearsTheQueueAndIsCalledBack() {
		SimulatedQueue.in(this.asterisk.ami(), 2, 130);
		this.caller.whenPlaying("to-call-this-number").press("2");
		try (AgiCall call = this.caller.call()) {
			assertThat(call).endsWithin(SOON)
				.isAnswered()
				.hasPlayed("queue-thereare", "queue-callswaiting", "queue-holdtime", "queue-minutes",
						"queue-periodic-announce", "to-call-this-number", "telephone-number", "added");
			assertThat(call.said()).containsSequence("3", "2").endsWith("2001");
		}
		assertThat(this.callbacks.findAll()).singleElement().satisfies((callback) -> {
			assertThat(callback.number()).isEqualTo("2001");
			assertThat(callback.queue()).isEqualTo("support");
			assertThat(callback.state()).isEqualTo(CallbackState.WAITING);
			assertThat(callback.attempts()).isZero();
			assertThat(Duration.between(callback.requestedAt(), Instant.now())).isLessThan(SOON);
		});
	}

	@Test
	void aCallerWhoWaitsEntersTheQueue() {
		SimulatedQueue.in(this.asterisk.ami(), 0, 0);
		this.caller.whenPlaying("queue-periodic-announce").press("1");
		try (AgiCall call = this.caller.call()) {
			assertThat(call).endsWithin(SOON).hasPlayed("queue-youarenext").hasRun("EXEC \"Queue\" \"support\"");
			assertThat(call.played()).doesNotContain("queue-holdtime");
		}
		assertThat(this.callbacks.findAll()).isEmpty();
	}

	@Test
	void aCallerWhoChoosesNothingWaits() {
		SimulatedQueue.in(this.asterisk.ami(), 0, 0);
		try (AgiCall call = this.caller.call()) {
			assertThat(call).endsWithin(SOON).hasRun("EXEC \"Queue\" \"support\"");
		}
	}

	@Test
	void aCallerIsServedWhileAsteriskTellsNothingOfTheQueue() {
		this.asterisk.ami().on("QueueStatus", (request) -> AmiAnswer.error("Not now"));
		this.caller.whenPlaying("to-call-this-number").press("2");
		try (AgiCall call = this.caller.call()) {
			assertThat(call).endsWithin(SOON).hasPlayed("telephone-number");
		}
		assertThat(this.callbacks.findAll()).hasSize(1);
	}

	@Test
	void aCallerWhoHangsUpInTheMenuLeavesNothing() {
		this.caller.whenPlaying("to-call-this-number").hangUp();
		try (AgiCall call = this.caller.call()) {
			assertThat(call).endsWithin(SOON).isHungUp();
		}
		assertThat(this.callbacks.findAll()).isEmpty();
	}

	@Test
	void aCallerWhoHangsUpWhileTypingTheNumberLeavesNothing() {
		this.caller.environment("callerid", "unknown").whenPlaying("to-call-this-number").press("2");
		this.caller.whenPlaying("vm-enter-num-to-call").press("20").whenRunning("GET DATA").hangUp();
		try (AgiCall call = this.caller.call()) {
			assertThat(call).endsWithin(SOON).isHungUp();
		}
		assertThat(this.callbacks.findAll()).isEmpty();
	}

	@Test
	void aCallerWhoseNumberIsNoneIsAskedForIt() {
		this.caller.callerId("2001&PJSIP/premium", "Mallory").whenPlaying("to-call-this-number").press("2");
		this.caller.whenPlaying("vm-enter-num-to-call").press("2002#");
		try (AgiCall call = this.caller.call()) {
			assertThat(call).endsWithin(SOON).hasPlayed("vm-enter-num-to-call", "telephone-number");
		}
		assertThat(this.callbacks.findAll()).extracting(Callback::number).containsExactly("2002");
	}

	@Test
	void aCallerWhoAsksTwiceIsCalledBackOnce() {
		for (int i = 0; i < 2; i++) {
			AgiCaller again = this.caller.whenPlaying("to-call-this-number").press("2");
			try (AgiCall call = again.call()) {
				assertThat(call).endsWithin(SOON).hasPlayed("telephone-number", "added");
			}
		}
		assertThat(this.callbacks.findAll()).hasSize(1);
	}

	@Test
	void theMenuIsThatOfTheDatabase() {
		this.jdbc.sql(
				"insert into menu_entry (menu, digit, prompt, action, queue) values ('callback', '3', 'transfer', 'WAIT', 'sales')")
			.update();
		try {
			this.caller.whenPlaying("transfer").press("3");
			try (AgiCall call = this.caller.call()) {
				assertThat(call).endsWithin(SOON).hasRun("EXEC \"Queue\" \"sales\"");
				assertThat(call.played()).isEqualTo(
						List.of("queue-periodic-announce", "vm-press", "to-call-this-number", "vm-press", "transfer"));
			}
		}
		finally {
			this.jdbc.sql("delete from menu_entry where digit = '3'").update();
		}
	}

}
