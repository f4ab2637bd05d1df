package io.pystrix.test.pbx;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.release.AsteriskRelease;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulator raises what the Asterisk of the environment raises when it plays the
 * release of that, {@code ASTERISK_VERSION}; {@link KnownDifference} lists what is not
 * simulated. The folder of the system property {@code pystrix.record}, if there is one,
 * gets what Asterisk said.
 */
@EnabledIfEnvironmentVariable(named = "ASTERISK_AMI_HOST", matches = ".+")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScenarioIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(ScenarioIntegrationTests.class);

	/** The threads of Asterisk race too: what it does now and then is not looked for. */
	private static final int ATTEMPTS = 3;

	@ParameterizedTest
	@EnumSource
	void theSimulatorDoesWhatThisAsteriskDoes(Scenario scenario) throws IOException {
		List<String> differences = differences(scenario);
		for (int i = 1; i < ATTEMPTS && !differences.isEmpty(); i++) {
			log.warn("{} is played again: {}", scenario, differences);
			differences = differences(scenario);
		}
		assertThat(differences).isEmpty();
	}

	private static List<String> differences(Scenario scenario) throws IOException {
		List<TracedEvent> real = play(scenario, asterisk());
		String folder = System.getProperty("pystrix.record", "");
		if (!folder.isEmpty()) {
			StringBuilder raw = new StringBuilder();
			real.forEach((event) -> raw.append(event.raw()));
			Files.writeString(Path.of(folder, scenario.fileName()), raw);
		}
		try (AsteriskSimulator simulator = scenario.simulator(release()).start()) {
			List<TracedEvent> simulated = play(scenario,
					new ScenarioPlayer(simulator.ami().address(), "admin", "wordpass"));
			return KnownDifference.unknown(scenario, release(),
					TraceComparison.differences(new Trace(real), new Trace(simulated)));
		}
	}

	private static AsteriskRelease release() {
		return AsteriskRelease.of(System.getenv().getOrDefault("ASTERISK_VERSION", "22"));
	}

	private static ScenarioPlayer asterisk() throws IOException {
		String port = System.getenv().getOrDefault("ASTERISK_AMI_PORT", "5038");
		return new ScenarioPlayer(new InetSocketAddress(System.getenv("ASTERISK_AMI_HOST"), Integer.parseInt(port)),
				System.getenv().getOrDefault("ASTERISK_AMI_USERNAME", "admin"),
				System.getenv().getOrDefault("ASTERISK_AMI_PASSWORD", "wordpass"));
	}

	private static List<TracedEvent> play(Scenario scenario, ScenarioPlayer player) throws IOException {
		try (player) {
			scenario.play(player);
			return player.finish();
		}
	}

}
