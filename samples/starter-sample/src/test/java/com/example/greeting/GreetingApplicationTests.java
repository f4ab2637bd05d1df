package com.example.greeting;

import java.time.Duration;

import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.test.AsteriskSimulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = "asterisk.fastagi.port=0")
@ExtendWith(OutputCaptureExtension.class)
class GreetingApplicationTests {

	private static FastAgiServer scripts;

	@AutoClose
	private static final AsteriskSimulator asterisk = AsteriskSimulator.builder()
		.account("admin", "secret")
		.fastAgi(() -> scripts.address())
		.extension("100", "demo")
		.scripts((call) -> call.prompt("demo-thanks", Duration.ofSeconds(1)))
		.build()
		.start();

	@Autowired
	private Calls calls;

	@DynamicPropertySource
	static void asterisk(DynamicPropertyRegistry properties) {
		properties.add("asterisk.ami.host", () -> "127.0.0.1");
		properties.add("asterisk.ami.port", () -> asterisk.ami().port());
		properties.add("asterisk.ami.username", () -> "admin");
		properties.add("asterisk.ami.password", () -> "secret");
	}

	@Autowired
	void scripts(FastAgiServer server) {
		scripts = server;
	}

	@Test
	void whoIsCalledIsGreeted(CapturedOutput output) {
		assertThat(this.calls.call("Local/wait@default")).succeedsWithin(Duration.ofSeconds(30))
			.matches((result) -> result.isAnswered());
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(output).contains("was greeted", "was hung up"));
	}

}
