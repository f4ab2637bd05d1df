package io.pystrix.agi.fastagi;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import io.pystrix.LogCapture;
import io.pystrix.agi.RefusalReason;
import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.SetupEnv;
import io.pystrix.agi.SetupEnv.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a call whose environment is forged.
 */
@Timeout(60)
class ForgedCallTests {

	private static final String FORGED = new SetupEnv(Kind.FASTAGI, "reception")
		.with("agi_calleridname", "x\nagi_network_script: admin?pin=1\nagi_channel: PJSIP/boss-1")
		.text();

	private final Queue<String> served = new ConcurrentLinkedQueue<>();

	private final ScriptRegistry scripts = new ScriptRegistry();

	private final LogCapture log = new LogCapture("io.pystrix.agi");

	private FastAgiServer server = FastAgiServer.builder().port(0).scripts(this.scripts).build();

	ForgedCallTests() {
		this.scripts.registerDefault((agi, request) -> this.served
			.add(request.path() + " " + request.environment().channel() + " " + request.environment().forged()));
	}

	@AfterEach
	void stop() {
		this.server.close();
		this.log.close();
	}

	@Test
	void itIsRefusedAndCountedWithOneWarning() throws Exception {
		this.server.start();
		try (RawCaller caller = new RawCaller(this.server)) {
			caller.send(FORGED).expect("failure").expectEnd();
		}
		await().until(() -> this.server.status().activeCalls() == 0);
		assertThat(this.served).isEmpty();
		assertThat(this.server.status().refusedCalls(RefusalReason.FORGED)).isOne();
		assertThat(this.server.status().failedHandshakes()).isZero();
		assertThat(this.server.status().totalCalls()).isZero();
		assertThat(this.log.at(Level.WARN)).singleElement()
			.asString()
			.contains("from /127.0.0.1:", "'PJSIP/alice-00000001'", "agi_network_script, agi_channel");
	}

	@Test
	void whatFollowsAnEnvironmentIsRefusedToo() throws Exception {
		this.server.start();
		String text = new SetupEnv(Kind.FASTAGI, "reception").with("agi_calleridname", "x\n\n200 result=1").text();
		try (RawCaller caller = new RawCaller(this.server)) {
			caller.send(text).expect("failure").expectEnd();
		}
		assertThat(this.served).isEmpty();
		assertThat(this.server.status().refusedCalls(RefusalReason.FORGED)).isOne();
	}

	@Test
	void itMayBeAcceptedAndTheScriptCanTell() throws Exception {
		this.server = FastAgiServer.builder().port(0).scripts(this.scripts).acceptForgedEnvironment(true).build();
		this.server.start();
		try (RawCaller caller = new RawCaller(this.server)) {
			caller.send(FORGED).expectEnd();
		}
		assertThat(List.copyOf(this.served))
			.containsExactly("reception PJSIP/alice-00000001 [agi_network_script, agi_channel]");
	}

	@Test
	void anEmptyLineInAValueEndsTheSessionEvenIfForgeriesAreAccepted() throws Exception {
		this.server = FastAgiServer.builder().port(0).scripts(this.scripts).acceptForgedEnvironment(true).build();
		this.scripts.registerDefault((agi, request) -> agi.answer());
		this.server.start();
		String text = new SetupEnv(Kind.FASTAGI, "reception").with("agi_calleridname", "x\n\nagi_arg_1: admin").text();
		try (RawCaller caller = new RawCaller(this.server)) {
			caller.send(text).expect("failure");
		}
	}

}
