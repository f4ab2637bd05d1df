package io.pystrix.integration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.event.VarSetEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One script, whichever way the call arrives.
 */
@RealAsterisk.Required
@Timeout(120)
class ScriptOverTransportsIntegrationTests extends ActionsSupport {

	private static final List<String> TOLD = List.of("UP", "wait default", "true", "true", "Optional.empty", "2700",
			"0", "AgiApplicationException", "RETURNED", "Optional[got value]", "Optional.empty", "Optional.empty",
			"DataInput[digits=, timedOut=true]", "Optional.empty", "AgiUsageException", "Optional[v]", "true");

	private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

	private final String channelId = UUID.randomUUID().toString();

	@BeforeEach
	void listen() {
		this.manager.registerCallback(VarSetEvent.class, (event, manager) -> {
			if (event.uniqueid().equals(this.channelId)
					&& (event.variable().equals("TOLD") || event.variable().equals("AGISTATUS"))) {
				this.told.add(event.value());
			}
		});
	}

	@Test
	void fastAgi() throws Exception {
		FastAgiServer server = FastAgiServer.builder().port(0).build();
		server.scripts().register("script", new TransportScript());
		server.start();
		run("agi://127.0.0.1:" + server.localPort() + "/script");
		isTold("AgiApplicationException", "FAILURE");
		server.stop(Duration.ofSeconds(10));
	}

	/** A command that fails ends the session, so nothing can be told of it. */
	@Test
	void asyncAgi() throws Exception {
		ScriptRegistry scripts = new ScriptRegistry();
		scripts.register("script", new TransportScript());
		AsyncAgiServer server = new AsyncAgiServer(this.manager, scripts);
		server.start();
		run("agi:async,script");
		isTold("FAILURE");
		server.stop(Duration.ofSeconds(10));
	}

	@Test
	void process() throws Exception {
		Optional<AgiPrograms> programs = AgiPrograms.install();
		Assumptions.assumeTrue(programs.isPresent(), "This Asterisk cannot start Java");
		try (AgiPrograms installed = programs.get()) {
			run(installed.program(TransportScript.class));
			isTold("AgiApplicationException", "FAILURE");
		}
	}

	private void run(String agi) {
		this.manager
			.originate(new OriginateAction("Local/wait@default").application("AGI", agi).channelId(this.channelId));
	}

	private void isTold(String... last) throws InterruptedException {
		for (String expected : TOLD) {
			assertThat(next()).isEqualTo(expected);
		}
		for (String expected : last) {
			assertThat(next()).isEqualTo(expected);
		}
	}

	private String next() throws InterruptedException {
		String next = this.told.poll(RealAsterisk.PATIENCE.toSeconds(), TimeUnit.SECONDS);
		assertThat(next).as("what the script tells").isNotNull();
		return next;
	}

}
