package io.pystrix.agi;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class AgiEnvironmentTests {

	@Test
	void variablesAreTheSameOneByOneAndTogether() {
		AgiEnvironment environment = AgiEnvironment.parse(List.of("agi_channel: PJSIP/100-1", "agi_callerid: 100",
				"agi_calleridname:  Al  \r", "agi_accountcode: ", "\tagi_dnid : 200", "agi_request:agi://host/x"));
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
	void theLaterOfTwoLinesCounts() {
		AgiEnvironment environment = AgiEnvironment
			.parse(List.of("agi_channel: old", "agi_arg_1: old", "agi_channel: new", "agi_arg_1: new"));
		assertThat(environment.channel()).isEqualTo("new");
		assertThat(environment.args()).containsExactly("new");
		assertThat(environment.asMap()).containsExactly(entry("agi_channel", "new"), entry("agi_arg_1", "new"));
	}

	@Test
	void argumentsComeInNumericOrder() {
		AgiEnvironment environment = AgiEnvironment.parse(List.of("agi_arg_10: ten", "agi_arg_2: two", "agi_arg_x: no",
				"agi_arg_: no", "agi_arg_1234567890: no"));
		assertThat(environment.args()).containsExactly("two", "ten");
		assertThat(AgiEnvironment.of(environment.asMap()).args()).isEqualTo(environment.args());
	}

	@Test
	void itIsShownOnOneLine() {
		assertThat(AgiEnvironment.parse(List.of("agi_channel: x", "agi_dnid: 2")))
			.hasToString("{agi_channel=x, agi_dnid=2}");
		assertThat(AgiEnvironment.of(Map.of("agi_channel", "a\nb")).toString()).doesNotContain("\n");
	}

}
