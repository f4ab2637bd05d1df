package io.pystrix.test.pbx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.pystrix.test.AsteriskSimulator;
import io.pystrix.test.release.AsteriskRelease;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulator raises what an Asterisk 22 was recorded to raise.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ScenarioTests {

	@ParameterizedTest
	@EnumSource
	void theSimulatorDoesWhatAsteriskDid(Scenario scenario) throws IOException {
		try (AsteriskSimulator simulator = scenario.simulator(AsteriskRelease.V22).start();
				ScenarioPlayer player = new ScenarioPlayer(simulator.ami().address(), "admin", "wordpass")) {
			scenario.play(player);
			Trace simulated = new Trace(player.finish());
			assertThat(TraceComparison.differences(new Trace(recorded(scenario)), simulated)).isEmpty();
		}
	}

	/**
	 * Asterisk sends this one past the queue of the others.
	 */
	@ParameterizedTest
	@EnumSource
	void theAnswerToAnOriginateMayComeBeforeItsChannel(Scenario scenario) throws IOException {
		List<TracedEvent> events = recorded(scenario);
		Predicate<TracedEvent> answer = (event) -> event.name().equals("OriginateResponse");
		List<TracedEvent> overtaken = Stream
			.concat(events.stream().filter(answer), events.stream().filter(answer.negate()))
			.toList();
		assertThat(TraceComparison.differences(new Trace(events), new Trace(overtaken))).isEmpty();
	}

	private static List<TracedEvent> recorded(Scenario scenario) throws IOException {
		try (InputStream file = Objects
			.requireNonNull(ScenarioTests.class.getResourceAsStream("/captures/" + scenario.fileName()))) {
			return TracedEvent.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

}
