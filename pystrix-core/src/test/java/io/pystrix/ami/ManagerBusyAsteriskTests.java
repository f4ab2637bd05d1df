package io.pystrix.ami;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.message.AmiAction;
import io.pystrix.ami.message.AmiHeaders;
import io.pystrix.ami.message.AmiResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * An Asterisk that is busy with an action answers nothing else. That is no dead link, but
 * a link may die meanwhile.
 */
@Timeout(60)
class ManagerBusyAsteriskTests extends ManagerTestSupport {

	private static final Duration ACTION_TIMEOUT = Duration.ofMillis(100);

	private ManagerBuilder impatient() {
		return builder().actionTimeout(ACTION_TIMEOUT).keepAlive(Duration.ofMillis(50), Duration.ofMillis(300));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Command", "Reload", "Originate" })
	void anActionThatHasTimedOutDoesNotCostTheConnection(String name) {
		use(impatient());
		this.manager.connect();
		this.asterisk.faults().freeze();
		assertThatExceptionOfType(ManagerTimeoutException.class)
			.isThrownBy(() -> this.manager.sendAction(AmiAction.named(name)));
		assertStaysConnectedUntilTheAnswerComes();
	}

	@Test
	void anActionThatNobodyWaitsForDoesNotCostTheConnection() {
		use(impatient().actionTimeout(PATIENCE));
		this.manager.connect();
		this.asterisk.faults().freeze();
		CompletableFuture<?> originated = this.manager.sendActionAsync(new OriginateAction("Local/ring30@default/n"));
		await().atMost(PATIENCE).until(() -> this.manager.status().pendingActions() > 0);
		originated.cancel(false);
		assertStaysConnectedUntilTheAnswerComes();
	}

	private void assertStaysConnectedUntilTheAnswerComes() {
		await().during(Duration.ofMillis(1500)).atMost(PATIENCE).until(this.manager::isConnected);
		this.asterisk.faults().thaw();
		await().atMost(PATIENCE).until(() -> this.manager.status().lastRoundTrip() != null);
		assertThat(this.manager.status().connects()).isOne();
		// The answers are there: now a silence is a dead link again
		await().atMost(PATIENCE).until(() -> this.manager.status().pendingActions() == 0);
		this.asterisk.faults().freeze();
		await().atMost(Duration.ofSeconds(10)).until(() -> this.manager.status().lastFailure() != null);
		assertThat(this.manager.status().lastFailure()).hasMessageContaining("dead");
		this.asterisk.faults().thaw();
	}

	@Test
	void aLinkThatDiesBehindAnActionIsNoticedInTime() {
		use(impatient());
		this.manager.connect();
		this.asterisk.faults().freeze();
		assertThat(this.manager.sendActionAsync(AmiAction.named("Getvar"))).failsWithin(PATIENCE);
		await().atMost(Duration.ofSeconds(10)).until(() -> this.manager.status().lastFailure() != null);
		this.asterisk.faults().thaw();
	}

	@Test
	void aPingIsNoReasonToWait() {
		use(impatient().actionTimeout(Duration.ofMinutes(10)));
		this.manager.connect();
		this.asterisk.faults().freeze();
		CompletableFuture<?> command = this.manager.sendActionAsync(new PingAction());
		command.cancel(false);
		PendingActions pending = new PendingActions(Duration.ofSeconds(10));
		PendingAction ping = new PendingAction(new PingAction(), Duration.ZERO, null);
		pending.put("1", ping);
		ping.sent();
		assertThat(pending.mayBeBusySince(System.nanoTime())).isFalse();
		this.asterisk.faults().thaw();
	}

	@Test
	void onlySoManyUnansweredActionsAreRemembered() {
		PendingActions pending = new PendingActions(Duration.ofSeconds(10));
		for (int i = 0; i < 5000; i++) {
			PendingAction action = new PendingAction(AmiAction.named("Command"), Duration.ofSeconds(10), null);
			pending.put("id-" + i, action);
			action.sent();
			pending.remove("id-" + i);
		}
		assertThat(pending.size()).isZero();
		assertThat(pending.unanswered()).isEqualTo(1000);
		assertThat(pending.mayBeBusySince(System.nanoTime())).isTrue();
		for (int i = 0; i < 5000; i++) {
			pending.answered("id-" + i);
		}
		assertThat(pending.mayBeBusySince(System.nanoTime())).isFalse();
	}

	@Test
	void anAnsweredActionOrOneThatWasNeverSentIsNotRemembered() {
		PendingActions pending = new PendingActions(Duration.ofSeconds(10));
		PendingAction answered = new PendingAction(AmiAction.named("Command"), Duration.ofSeconds(10), null);
		pending.put("1", answered);
		answered.sent();
		answered.respond(new AmiResponse(AmiHeaders.parse("Response: Success")));
		pending.remove("1");
		pending.put("2", new PendingAction(AmiAction.named("Command"), Duration.ofSeconds(10), null));
		pending.remove("2");
		assertThat(pending.unanswered()).isZero();
		assertThat(pending.mayBeBusySince(System.nanoTime())).isFalse();
	}

}
