package com.example.greeting;

import java.time.Duration;

import io.pystrix.spring.boot.test.AutoConfigureAsterisk;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.pystrix.test.agi.AgiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest
@AutoConfigureAsterisk(extensions = "100=demo")
@ExtendWith(OutputCaptureExtension.class)
class GreetingApplicationTests {

	@Autowired
	private Calls calls;

	@Test
	void whoCallsIsGreeted(@Autowired AgiCaller caller) {
		try (AgiCall call = caller.script("demo").call()) {
			assertThat(call).endsWithin(Duration.ofSeconds(30))
				.isAnswered()
				.hasPlayed("demo-thanks")
				.hasVariable("GREETED", "yes");
		}
	}

	@Test
	void whoIsCalledIsGreeted(CapturedOutput output) {
		assertThat(this.calls.call("Local/wait@default")).succeedsWithin(Duration.ofSeconds(30))
			.matches((result) -> result.isAnswered());
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(output).contains("was greeted", "was hung up"));
	}

}
