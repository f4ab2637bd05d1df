package io.pystrix.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.pystrix.agi.DtmfInterrupt;
import io.pystrix.demo.calls.Call;
import io.pystrix.demo.calls.CallState;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged demo as {@code java -jar} starts it, with the beans that were settled when
 * it was built.
 */
@Timeout(600)
class DemoJarTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	/** A computer that does much else takes minutes to start a Java process. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final Path OUTPUT = Path.of("target/demo-jar.log");

	private Process process;

	@BeforeEach
	void start() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dspring.aot.enabled=true", "-jar", System.getProperty("demo.jar"), "--server.port=0");
		builder.environment().keySet().removeIf((name) -> name.startsWith("ASTERISK_"));
		this.process = builder.redirectErrorStream(true).redirectOutput(OUTPUT.toFile()).start();
	}

	@AfterEach
	void stop() {
		this.process.destroy();
		assertThat(this.process.onExit()).succeedsWithin(DemoClient.PATIENCE);
	}

	@Test
	void aCallIsServedAndItsEventsAreHeard() {
		DemoClient demo = new DemoClient(port());
		assertThat(OUTPUT).content().contains("Starting AOT-processed DemoApplication");
		demo.awaitHealth("UP");
		Call placed = demo.place("100");
		demo.awaitCall(placed.id(), (call) -> call.state() == CallState.IN_SCRIPT);
		// A key that is pressed before the prompt plays is lost
		Awaitility.await().atMost(DemoClient.PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
			demo.press(placed, "1");
			return demo.call(placed.id()).digits();
		}, (digits) -> !digits.isEmpty());
		Call call = demo.awaitCall(placed.id(), (candidate) -> candidate.hangupCause() != null);
		assertThat(call.script()).isEqualTo("demo");
		assertThat(call.digits()).extracting(DtmfInterrupt::digit).containsExactly('1');
		demo.http().get().uri("/").exchange().expectStatus().isOk();
		demo.http()
			.get()
			.uri("/actuator/asterisk")
			.exchange()
			.expectBody()
			.jsonPath("$.scripts[*].name")
			.value((names) -> assertThat(names).asInstanceOf(InstanceOfAssertFactories.LIST)
				.containsExactly("demo", "callback", "pin", "default"));
		demo.http().get().uri("/actuator/metrics/asterisk.agi.script").exchange().expectStatus().isOk();
	}

	private int port() {
		List<MatchResult> found = Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> PORT.matcher(Files.readString(OUTPUT)).results().toList(),
					(results) -> !results.isEmpty() || !this.process.isAlive());
		assertThat(found).as("see %s", OUTPUT.toAbsolutePath()).isNotEmpty();
		return Integer.parseInt(found.get(0).group(1));
	}

}
