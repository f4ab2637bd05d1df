package io.pystrix.agi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pystrix.FuzzInput;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever address a call comes with, it makes a request.
 */
public final class AgiRequestFuzz {

	private static final ScriptRegistry SCRIPTS = scripts();

	private AgiRequestFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		List<String> texts = new FuzzInput(data).texts();
		String address = texts.get(0);
		Map<String, String> variables = new LinkedHashMap<>();
		variables.put("agi_network_script", address);
		for (int i = 1; i < texts.size(); i++) {
			variables.put("agi_arg_" + i, texts.get(i));
		}
		AgiEnvironment environment = AgiEnvironment.of(variables);
		AgiRequest request = AgiRequest.of(environment, null, SCRIPTS);
		assertThat(request.path()).isNotEmpty().doesNotContain("?");
		assertThat(request.args()).isEqualTo(texts.subList(1, texts.size()));
		check(request);
		check(AgiRequest.byFirstArgument(environment, address, SCRIPTS));
	}

	private static void check(AgiRequest request) {
		request.parameters().forEach((name, values) -> {
			assertThat(name).isNotEmpty();
			assertThat(values).isNotEmpty();
			assertThat(request.parameter(name)).isEqualTo(values.get(0));
		});
		assertThat(request.script().isPresent()).isEqualTo(request.path().matches("[a-z]+/\\d+"));
		assertThat(request.toString()).isNotEmpty();
		assertThat(request.environment().toString()).isNotEmpty();
	}

	private static ScriptRegistry scripts() {
		ScriptRegistry scripts = new ScriptRegistry();
		scripts.register("(?<name>[a-z]+)/(\\d+)\\z", (agi, request) -> agi.noop());
		return scripts;
	}

}
