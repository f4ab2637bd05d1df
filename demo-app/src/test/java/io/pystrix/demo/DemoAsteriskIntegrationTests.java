package io.pystrix.demo;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.agi.fastagi.FastAgiServer;
import io.pystrix.ami.AmiEndpoint;
import io.pystrix.ami.Manager;
import io.pystrix.ami.action.GetvarAction;
import io.pystrix.ami.action.SetvarAction;
import io.pystrix.demo.calls.Call;
import io.pystrix.demo.calls.CallState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo on the Asterisk that {@code asterisk/asterisk.sh} starts and stops.
 */
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_HOST", matches = ".+")
@ActiveProfiles("asterisk")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "asterisk.fastagi.port=0",
		"asterisk.ami.reconnect.initial-delay=100ms", "asterisk.ami.reconnect.max-delay=1s" })
class DemoAsteriskIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Manager manager;

	@Autowired
	private FastAgiServer fastAgi;

	private DemoClient demo;

	private String scriptsBefore;

	@BeforeEach
	void connect() {
		this.demo = new DemoClient(this.port);
		this.demo.awaitHealth("UP");
		this.scriptsBefore = this.manager.sendAction(new GetvarAction("FASTAGI")).value();
		tellAsteriskWhereTheScriptsAre();
	}

	private void tellAsteriskWhereTheScriptsAre() {
		this.manager.sendAction(new SetvarAction("FASTAGI", "127.0.0.1:" + this.fastAgi.localPort()));
	}

	@AfterEach
	void leaveAsteriskAsItWas() {
		this.manager.sendAction(new SetvarAction("FASTAGI", this.scriptsBefore));
	}

	@Test
	void aDigitThatIsPressedOverHttpIsHeardByTheScript() {
		Call placed = this.demo.placeAndListen(this.manager);
		this.demo.press(placed, "1").expectStatus().isNoContent();
		assertDigit(placed, '1');
		this.demo.http()
			.get()
			.uri("/actuator/info")
			.exchange()
			.expectBody()
			.jsonPath("$.events.hangups")
			.value(Integer.class, (hangups) -> assertThat(hangups).isPositive());
	}

	@Test
	void aDigitThatThePromptDoesNotWaitForDoesNotInterruptIt() {
		Call placed = this.demo.placeAndListen(this.manager);
		this.demo.press(placed, "32").expectStatus().isNoContent();
		assertDigit(placed, '2');
	}

	private void assertDigit(Call placed, char digit) {
		// The cause is known from the listener of Hangup events alone
		Call call = this.demo.awaitCall(placed.id(), (candidate) -> candidate.hangupCause() != null);
		assertThat(call.state()).isEqualTo(CallState.ENDED);
		assertThat(call.script()).isEqualTo("demo");
		assertThat(call.channel()).startsWith("Local/wait@default").endsWith(";1");
		assertThat(call.digits()).extracting(DtmfInterrupt::digit).containsExactly(digit);
		assertThat(call.digits().get(0).offset()).isPositive();
		assertThat(call.outcome()).isEqualTo("digit " + digit + " at " + call.digits().get(0).offset());
	}

	@Test
	void aCallIsHungUp() {
		Call placed = this.demo.placeAndListen(this.manager);
		this.demo.hangUp(placed).expectStatus().isNoContent();
		Call call = this.demo.awaitCall(placed.id(), (candidate) -> candidate.hangupCause() != null);
		assertThat(call.state()).isEqualTo(CallState.ENDED);
		assertThat(call.outcome()).isEqualTo("hung up");
	}

	@Test
	void aCallThatAsteriskRefusesIsAProblem() {
		this.demo.post("/api/calls", Map.of("destination", "no_such_extension"))
			.expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY);
	}

	@Test
	void theApplicationOutlivesAsterisk() throws Exception {
		Call interrupted = this.demo.placeAndListen(this.manager);
		AmiEndpoint endpoint = this.manager.status().endpoint();
		assertThat(endpoint).isNotNull();
		asterisk("stop");
		try {
			this.demo.awaitHealth("DOWN");
			this.demo.awaitCall(interrupted.id(), (call) -> call.outcome() != null);
			this.demo.post("/api/calls", Map.of("destination", "100"))
				.expectStatus()
				.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
			this.demo.http().get().uri("/").exchange().expectStatus().isOk();
		}
		finally {
			asterisk("start", "--ami-port", String.valueOf(endpoint.port()));
		}
		this.demo.awaitHealth("UP");
		tellAsteriskWhereTheScriptsAre();
		this.demo.awaitCall(interrupted.id(), (call) -> call.state().isOver());
		Call next = this.demo.placeAndListen(this.manager);
		this.demo.press(next, "1").expectStatus().isNoContent();
		assertDigit(next, '1');
	}

	/**
	 * Runs the script with the environment of this process, which names the instance and
	 * its ports if they are not the usual ones.
	 */
	private static void asterisk(String... arguments) throws Exception {
		File log = new File("target/asterisk.log");
		ProcessBuilder builder = new ProcessBuilder("../asterisk/asterisk.sh");
		builder.command().addAll(List.of(arguments));
		Process process = builder.redirectInput(new File("/dev/null"))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log))
			.start();
		assertThat(process.waitFor(DemoClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as("see %s", log.getAbsolutePath()).isZero();
	}

}
