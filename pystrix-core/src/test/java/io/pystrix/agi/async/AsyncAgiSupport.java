package io.pystrix.agi.async;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pystrix.LogCapture;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.ami.Manager;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A manager that is connected with a simulated Asterisk, and what a script tells the
 * test.
 */
abstract class AsyncAgiSupport {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	final AmiSimulator simulator = AmiSimulator.builder().account("admin", "wordpass").build();

	final ScriptRegistry scripts = new ScriptRegistry();

	final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	final LogCapture log = new LogCapture("io.pystrix.agi");

	Manager manager;

	AsyncAgiServer server;

	@BeforeEach
	void connect() {
		this.simulator.start();
		this.manager = manager(this.simulator);
		this.server = configure(AsyncAgiServer.builder(this.manager).scripts(this.scripts)).build();
		this.server.start();
		this.manager.connect();
	}

	@AfterEach
	void disconnect() {
		this.server.close();
		this.manager.close();
		this.simulator.close();
		this.log.close();
	}

	AsyncAgiServerBuilder configure(AsyncAgiServerBuilder builder) {
		return builder;
	}

	static Manager manager(AmiSimulator simulator) {
		return Manager.builder()
			.host("127.0.0.1")
			.port(simulator.port())
			.credentials("admin", "wordpass")
			.connectTimeout(PATIENCE)
			.actionTimeout(PATIENCE)
			.keepAlive(PATIENCE, PATIENCE)
			.reconnect(ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(20), Duration.ofSeconds(1)).withJitter(0))
			.build();
	}

	String next() throws InterruptedException {
		String next = this.told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(next).as("what the script tells").isNotNull();
		return next;
	}

	void awaitNoCalls() {
		await().atMost(PATIENCE).until(() -> this.server.status().activeCalls() == 0);
	}

}
