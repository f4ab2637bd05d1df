package io.pystrix.agi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class AgiEnvironmentTests {

	@Test
	void variablesAreTheSameOneByOneAndTogether() {
		AgiEnvironment environment = AgiEnvironment
			.parse(List.of("agi_request:agi://host/x", "agi_channel: PJSIP/100-1", "agi_callerid: 100",
					"agi_calleridname:  Al  \r", "\tagi_dnid : 200", "agi_accountcode: "));
		Map<String, String> expected = Map.of("agi_channel", "PJSIP/100-1", "agi_callerid", "100", "agi_calleridname",
				"Al", "agi_accountcode", "", "agi_dnid", "200", "agi_request", "agi://host/x");
		expected.forEach((name, value) -> assertThat(environment.get(name)).as(name).isEqualTo(value));
		assertThat(environment.asMap()).isEqualTo(expected);
		expected.forEach((name, value) -> assertThat(environment.get(name)).as(name).isEqualTo(value));
	}

	@Test
	void whatWasNotSentIsNotThere() {
		AgiEnvironment environment = AgiEnvironment.parse(List.of("agi_channel: x", "no variable", ": nor this"));
		assertThat(environment.get("agi_chan")).isNull();
		assertThat(environment.get("agi_channel:")).isNull();
		assertThat(environment.get("")).isNull();
		assertThat(environment.get("no variable")).isNull();
		assertThat(environment.callerId()).isNull();
		assertThat(environment.context()).isEmpty();
		assertThat(environment.asMap()).containsExactly(entry("agi_channel", "x"));
	}

	@Test
	void theFirstOfTwoLinesCounts() {
		AgiEnvironment environment = AgiEnvironment.parse(
				List.of("agi_channel: one", "agi_threadid: 1", "agi_arg_1: one", "agi_channel: two", "agi_arg_1: two"));
		assertThat(environment.channel()).isEqualTo("one");
		assertThat(environment.args()).containsExactly("one");
		assertThat(environment.asMap()).containsExactly(entry("agi_channel", "one"), entry("agi_threadid", "1"),
				entry("agi_arg_1", "one"));
		assertThat(environment.forged()).containsExactly("agi_channel", "agi_arg_1");
	}

	@Test
	void aLineThatJumpsAheadDoesNotHideTheRealOnes() {
		AgiEnvironment environment = AgiEnvironment.parse(List.of("agi_network: yes", "agi_request: agi://host",
				"agi_callerid: 100", "agi_calleridname: x", "agi_network_script: admin", "agi_threadid: 1",
				"agi_arg_1: forged", "agi_dnid: 200", "agi_threadid: 2", "agi_arg_1: real"));
		assertThat(environment.dnid()).isEqualTo("200");
		assertThat(environment.get("agi_threadid")).isEqualTo("2");
		assertThat(environment.args()).containsExactly("real");
		assertThat(environment.get("agi_network_script")).isNull();
		assertThat(environment.forged()).containsExactly("agi_network_script", "agi_threadid", "agi_arg_1");
	}

	@Test
	void variablesThatNoReleaseKnowsMayStandAnywhereOnce() {
		List<String> lines = List.of("agi_request: x", "agi_later: 1", "agi_callerid: 100", "agi_last: 2");
		assertThat(AgiEnvironment.parse(lines).forged()).isEmpty();
		assertThat(AgiEnvironment.parse(lines).get("agi_later")).isEqualTo("1");
		List<String> twice = new ArrayList<>(lines);
		twice.add("agi_later: 3");
		assertThat(AgiEnvironment.parse(twice).forged()).containsExactly("agi_later");
		assertThat(AgiEnvironment.parse(twice).get("agi_later")).isEqualTo("1");
	}

	@Test
	void whatIsNoVariableOfAsterisksIsLeftOut() {
		AgiEnvironment environment = AgiEnvironment
			.parse(List.of("agi_request: x", "Subject: a line of a text", "agi_"));
		assertThat(environment.asMap()).containsExactly(entry("agi_request", "x"));
		assertThat(environment.forged()).isEmpty();
	}

	@Test
	void argumentsAreNumberedFromOneWithoutGaps() {
		List<String> lines = List.of("agi_threadid: 1", "agi_arg_1: one", "agi_arg_3: no", "agi_arg_02: no",
				"agi_arg_x: no", "agi_arg_: no", "agi_arg_1234567890: no", "agi_arg_2: two");
		AgiEnvironment environment = AgiEnvironment.parse(lines);
		assertThat(environment.args()).containsExactly("one", "two");
		assertThat(environment.forged()).containsExactly("agi_arg_3", "agi_arg_02", "agi_arg_x", "agi_arg_",
				"agi_arg_1234567890");
		assertThat(AgiEnvironment.of(environment.asMap()).args()).isEqualTo(environment.args());
	}

	@Test
	void argumentsOfAMapComeInNumericOrder() {
		AgiEnvironment environment = AgiEnvironment.of(Map.of("agi_arg_10", "ten", "agi_arg_2", "two", "agi_arg_x",
				"no", "agi_arg_", "no", "agi_arg_1234567890", "no"));
		assertThat(environment.args()).containsExactly("two", "ten");
	}

	@Test
	void itIsShownOnOneLine() {
		assertThat(AgiEnvironment.parse(List.of("agi_channel: x", "agi_dnid: 2")))
			.hasToString("{agi_channel=x, agi_dnid=2}");
		assertThat(AgiEnvironment.of(Map.of("agi_channel", "a\nb")).toString()).doesNotContain("\n");
	}

}
