package io.pystrix.agi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

class AgiRequestTests {

	private final ScriptRegistry scripts = new ScriptRegistry();

	@Test
	void thePathIsWhatComesBeforeTheQuestionMark() {
		assertThat(request("demo/a%20b?x=1?2").path()).isEqualTo("demo/a%20b");
		assertThat(request("demo").path()).isEqualTo("demo");
	}

	@Test
	void thePathIsASlashWhenThereIsNone() {
		assertThat(request("").path()).isEqualTo("/");
		assertThat(request("?x=1").path()).isEqualTo("/");
		AgiRequest request = AgiRequest.of(AgiEnvironment.of(Map.of("agi_network", "yes")), null, this.scripts);
		assertThat(request.path()).isEqualTo("/");
		assertThat(request.remoteAddress()).isNull();
	}

	@Test
	void parametersKeepTheirOrderAndAllTheirValues() {
		assertThat(request("demo?x=1&y=2&x=3").parameters()).containsExactly(entry("x", List.of("1", "3")),
				entry("y", List.of("2")));
	}

	@Test
	void theFirstEqualsSignEndsTheNameOfAParameter() {
		assertThat(request("demo?expr=a=b").parameter("expr")).isEqualTo("a=b");
	}

	@Test
	void parametersAreDecoded() {
		assertThat(request("demo?n%61me=J%C3%BCrgen+M%2b").parameter("name")).isEqualTo("Jürgen M+");
	}

	@Test
	void aBadEscapeIsKeptAsItIs() {
		assertThat(request("demo?a=100%&b=%zz&c=%4&d=%%41&e=%é1").parameters()).containsExactly(
				entry("a", List.of("100%")), entry("b", List.of("%zz")), entry("c", List.of("%4")),
				entry("d", List.of("%A")), entry("e", List.of("%é1")));
	}

	@Test
	void aParameterWithoutValueIsEmptyAndOneWithoutNameIsNone() {
		assertThat(request("demo?a&b=&=c&&").parameters()).containsExactly(entry("a", List.of("")),
				entry("b", List.of("")));
		assertThat(request("demo").parameters()).isEmpty();
		assertThat(request("demo").parameter("a")).isNull();
	}

	@Test
	void argumentsAreInNumericOrder() {
		Map<String, String> variables = new LinkedHashMap<>();
		for (int i = 12; i >= 1; i--) {
			variables.put("agi_arg_" + i, "value " + i);
		}
		variables.put("agi_arg_x", "no");
		variables.put("agi_arg_", "no");
		variables.put("agi_arg_99999999999", "no");
		AgiRequest request = AgiRequest.of(AgiEnvironment.of(variables), null, this.scripts);
		assertThat(request.args()).hasSize(12).startsWith("value 1", "value 2").endsWith("value 12");
	}

	@Test
	void theGroupsOfTheMatchAreThere() {
		this.scripts.register("queue/(?<name>\\w+)(/x)?", (agi, request) -> {
		});
		AgiRequest request = request("queue/sales");
		assertThat(request.match()).hasValueSatisfying((match) -> assertThat(match.group(1)).isEqualTo("sales"));
		assertThat(request.group(0)).isEqualTo("queue/sales");
		assertThat(request.group("name")).isEqualTo("sales");
		assertThat(request.group(2)).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> request.group("other"));
	}

	@Test
	void theDefaultScriptHasNoMatch() {
		this.scripts.registerDefault((agi, request) -> {
		});
		AgiRequest request = request("demo");
		assertThat(request.script()).map(RegisteredScript::name).hasValue("default");
		assertThat(request.match()).isEmpty();
		assertThat(request.group(1)).isNull();
		assertThat(request.group("name")).isNull();
	}

	@Test
	void theEnvironmentIsTyped() {
		AgiEnvironment environment = AgiEnvironment.of(Map.of("agi_channel", "PJSIP/100-1", "agi_callerid", "unknown",
				"agi_calleridname", "Bob", "agi_enhanced", "1.0", "agi_extension", "h"));
		assertThat(environment.channel()).isEqualTo("PJSIP/100-1");
		assertThat(environment.callerId()).isNull();
		assertThat(environment.get("agi_callerid")).isEqualTo("unknown");
		assertThat(environment.callerIdName()).isEqualTo("Bob");
		assertThat(environment.isEnhanced()).isTrue();
		assertThat(environment.context()).isEmpty();
		assertThat(environment.get("agi_context")).isNull();
	}

	private AgiRequest request(String networkScript) {
		return AgiRequest.of(AgiEnvironment.of(Map.of("agi_network_script", networkScript)), null, this.scripts);
	}

}
