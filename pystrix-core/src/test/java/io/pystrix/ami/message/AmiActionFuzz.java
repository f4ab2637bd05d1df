package io.pystrix.ami.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.pystrix.FuzzInput;
import io.pystrix.ami.AsteriskVariables;
import io.pystrix.ami.action.OriginateAction;
import io.pystrix.ami.internal.RequestEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever texts an action is made of: it is refused, or Asterisk reads the headers that
 * were given and not one more, and the variables that were given and not one more.
 */
public final class AmiActionFuzz {

	private AmiActionFuzz() {
	}

	public static void fuzzerTestOneInput(byte[] data) {
		List<String> texts = new FuzzInput(data).texts();
		try {
			NamedAction action = AmiAction.named(texts.get(0));
			for (int i = 1; i + 1 < texts.size(); i += 2) {
				action = action.with(texts.get(i), texts.get(i + 1));
			}
			assertReadAsGiven(action);
			OriginateAction originate = new OriginateAction("Local/1@x");
			List<String> variables = new ArrayList<>();
			for (int i = 1; i < texts.size(); i++) {
				originate = originate.variable("V" + i, texts.get(i));
				variables.add("V" + i + "=" + texts.get(i));
			}
			assertReadAsGiven(originate);
			assertThat(AsteriskVariables.of(originate)).isEqualTo(variables);
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

	private static void assertReadAsGiven(AmiAction<?> action) {
		RequestEncoder encoder = new RequestEncoder(StandardCharsets.UTF_8);
		encoder.header("Action", action.name());
		action.headers().forEach((header) -> encoder.header(header.name(), header.value()));
		List<AmiHeader> expected = new ArrayList<>(List.of(new AmiHeader("Action", action.name())));
		expected.addAll(action.headers());
		String request = new String(encoder.finish(), StandardCharsets.UTF_8);
		assertThat(request).endsWith("\r\n\r\n");
		String[] lines = request.substring(0, request.length() - 4).split("\r\n", -1);
		assertThat(lines).hasSize(expected.size());
		for (int i = 0; i < lines.length; i++) {
			assertThat(lines[i]).doesNotContain("\r", "\n", "\0")
				.isEqualTo(expected.get(i).name() + ": " + expected.get(i).value());
			assertThat(expected.get(i).name()).doesNotContain(":");
		}
	}

}
