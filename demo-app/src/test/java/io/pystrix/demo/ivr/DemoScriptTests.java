package io.pystrix.demo.ivr;

import java.time.Duration;

import io.pystrix.demo.DemoApplication;
import io.pystrix.spring.boot.test.AutoConfigureAsterisk;
import io.pystrix.test.agi.AgiCall;
import io.pystrix.test.agi.AgiCaller;
import io.pystrix.test.agi.AgiStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.pystrix.test.agi.AgiAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DemoScript}.
 */
@SpringBootTest(classes = DemoApplication.class)
@AutoConfigureAsterisk
@ExtendWith(OutputCaptureExtension.class)
class DemoScriptTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	@Test
	void aKeyEndsThePrompt(@Autowired AgiCaller caller, CapturedOutput output) {
		caller.script("demo").prompt("demo-thanks", Duration.ofSeconds(3));
		caller.whenPlaying("demo-thanks").after(Duration.ofMillis(500)).press("2");
		try (AgiCall call = caller.call()) {
			assertThat(call).endsWithin(SOON)
				.isAnswered()
				.hasPlayedExactly("demo-thanks")
				.hasHeard("2")
				.hasEnded(AgiStatus.HANGUP);
		}
		assertThat(output).contains("PJSIP/100-00000001 pressed 2 at 4000");
	}

	@Test
	void aKeyThatIsNotAskedForDoesNotEndThePrompt(@Autowired AgiCaller caller, CapturedOutput output) {
		try (AgiCall call = caller.script("demo").pressDuring("demo-thanks", "3").call()) {
			assertThat(call).endsWithin(SOON).hasPlayedExactly("demo-thanks").isHungUp();
		}
		assertThat(output).doesNotContain("pressed");
	}

	@Test
	void aCallerMayHangUpDuringThePrompt(@Autowired AgiCaller caller) {
		try (AgiCall call = caller.script("demo").whenPlaying("demo-thanks").hangUp().call()) {
			assertThat(call).endsWithin(SOON).isHungUp();
		}
	}

}
