package io.pystrix.demo.web;

import io.pystrix.demo.DemoApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class MissingPasswordTests {

	@Test
	void theConsoleDoesNotStartForOthersWithoutAPassword(CapturedOutput output) {
		assertThatException()
			.isThrownBy(
					() -> SpringApplication.run(DemoApplication.class, "--server.address=0.0.0.0", "--server.port=0"))
			.withRootCauseInstanceOf(MissingPasswordException.class);
		assertThat(output).contains("APPLICATION FAILED TO START", "listens on 0.0.0.0, and has no password",
				"Set 'demo.login.password'");
	}

}
