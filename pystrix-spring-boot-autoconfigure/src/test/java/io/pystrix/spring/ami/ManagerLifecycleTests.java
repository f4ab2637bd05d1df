package io.pystrix.spring.ami;

import java.time.Duration;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerAuthenticationException;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.ManagerConnectionException;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ManagerLifecycle}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ManagerLifecycleTests {

	@AutoClose
	private final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "secret").build().start();

	@Test
	void connectsDisconnectsAndConnectsAgain() {
		try (Manager manager = manager(0).credentials("admin", "secret").build()) {
			ManagerLifecycle lifecycle = new ManagerLifecycle(manager, false);
			assertThat(lifecycle.isRunning()).isFalse();
			lifecycle.start();
			lifecycle.start();
			assertThat(lifecycle.isRunning()).isTrue();
			await().until(manager::isConnected);
			lifecycle.stop();
			lifecycle.stop();
			assertThat(lifecycle.isRunning()).isFalse();
			assertThat(manager.isConnected()).isFalse();
			lifecycle.start();
			await().until(manager::isConnected);
			assertThat(this.asterisk.connectionAttempts()).isEqualTo(2);
		}
	}

	@Test
	void startsThoughAsteriskIsDown() {
		this.asterisk.stop();
		try (Manager manager = manager(0).credentials("admin", "secret").build()) {
			ManagerLifecycle lifecycle = new ManagerLifecycle(manager, false);
			lifecycle.start();
			await().until(() -> manager.status().lastFailure() != null);
			this.asterisk.start();
			await().until(manager::isConnected);
		}
	}

	@Test
	void connectsWhileItStartsIfItShallFailFast() {
		try (Manager manager = manager(0).credentials("admin", "secret").build()) {
			new ManagerLifecycle(manager, true).start();
			assertThat(manager.isConnected()).isTrue();
		}
	}

	@Test
	void failsFast() {
		try (Manager manager = manager(0).credentials("admin", "wrong").build()) {
			ManagerLifecycle lifecycle = new ManagerLifecycle(manager, true);
			assertThatExceptionOfType(ManagerStartException.class).isThrownBy(lifecycle::start)
				.withCauseInstanceOf(ManagerAuthenticationException.class);
			assertThat(lifecycle.isRunning()).isFalse();
			this.asterisk.stop();
			assertThatExceptionOfType(ManagerStartException.class).isThrownBy(lifecycle::start)
				.withCauseInstanceOf(ManagerConnectionException.class);
		}
	}

	@Test
	void saysThatTheManagerHasGivenUp(CapturedOutput output) {
		this.asterisk.stop();
		try (Manager manager = manager(1).build()) {
			new ManagerLifecycle(manager, false).start();
			await()
				.untilAsserted(() -> assertThat(output).contains("Giving up connecting to Asterisk: Cannot connect"));
		}
	}

	@Test
	void connectsAnewIfItIsRunning(CapturedOutput output) {
		try (Manager manager = manager(0).credentials("admin", "secret").build()) {
			ManagerLifecycle lifecycle = new ManagerLifecycle("berlin", manager, false);
			lifecycle.reconnect();
			assertThat(manager.status().connects()).isZero();
			this.asterisk.stop();
			lifecycle.start();
			await().until(() -> manager.status().lastFailure() != null);
			this.asterisk.start();
			lifecycle.reconnect();
			await().until(manager::isConnected);
			lifecycle.reconnect();
			await().until(() -> manager.status().connects() == 2 && manager.isConnected());
			lifecycle.stop();
			lifecycle.reconnect();
			assertThat(manager.isConnected()).isFalse();
			assertThat(output).doesNotContain("Giving up");
		}
	}

	@Test
	void saysNothingWhenItIsStoppedBeforeItIsConnected(CapturedOutput output) {
		this.asterisk.stop();
		try (Manager manager = manager(0).build()) {
			ManagerLifecycle lifecycle = new ManagerLifecycle(manager, false);
			lifecycle.start();
			lifecycle.stop();
			assertThat(output).doesNotContain("Giving up");
		}
	}

	private ManagerBuilder manager(int maxAttempts) {
		Duration delay = Duration.ofMillis(20);
		return Manager.builder()
			.port(this.asterisk.port())
			.reconnect(ReconnectPolicy.DEFAULTS.withDelays(delay, delay)
				.withMultiplier(1)
				.withJitter(0)
				.withMaxAttempts(maxAttempts));
	}

}
