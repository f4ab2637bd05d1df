package io.pystrix.integration;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.ScriptRegistry;
import io.pystrix.agi.async.AsyncAgiServer;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.OriginateAction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@RealAsterisk.Required
class AsyncAgiIntegrationTests {

	@Test
	void scriptRunsOverTheManagersConnection() throws Exception {
		CompletableFuture<String> told = new CompletableFuture<>();
		ScriptRegistry scripts = new ScriptRegistry();
		scripts.register("demo", (agi, request) -> {
			agi.answer();
			agi.setVariable("GREETING", "a+b (c) 100%");
			agi.streamFile("beep");
			told.complete(request.args().get(1) + " " + agi.getVariable("GREETING").orElse("none"));
		});
		try (Manager manager = RealAsterisk.builder().build();
				AsyncAgiServer server = new AsyncAgiServer(manager, scripts)) {
			server.start();
			manager.connect();
			manager.originate(new OriginateAction("Local/wait@default").application("AGI", "agi:async,demo,second"));
			assertThat(told.get(60, TimeUnit.SECONDS)).isEqualTo("second a+b (c) 100%");
			await().atMost(RealAsterisk.PATIENCE).until(() -> server.activeCalls() == 0);
		}
	}

}
