package io.pystrix.integration;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.ActionFailedException;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.action.HangupAction;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.action.PingAction;
import io.pystrix.ami.live.AsteriskState;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.ami.message.AmiResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * A shutdown that a call holds up, on a real Asterisk: a graceful one refuses every
 * action and login, one that waits until it is convenient refuses nothing.
 */
@RealAsterisk.Required
@Timeout(180)
class AmiShutdownIntegrationTests {

	private static final String CALL = "holds-the-shutdown-up";

	private Manager manager;

	@BeforeEach
	void connectAndCall() throws IOException, InterruptedException {
		assumeThat(AsteriskProcess.isOurs()).isTrue();
		this.manager = RealAsterisk.builder().keepAlive(Duration.ofMillis(200), Duration.ofSeconds(30)).build();
		this.manager.connect();
		this.manager.originate(new OriginateAction("Local/wait@default").channelId(CALL).application("Wait", "170"))
			.join();
	}

	@AfterEach
	void hangUp() throws IOException, InterruptedException {
		if (this.manager != null) {
			AsteriskProcess.cli("core abort shutdown");
			await().atMost(RealAsterisk.PATIENCE).until(() -> !this.manager.status().shuttingDown());
			this.manager.exchange(new HangupAction(CALL));
			this.manager.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "core restart gracefully", "core stop gracefully" })
	void aGracefulShutdownIsKnownUntilItIsAborted(String command) throws IOException, InterruptedException {
		try (AsteriskState state = new AsteriskState(this.manager)) {
			await().atMost(RealAsterisk.PATIENCE).until(() -> state.status() == SyncStatus.LIVE);
			AsteriskProcess.beginCli(command);
			await().atMost(RealAsterisk.PATIENCE).until(() -> this.manager.status().shuttingDown());
			await().atMost(RealAsterisk.PATIENCE).until(() -> state.status() == SyncStatus.STALE);
			assertThatExceptionOfType(ActionFailedException.class)
				.isThrownBy(() -> this.manager.sendAction(new PingAction()))
				.satisfies((refusal) -> assertThat(refusal.isShuttingDown()).isTrue());
			try (Manager late = RealAsterisk.builder().build()) {
				assertThatExceptionOfType(ManagerConnectionException.class).isThrownBy(late::connect)
					.withMessageContaining("Asterisk is shutting down")
					.satisfies((refusal) -> assertThat(refusal.isShuttingDown()).isTrue());
				late.connectAsync();
				await().atMost(RealAsterisk.PATIENCE).until(() -> late.status().shuttingDown());
				AsteriskProcess.cli("core abort shutdown");
				await().atMost(RealAsterisk.PATIENCE).until(late::isConnected);
				assertThat(late.status().shuttingDown()).isFalse();
			}
			await().atMost(RealAsterisk.PATIENCE).until(() -> !this.manager.status().shuttingDown());
			await().atMost(RealAsterisk.PATIENCE).until(() -> state.status() == SyncStatus.LIVE);
			assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
			assertThat(this.manager.status().connects()).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "core stop when convenient", "core restart when convenient" })
	void aShutdownWhenItIsConvenientRefusesNothing(String command) throws IOException, InterruptedException {
		AsteriskProcess.beginCli(command);
		assertThat(this.manager.sendAction(new PingAction()).isSuccess()).isTrue();
		assertThat(this.manager.status().shuttingDown()).isFalse();
		try (Manager late = RealAsterisk.builder().build()) {
			late.connect();
			assertThat(late.isConnected()).isTrue();
		}
	}

	@Test
	void anOriginateThatBlocksTheSessionDoesNotCostTheConnection() throws Exception {
		try (Manager busy = RealAsterisk.builder()
			.actionTimeout(Duration.ofMillis(500))
			.keepAlive(Duration.ofMillis(300), Duration.ofSeconds(1))
			.build()) {
			List<AmiResponse> late = new CopyOnWriteArrayList<>();
			busy.registerOrphanCallback((response, m) -> late.add(response));
			busy.connect();
			assertThat(busy.sendActionAsync(new OriginateAction("Local/noanswer@default/n").application("Wait", "1")
				.timeout(Duration.ofSeconds(8)))).failsWithin(RealAsterisk.PATIENCE);
			// The answer comes when it has stopped ringing, and nobody waits for it
			await().atMost(RealAsterisk.PATIENCE).until(() -> !late.isEmpty());
			assertThat(busy.sendAction(new PingAction()).isSuccess()).isTrue();
			assertThat(busy.status().connects()).isOne();
		}
	}

}
