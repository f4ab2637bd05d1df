package io.pystrix.agi.async;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import ch.qos.logback.classic.Level;
import io.pystrix.agi.UnwillingExecutor;
import io.pystrix.agi.WireLogOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A channel whose call the executor does not begin in time goes on in the dialplan, which
 * sees the failure; and no executor holds up the events of other channels.
 */
@Timeout(60)
class AsyncAgiUnwillingExecutorTests extends AsyncAgiSupport {

	private static final Duration LIMIT = Duration.ofSeconds(2);

	private PipeAsterisk asterisk;

	@ParameterizedTest
	@EnumSource
	void theChannelGoesOnAndTheNextOneIsServed(UnwillingExecutor.Manner manner) throws Exception {
		UnwillingExecutor executor = new UnwillingExecutor(manner);
		start(executor, LIMIT);
		this.asterisk.enter("1.1", "demo");
		await().atMost(PATIENCE).until(() -> hasFailed("1.1"));
		awaitNoCalls();
		assertThat(this.log.from(Level.WARN)).singleElement()
			.isEqualTo("Refused the call of PJSIP/1.1: the executor has not begun it within 2000 ms");
		executor.becomeWilling();
		executor.runLate();
		this.asterisk.enter("1.2", "demo");
		assertThat(next()).isEqualTo("served PJSIP/1.2");
		awaitNoCalls();
		assertThat(this.told).isEmpty();
		assertThat(this.server.status().refusedCalls()).isOne();
		assertThat(this.server.status().totalCalls()).isOne();
		assertThat(hasFailed("1.1")).isTrue();
	}

	@Test
	void aChannelThatHasLeftIsLeftAlone() throws Exception {
		UnwillingExecutor executor = new UnwillingExecutor(UnwillingExecutor.Manner.KEEPS);
		start(executor, LIMIT);
		this.asterisk.enter("1.1", "demo");
		await().atMost(PATIENCE).until(() -> executor.hasTaken(1));
		this.asterisk.leave("1.1");
		awaitNoCalls();
		assertThat(this.asterisk.commands("1.1")).isEmpty();
		assertThat(this.server.status().refusedCalls()).isOne();
	}

	@ParameterizedTest
	@EnumSource
	void aStopSendsTheChannelOn(UnwillingExecutor.Manner manner) {
		UnwillingExecutor executor = new UnwillingExecutor(manner);
		start(executor, Duration.ofMinutes(10));
		this.asterisk.enter("1.1", "demo");
		await().atMost(PATIENCE).until(() -> executor.hasTaken(1));
		this.server.close();
		await().atMost(PATIENCE).until(() -> hasFailed("1.1"));
		assertThat(this.server.status().activeCalls()).isZero();
		executor.runLate();
		assertThat(this.told).isEmpty();
	}

	@Test
	void aCallMayRunOnTheThreadThatHandsItOver() throws Exception {
		start(Runnable::run, LIMIT);
		this.asterisk.enter("1.1", "demo");
		assertThat(next()).isEqualTo("served PJSIP/1.1");
		awaitNoCalls();
	}

	private void start(Executor executor, Duration limit) {
		this.server.close();
		this.asterisk = new PipeAsterisk(this.simulator, (command) -> "200 result=1");
		this.scripts.register("demo", (agi, request) -> {
			agi.noop();
			this.told.add("served " + request.environment().channel());
		});
		this.server = new AsyncAgiServer(
				ServerContext.of(
						this.manager, new AsyncAgiSettings(1, null, limit, "/", "AGI_SCRIPT_STATUS",
								StandardCharsets.UTF_8, false, executor, WireLogOptions.DEFAULTS, List.of()),
						this.scripts));
		this.server.start();
	}

	private boolean hasFailed(String uniqueid) {
		return this.asterisk.commands(uniqueid)
			.equals(List.of("SET VARIABLE \"AGI_SCRIPT_STATUS\" \"FAILURE\"", "ASYNCAGI BREAK"));
	}

}
