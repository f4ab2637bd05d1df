package io.pystrix.ami.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.pystrix.ami.Manager;
import io.pystrix.ami.ManagerBuilder;
import io.pystrix.ami.ReconnectPolicy;
import io.pystrix.ami.live.AsteriskState.SyncStatus;
import io.pystrix.test.ami.AmiFrame;
import io.pystrix.test.ami.AmiSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.awaitility.Awaitility.await;

/**
 * A state that follows a simulated Asterisk.
 */
abstract class AsteriskStateSupport {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	final AmiSimulator asterisk = AmiSimulator.builder().account("admin", "wordpass").build();

	/** The channels that Asterisk lists. */
	final List<AmiFrame> listed = new CopyOnWriteArrayList<>();

	Manager manager;

	AsteriskState state;

	@BeforeEach
	void start() {
		this.asterisk.start();
		this.asterisk.channels(() -> this.listed);
		open(builder());
	}

	ManagerBuilder builder() {
		return Manager.builder()
			.host("127.0.0.1")
			.port(this.asterisk.port())
			.credentials("admin", "wordpass")
			.connectTimeout(PATIENCE)
			.actionTimeout(PATIENCE)
			.keepAlive(PATIENCE, PATIENCE)
			.reconnect(ReconnectPolicy.DEFAULTS.withDelays(Duration.ofMillis(20), Duration.ofMillis(100)));
	}

	/** Replaces the manager and the state of the test. */
	void use(ManagerBuilder builder) {
		this.state.close();
		this.manager.close();
		open(builder);
	}

	private void open(ManagerBuilder builder) {
		this.manager = builder.build();
		this.state = new AsteriskState(this.manager);
	}

	@AfterEach
	void stop() {
		this.state.close();
		this.manager.close();
		this.asterisk.close();
	}

	final void connect() {
		this.manager.connect();
		await().atMost(PATIENCE).until(() -> this.state.status() == SyncStatus.LIVE);
	}

	static AmiFrame channel(String event, String uniqueid, String state) {
		return AmiFrame.event(event)
			.with("Privilege", "call,all")
			.with("Channel", "PJSIP/" + uniqueid)
			.with("ChannelState", state.equals("Up") ? "6" : "4")
			.with("ChannelStateDesc", state)
			.with("CallerIDNum", "<unknown>")
			.with("CallerIDName", "Alice")
			.with("Uniqueid", uniqueid);
	}

}
