package io.pystrix.ami;

import java.time.Duration;

import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A simulator and a manager that reconnects fast, for the tests of the manager.
 */
abstract class ManagerTestSupport {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	static final ReconnectPolicy FAST = ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(20),
			Duration.ofMillis(100));

	final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build();

	Manager manager;

	@BeforeEach
	void start() {
		this.asterisk.start();
		this.manager = builder().build();
	}

	@AfterEach
	void stop() {
		this.manager.close();
		this.asterisk.close();
	}

	ManagerBuilder builder() {
		return Manager.builder()
			.host("127.0.0.1")
			.port(this.asterisk.port())
			.credentials("admin", "wordpass")
			.connectTimeout(PATIENCE)
			.actionTimeout(PATIENCE)
			.keepAlive(PATIENCE, PATIENCE)
			.reconnect(FAST);
	}

	/** Replaces the manager of the test. */
	void use(ManagerBuilder builder) {
		this.manager.close();
		this.manager = builder.build();
	}

}
